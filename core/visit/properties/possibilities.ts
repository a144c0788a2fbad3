import { nothingFor } from '../../call/ledger.ts';
import { CONSENTS } from '../../identity/consents.ts';
import { REST_BREAKS } from '../../vitals/capture-plan.ts';
import { ARMS } from '../../vitals/cuff.ts';
import { MEASURES } from '../../vitals/kinds.ts';
import { REACHES } from '../attendance/attendance.ts';
import type { CabinCommand } from '../cabin-commands.ts';
import type { Command, CommandType } from '../commands.ts';
import { openGuest } from '../company/company.ts';
import { AWA, BENALI, MADELEINE, pressure, reading } from '../fake-visit.ts';
import { ABSENCE_CHOICES, INTERRUPTION_CAUSES, LINE_CHOICES } from '../interruption/interruption.ts';
import { PAPER_OUTCOMES, REPRINT_REASONS } from '../papers/papers.ts';
import { EXCLUSIONS } from '../relevance/exclusions.ts';
import type { Visit } from '../visit.ts';
import { LANGUAGES, PATHWAYS, REPORT_STATES, type Role, SKIP_REASONS } from '../words.ts';

/** Somebody asks something, or the cabin brings something. */
export type Possibility = {
  /** Nobody is signed in beside the patient. */
  readonly unattended?: true;
} & (
  | { readonly by: Role; readonly command: Command }
  | { readonly by: 'cabin'; readonly command: CabinCommand }
);

type OneOf<All extends { readonly type: string }, Type> = Extract<All, { readonly type: Type }>;
/** Every kind has its samples: one that is added without them does not compile. */
type Samples<All extends { readonly type: string }> = {
  readonly [Type in All['type']]: (visit: Visit) => readonly Omit<OneOf<All, Type>, 'type'>[];
};

/** An id of no visit, or of one that is over. */
const FOREIGN = 'foreign-id-0001';
const once = (): readonly object[] => [{}];
const ids = (own: readonly (string | undefined)[]): readonly string[] => [
  ...own.filter((id) => id !== undefined),
  FOREIGN,
];
const requestIds = ({ requests }: Visit) => ids([requests.at(-1)?.requestId]);
const examIds = ({ examination }: Visit) => ids([examination.requests.at(-1)?.requestId]);
const itemIds = ({ examination }: Visit) => ids([examination.items.at(-1)?.itemId]);
const paperIds = ({ papers }: Visit) => ids([papers.list.at(-1)?.paperId]);
const guestIds = ({ company }: Visit) => ids([openGuest(company)?.guestId]);
const captureIds = ({ capture }: Visit) => ids([capture?.captureId]);
/** The next of its kind, as a page would choose it. */
const fresh = (kind: string, taken: readonly unknown[]): string => `${kind}-0000-${taken.length + 1}`;

const AGREED = {
  teleconsultation: true,
  'assistant-present': true,
  'report-to-doctor': true,
  'report-to-shared-record': false,
};

const COMMAND_SAMPLES = {
  'start-visit': once,
  'choose-language': () => LANGUAGES.map((language) => ({ language })),
  'answer-red-flags': () => [{ flags: [] }, { flags: ['chest-pain'] }],
  'acknowledge-capabilities': once,
  'enter-identity': () => [
    { identity: MADELEINE },
    { identity: { ...MADELEINE, birthDate: '1990-06-01' } },
    { identity: { ...MADELEINE, birthDate: '2014-06-01' } },
  ],
  'note-particulars': () => [
    { particulars: {} },
    { particulars: { telephone: '06 12 34 56 78', pregnancy: 'unknown' } },
  ],
  'give-consents': () => [{ consents: AGREED }, { consents: { ...AGREED, teleconsultation: false } }],
  'change-consent': () => CONSENTS.flatMap((consent) => [true, false].map((given) => ({ consent, given }))),
  'give-reason': () => [{ reason: { pictures: ['pain'], text: '' } }, { reason: { pictures: [], text: '' } }],
  'go-back': once,
  'start-capture': () => MEASURES.map((measure) => ({ measure })),
  'stop-capture': (visit) => captureIds(visit).map((captureId) => ({ captureId })),
  'restart-capture': () => MEASURES.map((measure) => ({ measure })),
  'skip-capture': () => MEASURES.map((measure) => ({ measure, reason: SKIP_REASONS[0] })),
  'shorten-rest': () => [{ reason: 'in pain' }],
  'restart-rest': () => REST_BREAKS.map((cause) => ({ cause })),
  'note-cuff': () => ARMS.map((arm) => ({ setting: { arm, size: 'adult' as const, checked: [] } })),
  'enter-reading': () => [
    { measure: 'body-weight', values: { weight: { value: 68, unit: 'kg' } } },
    { measure: 'body-weight', values: { weight: { value: 6_800, unit: 'kg' } } },
    { measure: 'oximetry', values: { spo2: { value: 88, unit: '%' } } },
    {
      measure: 'respiratory-rate',
      values: { 'respiratory-rate': { value: 28, unit: '/min' } },
      taking: { how: 'counted', count: 14, seconds: 30 },
    },
  ],
  'finish-measures': once,
  'acknowledge-physician': once,
  'ask-help': once,
  'acknowledge-help': once,
  'give-sign': once,
  'note-departure': () => [{}, { reach: REACHES[1] }],
  'raise-emergency': once,
  'acknowledge-emergency': once,
  'retract-emergency': once,
  'note-emergency-call': () => [{ service: '15' }],
  'close-emergency': () => [{ ending: { ending: 'mistake' } }],
  pause: once,
  resume: once,
  leave: once,
  'accept-task': (visit) => requestIds(visit).map((requestId) => ({ requestId })),
  'decline-task': (visit) => requestIds(visit).map((requestId) => ({ requestId, reason: SKIP_REASONS[1] })),
  'finish-visit': once,
  'retry-handover': once,
  'request-measure': (visit) =>
    MEASURES.map((measure) => ({ requestId: fresh('request', visit.requests), measure })),
  'request-exam': (visit) => {
    const requestId = fresh('exam', visit.examination.requests);
    return [
      { requestId, target: { instrument: 'exam-camera', site: 'skin', place: { place: 'back' } } },
      { requestId, target: { instrument: 'stethoscope', point: 'mitral' } },
    ];
  },
  'accept-exam': (visit) => examIds(visit).map((requestId) => ({ requestId })),
  'decline-exam': (visit) => examIds(visit).map((requestId) => ({ requestId, reason: SKIP_REASONS[2] })),
  'correct-exam-place': (visit) =>
    examIds(visit).map((requestId) => ({ requestId, place: { place: 'neck' } as const })),
  'finish-exam': (visit) => examIds(visit).map((requestId) => ({ requestId })),
  'take-exam-item': (visit) =>
    examIds(visit).map((requestId) => ({ requestId, itemId: fresh('item', visit.examination.items) })),
  'discard-exam-item': (visit) => itemIds(visit).map((itemId) => ({ itemId })),
  'choose-instrument': (visit) => examIds(visit).map((requestId) => ({ requestId, deviceId: 'camera-1' })),
  'report-instrument': (visit) =>
    examIds(visit).flatMap((requestId) => [
      { requestId, status: { state: 'live', device: 'Otoscope', simulated: true } as const },
      { requestId, status: { state: 'failed', code: 'INSTRUMENT_MISSING', candidates: [] } as const },
    ]),
  'report-exam-item': (visit) =>
    itemIds(visit).flatMap((itemId) => [
      { itemId, report: { report: 'delivered' } as const },
      { itemId, report: { report: 'failed', code: 'INSTRUMENT_MISSING' } as const },
    ]),
  'join-call': once,
  'leave-call': once,
  'invite-guest': (visit) => [{ guestId: fresh('guest', visit.company.guests), kind: 'relative' }],
  'accept-guest': (visit) => guestIds(visit).map((guestId) => ({ guestId })),
  'decline-guest': (visit) => guestIds(visit).map((guestId) => ({ guestId })),
  'end-guest': (visit) => guestIds(visit).map((guestId) => ({ guestId })),
  'ask-private-talk': once,
  'withdraw-private-talk': once,
  'decline-private-talk': once,
  'start-private-talk': once,
  'ask-return': once,
  'let-return': once,
  'keep-private': once,
  'acknowledge-return': once,
  'write-message': (visit) => [
    { messageId: fresh('message', visit.conversation.messages), text: 'Je vous entends mal' },
  ],
  'send-paper': (visit) => [
    {
      paper: {
        paperId: fresh('paper', visit.papers.list),
        kind: 'prescription',
        name: 'ordonnance.pdf',
        pages: 1,
        byteLength: 900,
        sha256: 'b'.repeat(64),
      },
    },
  ],
  'take-back-paper': (visit) => paperIds(visit).map((paperId) => ({ paperId })),
  'confirm-presence': once,
  'retry-paper': (visit) => paperIds(visit).map((paperId) => ({ paperId })),
  'reprint-paper': (visit) => paperIds(visit).map((paperId) => ({ paperId, reason: REPRINT_REASONS[0] })),
  'settle-paper': (visit) => paperIds(visit).map((paperId) => ({ paperId, outcome: PAPER_OUTCOMES[0] })),
  'take-papers': once,
  'remove-papers': once,
  'answer-absence': () => [...ABSENCE_CHOICES, 'queue' as const].map((answer) => ({ answer })),
  'answer-line': () => [...LINE_CHOICES, 'postpone' as const].map((answer) => ({ answer })),
  'choose-pathway': () => PATHWAYS.map((pathway) => ({ pathway })),
  'note-exclusion': () => EXCLUSIONS.slice(0, 2).map((exclusion) => ({ exclusion })),
  'withdraw-exclusion': () => EXCLUSIONS.slice(0, 2).map((exclusion) => ({ exclusion })),
  'save-notes': () => [{ text: 'Otite moyenne' }],
  'close-consultation': () =>
    REPORT_STATES.slice(0, 1).flatMap((report) => {
      const words = { report, advice: 'Repos', notes: 'Otite' };
      return [
        words,
        { ...words, handedOverTo: 'SAMU' },
        { ...words, orientation: { place: 'duty-doctor', details: '' } },
        { ...words, sickLeave: { days: 8, ongoingDays: 0 } },
      ] as const;
    }),
} satisfies Samples<Command>;

const CLAIRE = { name: 'Claire Morel', givenName: 'Claire', profession: 'pharmacist' } as const;

const RUNS = [0, 1];
const CABIN_SAMPLES = {
  'deliver-reading': (visit) =>
    captureIds(visit).flatMap((captureId) =>
      [
        pressure(142, 84),
        reading('oximetry', 96),
        // Of an adult: once to be confirmed, twice an emergency.
        reading('oximetry', 89),
        reading('body-weight', 68),
        // Nobody weighs that: a fault of the device.
        reading('body-weight', 6_800),
      ].flatMap((delivered) =>
        RUNS.map((earlier) => ({
          captureId,
          run: (visit.capture?.run ?? 0) - earlier,
          deviceId: 'device',
          origin: 'device' as const,
          reading: delivered,
          rawHash: 'a'.repeat(64),
        })),
      ),
    ),
  'fail-capture': (visit) =>
    captureIds(visit).map((captureId) => ({
      captureId,
      run: visit.capture?.run ?? 0,
      code: 'CAPTURE_MOVED' as const,
    })),
  'relieve-assistant': () => [{ assistant: AWA }, { assistant: CLAIRE }],
  'escalate-help': once,
  'doubt-attendance': () => (['asked', 'alerted', 'away', 'over'] as const).map((to) => ({ to })),
  'end-rest': (visit) => captureIds(visit).map((captureId) => ({ captureId })),
  'grant-claim': () => ['benali', 'moreau'].map((physicianId) => ({ physicianId, card: BENALI })),
  'lose-claim': () => INTERRUPTION_CAUSES.map((cause) => ({ cause })),
  'note-physician-presence': () => [{ away: true }, { away: false }],
  'ask-about-absence': once,
  'ask-about-line': once,
  'note-line-recovered': once,
  'note-echoes': () => [{ readings: [] }],
  'note-missing-equipment': () => [{ missing: ['otoscope'] }, { missing: ['otoscope', 'oximeter'] }],
  'note-spell': () => [{ spell: { ...nothingFor('CALL_LOST'), lastedMs: 1_000 } }],
  'note-guest-arrived': (visit) => guestIds(visit).map((guestId) => ({ guestId, name: 'Ana' })),
  'note-guest-left': (visit) => guestIds(visit).map((guestId) => ({ guestId })),
  'expire-guest': (visit) => guestIds(visit).map((guestId) => ({ guestId })),
  'note-paper-arrived': (visit) => paperIds(visit).map((paperId) => ({ paperId })),
  'refuse-paper': (visit) => paperIds(visit).map((paperId) => ({ paperId, code: 'PAPER_UNREADABLE' })),
  'note-paper-printed': (visit) => paperIds(visit).map((paperId) => ({ paperId })),
  'note-paper-failed': (visit) => paperIds(visit).map((paperId) => ({ paperId, code: 'PRINTER_PAPER_OUT' })),
  'handover-written': once,
  'handover-failed': () => [{ code: 'HANDOVER_FAILED' }],
  'note-incident': () => [{ code: 'DEVICE_UNPLUGGED' }],
} satisfies Samples<CabinCommand>;

const ROLES: readonly Role[] = ['patient', 'assistant', 'physician'];

/** All that can be asked of `visit` and brought to it: every command by every role, sensible and not, with its own ids and a foreign one. */
export const possibilities = (visit: Visit): readonly Possibility[] => {
  const asked = Object.entries(COMMAND_SAMPLES).flatMap(([type, samples]) =>
    (samples as (visit: Visit) => readonly object[])(visit).flatMap((sample) =>
      ROLES.map((by) => ({ by, command: { ...sample, type: type as CommandType } as Command })),
    ),
  );
  const brought = Object.entries(CABIN_SAMPLES).flatMap(([type, samples]) =>
    (samples as (visit: Visit) => readonly object[])(visit).map((sample) => ({
      by: 'cabin' as const,
      command: { ...sample, type } as CabinCommand,
    })),
  );
  const unattended = asked.map((possibility) => ({ ...possibility, unattended: true as const }));
  return [...asked, ...(visit.stage === 'welcome' ? unattended : []), ...brought];
};
