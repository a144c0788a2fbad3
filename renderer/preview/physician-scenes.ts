import type { Ledger } from '#core/call/ledger.ts';
import type { CaptureFeedback } from '#core/contract/live.ts';
import type { PresenceBoard } from '#core/contract/presence.ts';
import { INSTRUMENT_ROLES } from '#core/instruments/bindings.ts';
import type { PhysicianProjection } from '#core/visit/projections/physician.ts';
import type { ConsultationState } from '#renderer/apps/physician/consultation.ts';
import { type CallSnapshot, IDLE_CALL } from '#renderer/call/call-snapshot.ts';
import type { AgedFeedback } from '#renderer/call/live-receiver.ts';
import { boardOf, GUESTS } from '#renderer/call/played/played-company.ts';
import type { Agreement } from '#renderer/call/visit-receiver.ts';
import { MESSAGES } from '#renderer/ui/conversation/sample-messages.ts';
import { ago } from './ago.ts';
import {
  LISTENING,
  LISTENING_AGAIN,
  LISTENING_HELD,
  LOOKING,
  LOOKING_AT_SKIN,
} from './sample-examination.ts';
import { physicianPapers } from './sample-papers.ts';
import { IDENTITY, LOW_ALERT, NOTED, physicianVisit, READINGS } from './sample-visit.ts';

/** One state of the consultation. */
export interface PhysicianScene {
  readonly visit: PhysicianProjection;
  readonly call: CallSnapshot;
  readonly notes?: string;
  readonly state?: Partial<ConsultationState>;
  readonly feedback?: readonly AgedFeedback[];
  readonly gatewayReady?: boolean;
  /** Who hears and sees whom; patient and physician unless told. */
  readonly board?: PresenceBoard;
  /** Of the readings; all are confirmed unless told. */
  readonly agreement?: Agreement;
}

const AT = '2026-03-02T09:52:00.000+01:00';

const connected: CallSnapshot = {
  ...IDLE_CALL,
  words: [3, 200],
  quality: {
    outgoing: { rung: 'hd', strained: false },
    incoming: { rung: '360p', reason: 'bandwidth', strained: false },
    roundTripMs: 240,
  },
  state: 'connected',
  roundTripMs: 46,
  framesDecoded: 900,
  media: {
    local: 'sending',
    sends: { picture: true, sound: true },
    shut: { picture: false, sound: false },
    failures: [],
    remote: 'live',
  },
};
const thin = (rung: 'stills' | 'audio'): CallSnapshot => ({
  ...connected,
  quality: { ...connected.quality, incoming: { rung, reason: 'bandwidth', strained: false } },
});
const steady: CaptureFeedback = {
  measure: 'oximetry',
  state: 'steady',
  signal: 3,
  values: { spo2: { value: 95, unit: '%' }, 'pulse-rate': { value: 81, unit: '/min' } },
  steadyForMs: 4_000,
  steadyNeededMs: 10_000,
};
const live: readonly AgedFeedback[] = [
  { deviceId: 'oximeter', captureId: 'capture-9#1', feedback: steady, ageMs: 120 },
];
const recent: Partial<PhysicianProjection> = {
  readings: Object.values(READINGS).map((reading, index) => ({ ...reading, takenAt: ago(14 - index) })),
  measures: [
    { measure: 'oximetry', status: { status: 'done', reading: { ...READINGS.oximetry, takenAt: ago(14) } } },
    { measure: 'blood-pressure', status: { status: 'done', reading: { ...READINGS.mean, takenAt: ago(9) } } },
    { measure: 'body-weight', status: { status: 'done', reading: { ...READINGS.weight, takenAt: ago(8) } } },
  ],
};
const ledger: Ledger = {
  outgoing: {
    video: 721_000,
    stills: 65_000,
    audio: 42_000,
    picture: 0,
    nothing: 9_000,
    causes: { CAMERA_BLACK: 42_000, CALL_LOST: 9_000 },
  },
  incoming: {
    video: 801_000,
    stills: 0,
    audio: 27_000,
    picture: 0,
    nothing: 9_000,
    causes: { PICTURE_FROZEN: 27_000, CALL_LOST: 9_000 },
  },
  roundTrip: { measuredMs: 828_000, meanMs: 86, highestMs: 640 },
};
const inCall: Partial<PhysicianProjection> = { ...recent, ledger, stage: 'call', cardAcknowledged: true };
const notes =
  'Toux sèche depuis 3 jours, fièvre à 38,5 °C à domicile. Pas de douleur thoracique. HTA traitée. Pas d’allergie connue.';

const withInstruments: CallSnapshot = {
  ...connected,
  instruments: { examFrames: 400, examFrozen: false, stethoscope: 'live', madeUp: 0 },
};

/** Every state worth looking at. */
export const PHYSICIAN_SCENES = {
  'call-message': {
    visit: physicianVisit({ ...inCall, messages: MESSAGES.slice(0, 2) }),
    call: connected,
  },
  'cabin-unseen': {
    visit: physicianVisit({ ...inCall, incidents: [{ code: 'CAMERA_BLACK', at: AT, end: 'cabin' }] }),
    call: { ...connected, otherFaults: ['CAMERA_BLACK', 'MICROPHONE_SILENT'] },
  },
  'weak-line': {
    visit: physicianVisit({
      ...inCall,
      site: { ...physicianVisit().site, telephone: '02 99 00 00 10' },
      weakLine: { askedAt: AT, answer: 'asked' },
    }),
    call: connected,
  },
  'private-return': {
    visit: physicianVisit({ ...inCall, privacy: { state: 'return-asked', since: AT, at: AT } }),
    call: connected,
  },
  card: {
    visit: physicianVisit(recent),
    call: { ...connected, media: { ...connected.media, remote: 'none' } },
  },
  undecided: {
    visit: physicianVisit({
      ...inCall,
      notes,
      notesSavedAt: AT,
      exclusions: [
        { exclusion: 'presence-needed', by: 'assistant', name: 'Awa Diallo', at: AT, weighed: false },
      ],
    }),
    call: connected,
    notes,
  },
  'in-person': {
    visit: physicianVisit({ ...inCall, pathway: 'in-person', notes, notesSavedAt: AT }),
    call: connected,
    notes,
  },
  call: {
    visit: physicianVisit({
      ...inCall,
      pathway: 'remote',
      capturing: 'oximetry',
      notes,
      notesSavedAt: AT,
      incidents: [{ code: 'CALL_LOST', at: AT }],
      requests: [
        {
          requestId: 'request-1',
          measure: 'blood-pressure',
          askedAt: AT,
          status: { status: 'accepted' },
        },
        {
          requestId: 'request-2',
          measure: 'body-weight',
          askedAt: AT,
          status: { status: 'declined', reason: 'patient-declines' },
        },
      ],
    }),
    call: connected,
    notes,
    feedback: live,
  },
  listening: {
    visit: physicianVisit({
      ...inCall,
      pathway: 'remote',
      notes,
      notesSavedAt: AT,
      instruments: [...INSTRUMENT_ROLES],
      examination: LISTENING,
    }),
    call: withInstruments,
    notes,
  },
  'listening-held': {
    visit: physicianVisit({
      ...inCall,
      instruments: [...INSTRUMENT_ROLES],
      examination: LISTENING_HELD,
    }),
    call: withInstruments,
  },
  'listening-spoilt': {
    visit: physicianVisit({ ...inCall, instruments: [...INSTRUMENT_ROLES], examination: LISTENING }),
    call: {
      ...withInstruments,
      instruments: { ...withInstruments.instruments, stethoscope: 'spoilt', madeUp: 0.12 },
    },
  },
  'listening-again': {
    visit: physicianVisit({
      ...inCall,
      instruments: [...INSTRUMENT_ROLES],
      examination: LISTENING_AGAIN,
    }),
    call: withInstruments,
  },
  looking: {
    visit: physicianVisit({
      ...inCall,
      pathway: 'remote',
      notes,
      instruments: ['stethoscope', 'ear', 'throat'],
      examination: LOOKING,
    }),
    call: withInstruments,
    notes,
  },
  'looking-skin': {
    visit: physicianVisit({
      ...inCall,
      instruments: [...INSTRUMENT_ROLES],
      examination: LOOKING_AT_SKIN,
    }),
    call: withInstruments,
  },
  refused: {
    visit: physicianVisit(inCall),
    call: { ...IDLE_CALL, state: 'lost', failure: { code: 'PEER_FORGED' } },
  },
  guest: {
    visit: physicianVisit({ ...inCall, company: GUESTS.present, messages: MESSAGES.slice(0, 2) }),
    call: connected,
    board: boardOf('patient', 'physician', 'assistant', 'guest'),
  },
  'guest-looking': {
    visit: physicianVisit({ ...inCall, company: GUESTS.present, examination: LOOKING }),
    call: withInstruments,
    board: boardOf('patient', 'physician', 'assistant', 'guest'),
  },
  'guest-asks': { visit: physicianVisit({ ...inCall, company: GUESTS.arrived }), call: connected },
  'guest-muted': {
    visit: physicianVisit({ ...inCall, company: GUESTS.present, messages: MESSAGES.slice(0, 1) }),
    call: {
      ...connected,
      media: {
        ...connected.media,
        sends: { picture: false, sound: false },
        shut: { picture: true, sound: true },
        local: 'off',
      },
    },
    board: boardOf('patient', 'physician', 'assistant', 'guest').filter(({ of }) => of !== 'physician'),
  },
  stills: { visit: physicianVisit(inCall), call: thin('stills') },
  audio: { visit: physicianVisit(inCall), call: thin('audio') },
  silent: {
    visit: physicianVisit(inCall),
    call: { ...connected, sound: { voice: 'lost', microphone: 'silent' } },
  },
  'to-confirm': {
    visit: physicianVisit({ ...inCall, alertTable: { state: 'read', alerts: [LOW_ALERT] } }),
    call: connected,
  },
  noted: {
    visit: physicianVisit({ ...inCall, readings: [...Object.values(READINGS), ...NOTED] }),
    call: connected,
  },
  'table-off': {
    visit: physicianVisit({ ...inCall, alertTable: { state: 'off', reason: 'pregnancy-unknown' } }),
    call: connected,
  },
  'emergency-values': {
    visit: physicianVisit({
      ...inCall,
      emergency: {
        raisedAt: AT,
        raisedBy: 'alert-table',
        alerts: [
          {
            ...LOW_ALERT,
            values: [
              { readingId: 'reading-0', value: 89 },
              { readingId: 'reading-1', value: 88 },
            ],
          },
        ],
        acknowledgedAt: AT,
        retracted: false,
        calls: [{ service: '15', at: AT, by: 'assistant' }],
      },
    }),
    call: connected,
  },
  emergency: {
    visit: physicianVisit({
      ...inCall,
      emergency: {
        raisedAt: AT,
        raisedBy: 'physician',
        acknowledgedAt: AT,
        retracted: false,
        calls: [{ service: '15', at: AT, by: 'assistant' }],
      },
    }),
    call: connected,
  },
  stalled: { visit: physicianVisit(inCall), call: { ...connected, state: 'stalled' } },
  frozen: { visit: physicianVisit(inCall), call: { ...connected, frozen: true } },
  lost: {
    visit: physicianVisit({
      ...inCall,
      paused: true,
      emergency: { raisedAt: AT, raisedBy: 'assistant', retracted: false, calls: [] },
    }),
    call: { ...connected, state: 'lost' },
    gatewayReady: false,
    state: { refusal: { code: 'NOT_NOW' } },
  },
  empty: {
    visit: physicianVisit({
      stage: 'measures',
      measures: [
        { measure: 'oximetry', status: { status: 'skipped', reason: 'patient-declines' } },
        { measure: 'blood-pressure', status: { status: 'to-do' } },
        { measure: 'body-weight', status: { status: 'to-do' } },
      ],
      readings: [],
      available: ['oximetry', 'blood-pressure'],
    }),
    call: { ...connected, media: IDLE_CALL.media },
  },
  many: {
    visit: physicianVisit({
      ...inCall,
      identity: {
        ...IDENTITY,
        familyName: 'de la Villeneuve-Kermorgant',
        givenName: 'Marie-Françoise Joséphine',
      },
      redFlags: ['chest-pain', 'stroke-signs'],
      reason: {
        pictures: ['cough-fever', 'pain', 'renewal'],
        text: 'Toux et fièvre depuis trois jours, avec une douleur au côté gauche quand elle respire fort, et renouvellement du traitement de la tension',
      },
      readings: Array.from({ length: 6 }, () => Object.values(READINGS))
        .flat()
        .map((reading, index) => ({
          ...reading,
          id: `${reading.id}-${index}`,
        })),
    }),
    call: {
      ...connected,
      roundTripMs: 640,
      media: { ...connected.media, failures: [{ code: 'CAMERA_BUSY' }] },
    },
  },
  withheld: {
    visit: physicianVisit(inCall),
    call: connected,
    agreement: {
      same: new Set([READINGS.oximetry.id]),
      withheld: new Set([READINGS.mean.id, READINGS.weight.id]),
    },
  },
  papers: {
    visit: physicianVisit({
      ...inCall,
      stage: 'goodbye',
      handover: 'written',
      papers: physicianPapers('stuck'),
    }),
    call: connected,
  },
  closed: { visit: physicianVisit({ ...inCall, stage: 'goodbye', handover: 'written' }), call: connected },
} as const satisfies Record<string, PhysicianScene>;
