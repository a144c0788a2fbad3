import { EMPTY_LEDGER } from '#core/call/ledger.ts';
import { NO_CONSENTS } from '#core/identity/consents.ts';
import type { PhysicianProjection } from '#core/visit/projections/physician.ts';

/** What a physician has of a patient who has not read the card yet. */
export const PRE_BRIEF: PhysicianProjection = {
  stage: 'physician-card',
  epoch: 1,
  simulation: true,
  language: 'fr',
  site: {
    name: 'Pharmacie des Halles',
    kind: 'pharmacy',
    cabinId: 'cabine-1',
    emergencyLine: '02 61 91 00 15',
    addressLines: ['3 rue des Halles', 'Essai'],
  },
  assistant: { name: 'Martin', givenName: 'Claire', profession: 'nurse' },
  identity: { familyName: 'Essai', givenName: 'Camille', birthDate: '1950-04-12', sex: 'female' },
  identityLevel: 'provisional',
  ageYears: 75,
  particulars: {},
  consents: { ...NO_CONSENTS, teleconsultation: true },
  reason: { pictures: ['cough-fever'], text: '' },
  redFlags: [],
  paused: false,
  cardAcknowledged: false,
  measures: [],
  alertTable: { state: 'read', alerts: [] },
  readings: [],
  requests: [],
  company: { assistant: 'beside', guests: [] },
  messages: [],
  examination: { requests: [], items: [], chosen: {} },
  instruments: [],
  missingEquipment: [],
  available: ['oximetry'],
  notes: '',
  earlier: [],
  interruptions: [],
  incidents: [],
  ledger: EMPTY_LEDGER,
  handover: 'none',
};
