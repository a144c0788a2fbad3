import type { BlindAssistant, LockedAssistant } from '#core/visit/projections/closed.ts';
import { CANDIDATES, SITE } from './sample-visit.ts';

const AT = '2026-03-02T09:52:00.000+01:00';
const locked: LockedAssistant = {
  access: 'locked',
  epoch: 4,
  simulation: true,
  language: 'fr',
  site: SITE,
  candidates: CANDIDATES,
  tries: { left: 5 },
  devices: [],
};

/** Before anybody is signed in. */
export const LOCKED_SCENES = {
  locked: locked,
  'locked-alone': { ...locked, candidates: CANDIDATES.slice(0, 1), demoCodes: { 'awa-diallo': '1357' } },
  'locked-own-device': {
    ...locked,
    demoCodes: { 'awa-diallo': '1357' },
    confirmation: { state: 'waiting', personId: 'awa-diallo', number: '47', remainingMs: 104_000 },
  },
  'locked-own-device-failed': {
    ...locked,
    candidates: CANDIDATES.slice(0, 1),
    confirmation: { state: 'failed', personId: 'awa-diallo', why: 'no-answer' },
  },
  'locked-paused': { ...locked, candidates: CANDIDATES.slice(0, 1), tries: { left: 0, remainingMs: 61_000 } },
  'locked-interrupted': { ...locked, interruptedVisit: AT },
  'locked-help': { ...locked, help: { askedAt: AT, step: 'asked' } },
  'locked-emergency': {
    ...locked,
    emergency: { raisedAt: AT, raisedBy: 'patient', retracted: false, calls: [] },
  },
} as const satisfies Record<string, LockedAssistant>;

/** Patient and physician are alone, and the patient calls. */
export const BLIND_SCENE: BlindAssistant = {
  access: 'private',
  epoch: 4,
  simulation: true,
  language: 'fr',
  site: SITE,
  assistant: { name: 'Awa Diallo', givenName: 'Awa', profession: 'nurse' },
  since: AT,
  help: { askedAt: AT, step: 'asked' },
};
