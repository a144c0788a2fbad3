import { AWA } from './fake-visit.ts';
import type { CabinFacts } from './projections/project.ts';
import type { Site } from './words.ts';

const SITE: Site = {
  id: 's',
  cabinId: 'c',
  name: 'Pharmacie',
  kind: 'pharmacy',
  addressLines: ['1 rue'],
  entrance: '',
  floor: '',
  accessCode: '',
  defibrillator: '',
  position: '',
  emergencyLine: '15',
};
/** For tests: what a cabin adds to a record. */
export const RECORD_FACTS = {
  site: SITE,
  simulation: true,
  softwareVersion: '1.0.0',
  now: '2026-03-02T09:50:00.000+01:00',
} as const;
/** For tests: a cabin in which all is well. */
export const FACTS: CabinFacts = {
  ...RECORD_FACTS,
  assistant: AWA,
  candidates: [],
  tries: { left: 5 },
  devices: [],
  instruments: {},
  deviceHostReady: true,
  gatewayReady: true,
  guestLink: undefined,
  usualWait: { fromMinutes: 9, toMinutes: 14 },
  today: '2026-03-02',
};
