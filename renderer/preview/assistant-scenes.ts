import type { CaptureFeedback } from '#core/contract/live.ts';
import type { PresenceBoard } from '#core/contract/presence.ts';
import type { QualityBoard } from '#core/contract/quality.ts';
import type { AssistantProjection } from '#core/visit/projections/assistant.ts';
import type { CaptureView, RequestView } from '#core/visit/projections/shared.ts';
import { boardOf, GUESTS } from '#renderer/call/played/played-company.ts';
import { MESSAGES } from '#renderer/ui/conversation/sample-messages.ts';
import { OVER_VALUES, TAKEN_BACK } from './sample-emergency.ts';
import { AMBIGUOUS, ASKED, LISTENING, LISTENING_HELD, LOOKING_AT_SKIN } from './sample-examination.ts';
import { OPENING, PROOF } from './sample-opening-and-end.ts';
import { assistantPapers } from './sample-papers.ts';
import {
  assistantVisit,
  DEVICES,
  IDENTITY,
  LOW_ALERT,
  LOW_OXIMETRY,
  NOTED,
  PHYSICIAN,
  READINGS,
} from './sample-visit.ts';

/** One state of the assistant's window. */
export interface AssistantScene {
  readonly visit: AssistantProjection;
  readonly feedback?: CaptureFeedback;
  readonly quality?: QualityBoard;
  readonly board?: PresenceBoard;
}

const AT = '2026-03-02T09:52:00.000+01:00';
const CONSENTS = {
  teleconsultation: true,
  'assistant-present': true,
  'report-to-doctor': true,
  'report-to-shared-record': false,
} as const;

const inside: Partial<AssistantProjection> = {
  startedAt: '2026-03-02T09:25:00.000+01:00',
  identity: IDENTITY,
  ageYears: 78,
  consents: CONSENTS,
  reason: { pictures: ['cough-fever'], text: '' },
  lastHelp: {
    step: 'asked',
    askedAt: '2026-03-02T09:31:00.000+01:00',
    acknowledgedAt: '2026-03-02T09:31:20.000+01:00',
  },
};
const measured: AssistantProjection['measures'] = [
  { measure: 'oximetry', status: { status: 'done', reading: READINGS.oximetry } },
  { measure: 'blood-pressure', status: { status: 'done', reading: READINGS.mean } },
  { measure: 'body-weight', status: { status: 'done', reading: READINGS.weight } },
];
const capture = (change: Partial<CaptureView>): CaptureView => ({
  captureId: 'capture-9',
  askingId: 'capture-9#1',
  measure: 'oximetry',
  attempt: 1,
  repetition: 1,
  repetitions: 1,
  phase: { phase: 'measuring' },
  ...change,
});
const request = (status: RequestView['status']): RequestView => ({
  requestId: 'request-1',
  measure: 'blood-pressure',
  askedAt: AT,
  status,
});
const steady: CaptureFeedback = {
  measure: 'oximetry',
  state: 'steady',
  signal: 3,
  values: { spo2: { value: 96, unit: '%' }, 'pulse-rate': { value: 84, unit: '/min' } },
  steadyForMs: 4_000,
  steadyNeededMs: 10_000,
};
const call = { ...inside, stage: 'call', physician: PHYSICIAN, measures: measured } as const;

const poorLine = {
  line: { roundTripMs: 500, downBps: 190_000, upBps: 95_000 },
  call: {
    faults: [],
    physicianFaults: [],
    incoming: { rung: 'hd', strained: false },
    outgoing: { rung: '240p', reason: 'bandwidth', strained: false },
    roundTripMs: 620,
  },
  lastCall: undefined,
  measurable: true,
  trust: { state: 'proven', words: [3, 200] },
  sideRefusals: [],
} as const satisfies QualityBoard;

const papersScene = (step: Parameters<typeof assistantPapers>[0]): AssistantScene => ({
  visit: assistantVisit({
    ...call,
    stage: 'goodbye',
    handover: { state: 'written' },
    papers: assistantPapers(step),
  }),
});

/** Every state worth looking at. */
export const ASSISTANT_SCENES = {
  'private-wish': {
    visit: assistantVisit({
      ...inside,
      stage: 'call',
      physician: PHYSICIAN,
      privacy: { state: 'asked', by: 'patient', at: AT },
    }),
  },
  welcome: { visit: assistantVisit() },
  incomplete: { visit: assistantVisit({ missingEquipment: ['otoscope', 'blood-pressure-monitor'] }) },
  checking: {
    visit: assistantVisit({ opening: { ...OPENING, running: true, findings: OPENING.findings.slice(0, 4) } }),
  },
  checked: { visit: assistantVisit({ opening: OPENING }) },
  'red-flags': { visit: assistantVisit({ stage: 'red-flags', startedAt: AT }) },
  capabilities: { visit: assistantVisit({ stage: 'capabilities', startedAt: AT }) },
  identity: { visit: assistantVisit({ stage: 'identity', startedAt: AT }) },
  consents: { visit: assistantVisit({ ...inside, stage: 'consents' }) },
  declined: { visit: assistantVisit({ ...inside, stage: 'declined' }) },
  reason: { visit: assistantVisit({ ...inside, stage: 'reason' }) },
  measures: { visit: assistantVisit({ ...inside, stage: 'measures' }) },
  oximetry: {
    visit: assistantVisit({ ...inside, stage: 'measures', capture: capture({}) }),
    feedback: steady,
  },
  weak: {
    visit: assistantVisit({ ...inside, stage: 'measures', capture: capture({ attempt: 2 }) }),
    feedback: { ...steady, state: 'weak-signal', signal: 1, values: undefined },
  },
  rest: {
    visit: assistantVisit({
      ...inside,
      stage: 'measures',
      capture: capture({
        measure: 'blood-pressure',
        repetitions: 3,
        phase: { phase: 'rest', remainingMs: 222_000, totalMs: 300_000 },
      }),
    }),
  },
  cuff: {
    visit: assistantVisit({
      ...inside,
      stage: 'measures',
      capture: capture({ measure: 'blood-pressure', repetition: 2, repetitions: 3 }),
    }),
    feedback: { measure: 'blood-pressure', state: 'measuring', elapsedMs: 21_000, longestMs: 90_000 },
  },
  weight: {
    visit: assistantVisit({ ...inside, stage: 'measures', capture: capture({ measure: 'body-weight' }) }),
    feedback: {
      measure: 'body-weight',
      state: 'settling',
      values: { weight: { value: 68.4, unit: 'kg' } },
    },
  },
  failed: {
    visit: assistantVisit({
      ...inside,
      stage: 'measures',
      help: { askedAt: AT, step: 'asked' },
      capture: capture({ attempt: 3, phase: { phase: 'failed', code: 'CAPTURE_NO_PULSE', failures: 2 } }),
    }),
  },
  kept: {
    visit: assistantVisit({
      ...inside,
      stage: 'measures',
      measures: [measured[0], ...assistantVisit().measures.slice(1)].filter((view) => view !== undefined),
      capture: capture({ phase: { phase: 'kept', reading: READINGS.oximetry } }),
    }),
  },
  waiting: { visit: assistantVisit({ ...inside, stage: 'waiting', measures: measured }), quality: poorLine },
  card: { visit: assistantVisit({ ...call, stage: 'physician-card' }) },
  call: { visit: assistantVisit(call), quality: poorLine },
  'call-doubt': {
    visit: assistantVisit({
      ...call,
      exclusions: [
        { exclusion: 'presence-needed', by: 'assistant', name: 'Awa Diallo', at: AT, weighed: false },
        { exclusion: 'cannot-take-part', by: 'physician', name: 'Dr Karim Benali', at: AT, weighed: true },
      ],
    }),
  },
  'call-muted': {
    visit: assistantVisit(call),
    quality: { ...poorLine, call: { ...poorLine.call, faults: ['MICROPHONE_SILENT', 'SOUND_LOST'] } },
  },
  'call-physician-unseen': {
    visit: assistantVisit(call),
    quality: { ...poorLine, call: { ...poorLine.call, physicianFaults: ['CAMERA_BUSY'] } },
  },
  'card-camera': {
    visit: assistantVisit({ ...call, stage: 'physician-card' }),
    quality: { ...poorLine, call: { ...poorLine.call, faults: ['CAMERA_UNPLUGGED'] } },
  },
  'call-refused': {
    visit: assistantVisit(call),
    quality: { ...poorLine, call: undefined, trust: { state: 'refused', code: 'PEER_FORGED' } },
  },
  'call-message': { visit: assistantVisit({ ...call, messages: MESSAGES }), quality: poorLine },
  guest: {
    visit: assistantVisit({ ...call, company: GUESTS.present }),
    quality: poorLine,
    board: boardOf('patient', 'physician', 'assistant', 'guest'),
  },
  'guest-invited': {
    visit: assistantVisit({
      ...call,
      company: GUESTS.invited,
      guestLink: { guestId: 'guest-1', link: 'https://cabine.example/guest#Zk3vQ9', expiresAt: AT },
    }),
    quality: poorLine,
  },
  'exam-asked': { visit: assistantVisit({ ...call, examination: ASKED }) },
  'exam-listening': { visit: assistantVisit({ ...call, examination: LISTENING }) },
  'exam-listening-held': { visit: assistantVisit({ ...call, examination: LISTENING_HELD }) },
  'exam-skin': { visit: assistantVisit({ ...call, examination: LOOKING_AT_SKIN }) },
  'exam-ambiguous': { visit: assistantVisit({ ...call, examination: AMBIGUOUS }) },
  request: { visit: assistantVisit({ ...call, requests: [request({ status: 'asked' })] }) },
  accepted: {
    visit: assistantVisit({
      ...call,
      requests: [request({ status: 'accepted' })],
      capture: capture({ measure: 'blood-pressure', requestId: 'request-1' }),
    }),
    feedback: { measure: 'blood-pressure', state: 'measuring', elapsedMs: 12_000, longestMs: 90_000 },
  },
  'to-confirm': {
    visit: assistantVisit({
      ...inside,
      stage: 'measures',
      measures: [
        { measure: 'oximetry', status: { status: 'done', reading: LOW_OXIMETRY } },
        { measure: 'blood-pressure', status: { status: 'to-do' } },
        { measure: 'body-weight', status: { status: 'to-do' } },
      ],
      alertTable: { state: 'read', alerts: [LOW_ALERT] },
    }),
  },
  noted: { visit: assistantVisit({ ...inside, stage: 'measures', measures: measured, noted: NOTED }) },
  unusual: {
    visit: assistantVisit({
      ...inside,
      stage: 'measures',
      measures: [
        { measure: 'oximetry', status: { status: 'done', reading: READINGS.oximetry } },
        { measure: 'blood-pressure', status: { status: 'to-do' } },
        {
          measure: 'body-weight',
          status: {
            status: 'done',
            reading: { ...READINGS.weight, values: { weight: { value: 168, unit: 'kg' } } },
          },
        },
      ],
      unusual: [
        {
          key: 'weight',
          measure: 'body-weight',
          side: 'high',
          limit: 150,
          values: [{ readingId: 'reading-6', value: 168 }],
        },
      ],
    }),
  },
  'kept-to-confirm': {
    visit: assistantVisit({
      ...inside,
      stage: 'measures',
      measures: measured,
      capture: capture({ phase: { phase: 'kept', reading: LOW_OXIMETRY } }),
      alertTable: { state: 'read', alerts: [LOW_ALERT] },
    }),
  },
  'table-off': {
    visit: assistantVisit({
      ...inside,
      stage: 'measures',
      measures: measured,
      alertTable: { state: 'off', reason: 'pregnancy-unknown' },
    }),
  },
  'emergency-values': {
    visit: assistantVisit({
      ...call,
      emergency: OVER_VALUES,
    }),
  },
  emergency: {
    visit: assistantVisit({
      ...call,
      redFlags: ['chest-pain', 'hard-to-breathe'],
      emergency: TAKEN_BACK,
      help: { askedAt: AT, step: 'asked' },
    }),
  },
  unanswered: {
    visit: assistantVisit({
      ...call,
      stage: 'waiting',
      attendance: { state: 'alerted', since: '2026-03-02T09:52:00.000+01:00', mustBeReached: true },
      particulars: { telephone: '06 12 34 56 78' },
    }),
  },
  'seems-empty': {
    visit: assistantVisit({
      ...call,
      stage: 'waiting',
      attendance: { state: 'away', since: '2026-03-02T09:52:00.000+01:00', mustBeReached: false },
    }),
  },
  paused: { visit: assistantVisit({ ...call, paused: true }) },
  'papers-presence': papersScene('presence'),
  'papers-stuck': papersScene('stuck'),
  'papers-take': papersScene('take'),
  goodbye: { visit: assistantVisit({ ...call, stage: 'goodbye', handover: { state: 'written' } }) },
  'goodbye-in-person': {
    visit: assistantVisit({
      ...call,
      stage: 'goodbye',
      handover: { state: 'written' },
      closing: {
        pathway: 'in-person',
        orientation: { place: 'duty-doctor', details: 'Ce soir, avant 20 heures. Avec ses ordonnances.' },
      },
      proof: PROOF,
    }),
  },
  handover: {
    visit: assistantVisit({
      ...call,
      stage: 'goodbye',
      handover: { state: 'failed', code: 'HANDOVER_FAILED' },
    }),
  },
  twins: {
    visit: assistantVisit({
      devices: DEVICES.map((device, index) =>
        index === 1
          ? {
              ...device,
              state: { state: 'fault', code: 'PORT_TWINS' },
              candidates: [
                { path: '/dev/ttyUSB0', product: 'USB-Serial Controller', topology: '1-4.1' },
                {
                  path: '/dev/ttyUSB1',
                  product: 'USB-Serial Controller',
                  topology: '1-4.2',
                  serialNumber: 'A50285BI',
                },
              ],
            }
          : device,
      ),
    }),
  },
  absence: { visit: assistantVisit({ ...call, absence: { since: AT, answer: 'asked' } }) },
  'weak-line': { visit: assistantVisit({ ...call, weakLine: { askedAt: AT, answer: 'asked' } }) },
  'absence-telephone': { visit: assistantVisit({ ...call, absence: { since: AT, answer: 'telephone' } }) },
  trouble: {
    visit: assistantVisit({
      ...call,
      identity: {
        ...IDENTITY,
        familyName: 'de la Villeneuve-Kermorgant',
        givenName: 'Marie-Françoise Joséphine',
      },
      gatewayReady: false,
      deviceHostReady: false,
      absence: { since: AT, answer: 'not-asked' },
      devices: DEVICES.map((device, index) => ({
        ...device,
        state: (
          [
            { state: 'fault', code: 'DEVICE_SILENT' },
            { state: 'identifying' },
            { state: 'fault', code: 'PORT_MISSING' },
          ] as const
        )[index] ?? { state: 'absent' },
      })),
      incidents: [
        { code: 'GATEWAY_LOST', at: AT },
        { code: 'DEVICE_SILENT', at: AT },
        { code: 'CAPTURE_STOPPED', at: AT },
      ],
    }),
  },
} as const satisfies Record<string, AssistantScene>;
