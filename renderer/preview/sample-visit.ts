import { EMPTY_LEDGER } from '#core/call/ledger.ts';
import type { DeviceStatus } from '#core/contract/devices.ts';
import { NO_CONSENTS } from '#core/identity/consents.ts';
import type { Candidate } from '#core/opening/duty.ts';
import type { AssistantProjection } from '#core/visit/projections/assistant.ts';
import type { PhysicianProjection } from '#core/visit/projections/physician.ts';
import type { Assistant, PhysicianCard, Site } from '#core/visit/words.ts';
import type { Alert } from '#core/vitals/alert-table.ts';
import type { Reading } from '#core/vitals/reading.ts';

/** Invented people and places, for the preview pages and for tests of the staff screens. */
export const SITE: Site = {
  id: 'saint-aubin',
  cabinId: 'cabine-1',
  name: 'Mairie de Saint-Aubin',
  kind: 'town-hall',
  addressLines: ['2 place de la Mairie', '35250 Saint-Aubin-d’Aubigné'],
  entrance: 'Entrée par la cour, porte verte',
  floor: 'Rez-de-chaussée',
  accessCode: '41A7',
  defibrillator: 'Dans le hall, à gauche de l’accueil',
  position: '48,2634 N 1,6052 O',
  emergencyLine: '02 99 00 00 15',
  telephone: '02 99 00 00 10',
};

const ASSISTANT: Assistant = { name: 'Awa Diallo', givenName: 'Awa', profession: 'nurse' };

export const PHYSICIAN: PhysicianCard = {
  name: 'Dr Karim Benali',
  specialty: 'Médecine générale',
  rpps: '10101234567',
  place: 'Maison de santé de Combourg',
};

const conditions = { posture: 'seated', restMs: 300_000 } as const;
const common = { flags: [], origin: 'simulator', attempt: 1, assistedBy: 'Awa Diallo' } as const;
const CUFF = { maker: 'A&D', model: 'TM-2657', serial: '0417' };

const pressure = (
  id: string,
  repetition: number,
  systolic: number,
  diastolic: number,
  minute: number,
): Reading => ({
  ...common,
  flags: [],
  id,
  captureId: 'capture-2',
  measure: 'blood-pressure',
  device: CUFF,
  deviceId: 'cuff',
  values: {
    systolic: { value: systolic, unit: 'mm[Hg]' },
    diastolic: { value: diastolic, unit: 'mm[Hg]' },
    'pulse-rate': { value: 80 + repetition, unit: '/min' },
  },
  conditions: { ...conditions, repetition },
  takenAt: `2026-03-02T09:${minute}:10.000+01:00`,
  rawHash: 'c0ffee12'.repeat(8),
});

/** A saturation, three pressures with the mean of the last two, and a weight typed by hand. */
export const READINGS = {
  oximetry: {
    ...common,
    flags: ['low-perfusion'],
    id: 'reading-1',
    captureId: 'capture-1',
    measure: 'oximetry',
    device: { maker: 'Contec', model: 'CMS50D+', serial: 'K2207' },
    values: {
      spo2: { value: 96, unit: '%' },
      'pulse-rate': { value: 84, unit: '/min' },
      'perfusion-index': { value: 1.4, unit: '%' },
    },
    signal: 3,
    conditions: { posture: 'seated' },
    takenAt: '2026-03-02T09:33:40.000+01:00',
    rawHash: 'ab12cd34'.repeat(8),
  },
  first: pressure('reading-2', 1, 148, 88, 36),
  second: pressure('reading-3', 2, 143, 85, 38),
  third: pressure('reading-4', 3, 141, 83, 39),
  mean: {
    ...pressure('reading-5', 3, 142, 84, 39),
    conditions,
    derivedFrom: ['reading-3', 'reading-4'],
  },
  weight: {
    flags: [],
    id: 'reading-6',
    captureId: 'capture-3',
    measure: 'body-weight',
    origin: 'manual',
    attempt: 1,
    assistedBy: 'Awa Diallo',
    values: { weight: { value: 68.4, unit: 'kg' } },
    conditions: {},
    takenAt: '2026-03-02T09:41:05.000+01:00',
  },
} as const satisfies Record<string, Reading>;

const byAssistant = {
  flags: [],
  captureId: 'capture-4',
  origin: 'manual',
  attempt: 1,
  conditions: {},
  assistedBy: 'Awa Diallo',
} as const;

/** What the assistant took without a device. */
export const NOTED: Reading[] = [
  {
    ...byAssistant,
    flags: [],
    id: 'noted-1',
    measure: 'temperature',
    values: { temperature: { value: 38.4, unit: 'Cel' } },
    taking: { how: 'read-at', site: 'ear' },
    takenAt: '2026-03-02T09:42:00.000+01:00',
  },
  {
    ...byAssistant,
    flags: [],
    id: 'noted-2',
    measure: 'respiratory-rate',
    values: { 'respiratory-rate': { value: 18, unit: '/min' } },
    taking: { how: 'counted', count: 9, seconds: 30 },
    takenAt: '2026-03-02T09:43:00.000+01:00',
  },
  {
    ...byAssistant,
    flags: [],
    id: 'noted-3',
    measure: 'pain',
    values: { pain: { value: 4, unit: '1' } },
    taking: { how: 'told' },
    takenAt: '2026-03-02T09:44:00.000+01:00',
  },
];

/** A saturation that meets the published table, once. */
export const LOW_OXIMETRY: Reading = {
  ...READINGS.oximetry,
  flags: [],
  id: 'reading-0',
  values: { spo2: { value: 89, unit: '%' }, 'pulse-rate': { value: 96, unit: '/min' } },
};
export const LOW_ALERT: Alert = {
  key: 'spo2',
  measure: 'oximetry',
  side: 'low',
  limit: 91,
  values: [{ readingId: 'reading-0', value: 89 }],
};

export const IDENTITY = {
  familyName: 'Riou',
  givenName: 'Madeleine',
  birthDate: '1948-02-11',
  sex: 'female',
} as const;

const device = (id: string, rest: Pick<DeviceStatus, 'driver' | 'measures' | 'identity'>): DeviceStatus => ({
  id,
  simulated: true,
  state: { state: 'ready' },
  ...rest,
});

export const DEVICES: readonly DeviceStatus[] = [
  device('oximeter', {
    driver: 'contec-cms50',
    measures: ['oximetry'],
    identity: { maker: 'Contec', model: 'CMS50D+' },
  }),
  device('cuff', { driver: 'and-tm2657', measures: ['blood-pressure'], identity: CUFF }),
  device('scale', {
    driver: 'tanita-scale',
    measures: ['body-weight'],
    identity: { maker: 'Tanita', model: 'DC-430' },
  }),
];

/** Who may open the cabin. */
export const CANDIDATES: Candidate[] = [
  { id: 'awa-diallo', ...ASSISTANT, manager: false, confirms: true },
  {
    id: 'claire-morel',
    name: 'Claire Morel',
    givenName: 'Claire',
    profession: 'pharmacist',
    manager: true,
    trainingEndsInDays: 12,
  },
  {
    id: 'paul-le-goff',
    name: 'Paul Le Goff',
    givenName: 'Paul',
    profession: 'site-agent',
    manager: false,
    obstacle: 'training-expired',
  },
];

/** A visit that a physician has just claimed: measures done, card not read yet. */
export const physicianVisit = (change: Partial<PhysicianProjection> = {}): PhysicianProjection => ({
  stage: 'physician-card',
  epoch: 4,
  simulation: true,
  language: 'fr',
  site: {
    name: SITE.name,
    kind: SITE.kind,
    cabinId: SITE.cabinId,
    emergencyLine: SITE.emergencyLine,
    addressLines: SITE.addressLines,
  },
  assistant: ASSISTANT,
  identity: IDENTITY,
  identityLevel: 'provisional',
  ageYears: 78,
  particulars: {
    telephone: '06 12 34 56 78',
    locality: 'Saint-Aubin-d’Aubigné',
    treatingDoctor: { state: 'none' },
    treatments: 'Amlodipine 5 mg le matin',
    allergies: 'Pénicilline',
  },
  consents: { ...NO_CONSENTS, teleconsultation: true, 'assistant-present': true, 'report-to-doctor': true },
  reason: { pictures: ['cough-fever'], text: 'Toux et fièvre depuis 3 jours' },
  redFlags: [],
  paused: false,
  cardAcknowledged: false,
  measures: [
    { measure: 'oximetry', status: { status: 'done', reading: READINGS.oximetry } },
    { measure: 'blood-pressure', status: { status: 'done', reading: READINGS.mean } },
    { measure: 'body-weight', status: { status: 'done', reading: READINGS.weight } },
  ],
  alertTable: { state: 'read', alerts: [] },
  unusual: [],
  readings: Object.values(READINGS),
  requests: [],
  company: { assistant: 'beside', guests: [] },
  messages: [],
  examination: { requests: [], items: [], chosen: {} },
  instruments: [],
  missingEquipment: [],
  exclusions: [],
  papers: { list: [] },
  available: ['oximetry', 'blood-pressure', 'body-weight'],
  notes: '',
  earlier: [],
  interruptions: [],
  incidents: [],
  ledger: EMPTY_LEDGER,
  handover: 'none',
  ...change,
});

/** The same visit as the assistant sees it; nobody is in yet unless `change` says so. */
export const assistantVisit = (change: Partial<AssistantProjection> = {}): AssistantProjection => ({
  access: 'open',
  stage: 'welcome',
  epoch: 4,
  simulation: true,
  language: 'fr',
  site: SITE,
  assistant: ASSISTANT,
  candidates: CANDIDATES,
  tries: { left: 5 },
  paused: false,
  redFlags: [],
  particulars: {},
  consents: NO_CONSENTS,
  measures: [
    { measure: 'oximetry', status: { status: 'to-do' } },
    { measure: 'blood-pressure', status: { status: 'to-do' } },
    { measure: 'body-weight', status: { status: 'to-do' } },
  ],
  noted: [],
  alertTable: { state: 'read', alerts: [] },
  unusual: [],
  seen: {},
  requests: [],
  company: { assistant: 'beside', guests: [] },
  messages: [],
  examination: { requests: [], items: [], chosen: {} },
  devices: [...DEVICES],
  missingEquipment: [],
  exclusions: [],
  papers: { step: 'over', list: [] },
  deviceHostReady: true,
  gatewayReady: true,
  handover: { state: 'none' },
  incidents: [],
  ...change,
});
