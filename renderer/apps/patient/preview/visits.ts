import { NO_CONSENTS } from '#core/identity/consents.ts';
import type { CurrentExam, InstrumentStatus } from '#core/visit/examination/examination.ts';
import type { ExamTarget } from '#core/visit/examination/targets.ts';
import type { PatientPapers } from '#core/visit/papers/paper-views.ts';
import type { ClosedCabin } from '#core/visit/projections/closed.ts';
import type { PatientProjection, PatientView } from '#core/visit/projections/patient.ts';
import type { CaptureView, MeasureView } from '#core/visit/projections/shared.ts';
import type { Measure, Values } from '#core/vitals/kinds.ts';
import type { Reading } from '#core/vitals/reading.ts';
import { MESSAGES } from '#renderer/ui/conversation/sample-messages.ts';

const NOW = '2026-03-02T09:41:05+01:00';

const VALUES: Record<Measure, Values> = {
  oximetry: { spo2: { value: 96, unit: '%' }, 'pulse-rate': { value: 84, unit: '/min' } },
  'blood-pressure': {
    systolic: { value: 142, unit: 'mm[Hg]' },
    diastolic: { value: 84, unit: 'mm[Hg]' },
    'pulse-rate': { value: 82, unit: '/min' },
  },
  'body-weight': { weight: { value: 61.4, unit: 'kg' } },
};

const reading = (measure: Measure): Reading => ({
  id: `reading-${measure}`,
  captureId: `capture-${measure}`,
  measure,
  values: VALUES[measure],
  flags: [],
  origin: 'simulator',
  attempt: 1,
  conditions: { posture: 'seated' },
  takenAt: NOW,
});

const toDo = (measure: Measure): MeasureView => ({ measure, status: { status: 'to-do' } });
const done = (measure: Measure): MeasureView => ({
  measure,
  status: { status: 'done', reading: reading(measure) },
});

const capture = (measure: Measure, phase: CaptureView['phase'], repetition = 1): CaptureView => ({
  captureId: `capture-${measure}`,
  askingId: `capture-${measure}`,
  measure,
  attempt: 1,
  repetitions: measure === 'blood-pressure' ? 3 : 1,
  repetition,
  phase,
});

const physician = {
  name: 'Docteur Karim Benali',
  specialty: 'Médecine générale',
  rpps: '00000000017',
  place: 'Le Mans',
};

const BASE: PatientProjection = {
  access: 'open',
  stage: 'welcome',
  epoch: 1,
  simulation: false,
  instruments: {},
  language: 'fr',
  site: {
    id: 'saint-aubin',
    cabinId: 'cabin-1',
    name: 'Mairie de Saint-Aubin',
    kind: 'town-hall',
    addressLines: ['4 place de la Liberté', 'Saint-Aubin-des-Prés'],
    entrance: 'Porte bleue, côté parking',
    floor: 'Rez-de-chaussée, salle 2',
    accessCode: 'Aucun, porte ouverte',
    defibrillator: 'Hall, à droite',
    position: '48,0012 N ; 0,1987 E',
    emergencyLine: '02 61 91 00 15',
  },
  assistant: { name: 'Awa Diallo', givenName: 'Awa', profession: 'nurse' },
  paused: false,
  company: { assistant: 'beside', guests: [] },
  redFlags: [],
  consents: NO_CONSENTS,
  messages: [],
  measures: [toDo('oximetry'), toDo('blood-pressure'), toDo('body-weight')],
  toRepeat: [],
  noted: [],
  unavailable: [],
};

const measured = [done('oximetry'), toDo('blood-pressure'), toDo('body-weight')];
const request = (status: 'asked' | 'accepted') =>
  ({ requestId: 'request-1', measure: 'oximetry', askedAt: NOW, status: { status } }) as const;

const LEFT_EAR: ExamTarget = { instrument: 'exam-camera', site: 'ear', laterality: 'left' };
const LEFT_FOREARM: ExamTarget = {
  instrument: 'exam-camera',
  site: 'skin',
  place: { place: 'forearm', laterality: 'left' },
};
const LIVE: InstrumentStatus = { state: 'live', device: 'Otoscope', simulated: true };
const looking = (
  target: ExamTarget,
  status: 'asked' | 'accepted',
  instrument?: InstrumentStatus,
): CurrentExam => ({
  toTake: [],
  onTheWay: [],
  discarded: [],
  request: {
    requestId: 'exam-1',
    target,
    askedAt: '2026-03-02T09:52:00.000+01:00',
    status: { status },
    ...(instrument && { instrument }),
  },
});

const papersScreen = (
  step: PatientPapers['step'],
  state: PatientPapers['list'][number]['state'],
): Partial<PatientProjection> => ({
  stage: 'goodbye',
  physician,
  closing: { advice: 'Reposez-vous.', pathway: 'remote', handover: { state: 'written' } },
  papers: {
    step,
    list: [
      { paperId: 'paper-0001', kind: 'prescription', pages: 1, state: step === 'stuck' ? 'printed' : state },
      { paperId: 'paper-0002', kind: 'sick-leave', pages: 3, state },
    ],
  },
});

/** What differs from the welcome screen, by name of screen. */
const SCREENS = {
  welcome: {},
  'red-flags': { stage: 'red-flags' },
  capabilities: { stage: 'capabilities' },
  'capabilities-missing': { stage: 'capabilities', unavailable: ['body-weight'] },
  identity: { stage: 'identity' },
  'identity-typed': {
    stage: 'identity',
    identity: { familyName: 'RIOU', givenName: 'Madeleine', birthDate: '1948-03-12' },
  },
  consents: {
    stage: 'consents',
    consents: { ...NO_CONSENTS, teleconsultation: true, 'assistant-present': true },
  },
  declined: { stage: 'declined' },
  reason: { stage: 'reason', reason: { pictures: ['cough-fever'], text: '' } },
  measures: { stage: 'measures' },
  'measures-done': {
    stage: 'measures',
    measures: [done('oximetry'), done('blood-pressure'), done('body-weight')],
  },
  oximetry: { stage: 'measures', capture: capture('oximetry', { phase: 'measuring' }) },
  'oximetry-place': { stage: 'measures', capture: capture('oximetry', { phase: 'measuring' }) },
  'oximetry-failed': {
    stage: 'measures',
    capture: capture('oximetry', { phase: 'failed', code: 'CAPTURE_MOVED', failures: 2 }),
  },
  'oximetry-kept': {
    stage: 'measures',
    measures: measured,
    capture: capture('oximetry', { phase: 'kept', reading: reading('oximetry') }),
  },
  'oximetry-repeat': {
    stage: 'measures',
    measures: [done('oximetry'), toDo('blood-pressure'), toDo('body-weight')],
    toRepeat: ['oximetry'],
    capture: capture('oximetry', { phase: 'kept', reading: reading('oximetry') }),
  },
  'pressure-rest': {
    stage: 'measures',
    measures: measured,
    capture: capture('blood-pressure', { phase: 'rest', remainingMs: 38_000, totalMs: 60_000 }, 2),
  },
  'pressure-measuring': {
    stage: 'measures',
    measures: measured,
    capture: capture('blood-pressure', { phase: 'measuring' }, 2),
  },
  'pressure-kept': {
    stage: 'measures',
    measures: [done('oximetry'), done('blood-pressure'), toDo('body-weight')],
    capture: capture('blood-pressure', { phase: 'kept', reading: reading('blood-pressure') }, 3),
  },
  weight: { stage: 'measures', measures: measured, capture: capture('body-weight', { phase: 'measuring' }) },
  'weight-kept': {
    stage: 'measures',
    measures: [done('oximetry'), done('blood-pressure'), done('body-weight')],
    capture: capture('body-weight', { phase: 'kept', reading: reading('body-weight') }),
  },
  waiting: {
    stage: 'waiting',
    measures: [done('oximetry'), toDo('blood-pressure'), done('body-weight')],
    wait: { fromMinutes: 9, toMinutes: 14, waitedMs: 0 },
  },
  'waiting-interrupted': {
    stage: 'waiting',
    measures: [done('oximetry'), done('blood-pressure'), done('body-weight')],
    wait: { fromMinutes: 9, toMinutes: 14, waitedMs: 0 },
    interruption: { physician, cause: 'physician-gone', since: NOW },
  },
  'waiting-done': {
    stage: 'waiting',
    measures: [done('oximetry'), done('blood-pressure'), done('body-weight')],
    wait: { fromMinutes: 9, toMinutes: 14, waitedMs: 15 * 60_000 },
  },
  physician: { stage: 'physician-card', physician },
  call: { stage: 'call', physician },
  'call-message': { stage: 'call', physician, messages: MESSAGES },
  'call-away': { stage: 'call', physician, absence: { since: NOW, answer: 'not-asked' } },
  'call-absence': { stage: 'call', physician, absence: { since: NOW, answer: 'asked' } },
  'call-weak-line': { stage: 'call', physician, weakLine: { askedAt: NOW, answer: 'asked' } },
  'call-telephone': { stage: 'call', physician, absence: { since: NOW, answer: 'telephone' } },
  'call-listening': {
    stage: 'call',
    physician,
    exam: {
      toTake: [],
      onTheWay: [],
      discarded: [],
      request: {
        requestId: 'exam-1',
        target: { instrument: 'stethoscope', point: 'back-3' },
        askedAt: '2026-03-02T09:52:00.000+01:00',
        instrument: { state: 'live', device: 'Stethoscope', simulated: true },
        status: { status: 'accepted' },
      },
    },
  },
  'call-ear': { stage: 'call', physician, exam: looking(LEFT_EAR, 'asked') },
  'call-ear-live': { stage: 'call', physician, exam: looking(LEFT_EAR, 'accepted', LIVE) },
  'call-ear-lost': {
    stage: 'call',
    physician,
    exam: looking(LEFT_EAR, 'accepted', {
      state: 'failed',
      code: 'INSTRUMENT_UNPLUGGED',
      candidates: [],
    }),
  },
  'call-skin': { stage: 'call', physician, exam: looking(LEFT_FOREARM, 'accepted', LIVE) },
  'call-request': { stage: 'call', physician, request: request('asked') },
  'call-oximetry': {
    stage: 'call',
    physician,
    request: request('accepted'),
    capture: { ...capture('oximetry', { phase: 'measuring' }), requestId: 'request-1' },
  },
  'call-pressure': {
    stage: 'call',
    physician,
    request: { ...request('accepted'), measure: 'blood-pressure' },
    capture: {
      ...capture('blood-pressure', { phase: 'rest', remainingMs: 38_000, totalMs: 60_000 }, 2),
      requestId: 'request-1',
    },
  },
  'call-oximetry-message': {
    stage: 'call',
    physician,
    messages: MESSAGES,
    request: request('accepted'),
    capture: { ...capture('oximetry', { phase: 'measuring' }), requestId: 'request-1' },
  },
  'call-kept': {
    stage: 'call',
    physician,
    capture: capture('oximetry', { phase: 'kept', reading: reading('oximetry') }),
  },
  goodbye: {
    stage: 'goodbye',
    physician,
    closing: {
      advice: 'Buvez beaucoup d’eau et reposez-vous. Prenez le sirop matin et soir pendant cinq jours.',
      pathway: 'remote',
      handover: { state: 'written' },
    },
  },
  'papers-presence': papersScreen('presence', 'waiting'),
  'papers-printing': papersScreen('printing', 'printing'),
  'papers-stuck': papersScreen('stuck', 'failed'),
  'papers-take': papersScreen('take', 'printed'),
  'goodbye-writing': {
    stage: 'goodbye',
    physician,
    closing: {
      advice: 'Reposez-vous. Si vous respirez plus mal, appelez le 15.',
      pathway: 'in-person',
      orientation: { place: 'duty-doctor', details: 'Ce soir, avant 20 heures. Prenez vos ordonnances.' },
      handover: { state: 'writing' },
    },
  },
  emergency: {
    stage: 'red-flags',
    emergency: { raisedAt: NOW, raisedBy: 'patient', retracted: false, calls: [] },
  },
  'call-emergency': {
    stage: 'call',
    physician,
    emergency: {
      raisedAt: NOW,
      raisedBy: 'patient',
      acknowledgedAt: NOW,
      retracted: false,
      calls: [{ service: '15', at: NOW, by: 'assistant' }],
    },
  },
  'private-wish': { stage: 'call', physician, privacy: { state: 'asked', by: 'patient', at: NOW } },
  private: { stage: 'call', physician, privacy: { state: 'alone', since: NOW } },
  'private-return': {
    stage: 'call',
    physician,
    privacy: { state: 'return-asked', since: NOW, at: NOW },
  },
  'private-over': { stage: 'call', physician, privacy: { state: 'over', ending: 'let-in', at: NOW } },
  'still-there': { stage: 'measures', attendance: 'asked' },
  'somebody-comes': { stage: 'waiting', attendance: 'alerted' },
  away: { stage: 'waiting', attendance: 'away' },
  pause: { stage: 'measures', paused: true },
  'call-pause': { stage: 'call', physician, paused: true },
  help: { stage: 'measures', help: { askedAt: NOW, step: 'asked' } },
  'help-unanswered': { stage: 'measures', help: { askedAt: NOW, step: 'physician-told' } },
  stop: {
    stage: 'measures',
    consents: { ...NO_CONSENTS, teleconsultation: true, 'assistant-present': true },
  },
} as const satisfies Record<string, Partial<PatientProjection>>;

const closed: ClosedCabin = {
  access: 'closed',
  epoch: BASE.epoch,
  simulation: false,
  language: 'fr',
  site: BASE.site,
  reason: 'nobody-on-duty',
};
const CLOSED_SCREENS: Readonly<Record<string, ClosedCabin>> = {
  closed,
  'closed-interrupted': { ...closed, reason: 'visit-interrupted' },
  'closed-help': { ...closed, help: { askedAt: NOW, step: 'asked' } },
  'closed-emergency': {
    ...closed,
    emergency: { raisedAt: NOW, raisedBy: 'patient', retracted: false, calls: [] },
  },
};

export const SCREEN_NAMES = [...Object.keys(SCREENS), ...Object.keys(CLOSED_SCREENS)];

/** A made-up visit, or a closed cabin, that shows the named screen. */
export const viewOf = (name: string): PatientView => {
  const closedCabin = CLOSED_SCREENS[name];
  if (closedCabin !== undefined) return closedCabin;
  const screen: Partial<PatientProjection> | undefined = Object.entries(SCREENS).find(
    ([key]) => key === name,
  )?.[1];
  return { ...BASE, ...screen };
};
