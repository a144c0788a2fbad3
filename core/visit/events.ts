import type { CallSpell } from '../call/ledger.ts';
import type { ErrorCode } from '../contract/error-codes.ts';
import type { CallEnd } from '../contract/media-faults.ts';
import type { Consent, Consents } from '../identity/consents.ts';
import type { Identity } from '../identity/identity.ts';
import type { Particulars } from '../identity/particulars.ts';
import type { Equipment } from '../opening/equipment.ts';
import type { Instant, Milliseconds } from '../time.ts';
import type { RestBreak } from '../vitals/capture-plan.ts';
import type { CuffSetting } from '../vitals/cuff.ts';
import type { Measure } from '../vitals/kinds.ts';
import type { Reading } from '../vitals/reading.ts';
import type { AttendanceEvent } from './attendance/events.ts';
import type { CaptureId } from './capture-id.ts';
import type { ClosingWords } from './closing/closing.ts';
import type { CompanyEvent } from './company/events.ts';
import type { EmergencyEvent } from './emergency/events.ts';
import type { ExamEvent } from './examination/events.ts';
import type { InterruptionEvent } from './interruption/events.ts';
import type { PaperEvent } from './papers/events.ts';
import type { PrivacyEvent } from './privacy/events.ts';
import type { RelevanceEvent } from './relevance/events.ts';
import type {
  Actor,
  Assistant,
  Ending,
  HelpStep,
  Language,
  PhysicianCard,
  RedFlag,
  Role,
  SkipReason,
  Stage,
  VisitReason,
} from './words.ts';

/** What has happened in a visit. Facts only: nothing here is ever undone, a later event corrects it. */
export type EventBody =
  | { readonly type: 'visit-started'; readonly assistant: Assistant }
  /** Somebody else is on duty from now on. */
  | { readonly type: 'assistant-relieved'; readonly assistant: Assistant }
  | { readonly type: 'language-chosen'; readonly language: Language }
  | { readonly type: 'stage-entered'; readonly stage: Stage }
  | { readonly type: 'red-flags-answered'; readonly flags: readonly RedFlag[] }
  | { readonly type: 'identity-entered'; readonly identity: Identity }
  | { readonly type: 'particulars-noted'; readonly particulars: Particulars }
  | { readonly type: 'consents-given'; readonly consents: Consents }
  | { readonly type: 'consent-changed'; readonly consent: Consent; readonly given: boolean }
  | { readonly type: 'reason-given'; readonly reason: VisitReason }
  | { readonly type: 'ticket-opened'; readonly ticketId: string }
  /** No physician is waited for any more. */
  | { readonly type: 'ticket-closed' }
  | {
      readonly type: 'capture-started';
      readonly captureId: CaptureId;
      readonly measure: Measure;
      readonly repetitions: number;
      readonly requestId?: string;
    }
  | {
      readonly type: 'rest-started';
      readonly captureId: CaptureId;
      readonly totalMs: Milliseconds;
      readonly untilMs: Milliseconds;
    }
  /** The patient has moved or talked. */
  | { readonly type: 'rest-broken'; readonly cause: RestBreak }
  | { readonly type: 'rest-shortened'; readonly reason: string }
  | { readonly type: 'cuff-noted'; readonly setting: CuffSetting }
  /** The device is asked for a reading. `run` counts the askings of this capture: an answer to an earlier one is dropped. */
  | { readonly type: 'measuring-started'; readonly captureId: CaptureId; readonly run: number }
  | { readonly type: 'reading-kept'; readonly reading: Reading }
  | { readonly type: 'capture-completed'; readonly captureId: CaptureId; readonly readingId: string }
  | { readonly type: 'capture-failed'; readonly captureId: CaptureId; readonly code: ErrorCode }
  | { readonly type: 'capture-stopped'; readonly captureId: CaptureId; readonly run: number }
  | { readonly type: 'capture-left'; readonly captureId: CaptureId }
  | { readonly type: 'measure-skipped'; readonly measure: Measure; readonly reason: SkipReason }
  | { readonly type: 'help-asked' }
  /** Nobody has answered for too long. */
  | { readonly type: 'help-escalated'; readonly step: HelpStep }
  | { readonly type: 'help-acknowledged' }
  | AttendanceEvent
  | EmergencyEvent
  | { readonly type: 'paused' }
  | { readonly type: 'resumed' }
  | { readonly type: 'claimed'; readonly physicianId: string; readonly card: PhysicianCard }
  | InterruptionEvent
  | { readonly type: 'physician-acknowledged' }
  /** A while of the call, with what each direction got of it. */
  | { readonly type: 'call-measured'; readonly spell: CallSpell }
  /** Found missing for the first time in this visit's consultations. */
  | { readonly type: 'equipment-missed'; readonly missing: readonly Equipment[] }
  /** The physician's page renders this reading exactly as the record holds it. */
  | { readonly type: 'reading-seen'; readonly readingId: string }
  /** It renders something else under this id. */
  | { readonly type: 'reading-differed'; readonly readingId: string }
  | { readonly type: 'measure-requested'; readonly requestId: string; readonly measure: Measure }
  | { readonly type: 'request-accepted'; readonly requestId: string }
  | { readonly type: 'request-declined'; readonly requestId: string; readonly reason: SkipReason }
  | { readonly type: 'request-done'; readonly requestId: string; readonly readingId: string }
  | ExamEvent
  | CompanyEvent
  | PrivacyEvent
  | PaperEvent
  | {
      readonly type: 'message-written';
      readonly messageId: string;
      readonly author: Role;
      readonly text: string;
    }
  | RelevanceEvent
  | { readonly type: 'notes-saved'; readonly text: string }
  | ({ readonly type: 'consultation-closed' } & ClosingWords)
  | { readonly type: 'handover-started' }
  | { readonly type: 'handover-written' }
  | { readonly type: 'handover-failed'; readonly code: ErrorCode }
  | { readonly type: 'incident'; readonly code: ErrorCode; readonly end?: CallEnd }
  | { readonly type: 'visit-ended'; readonly outcome: Ending };

/** An event as the journal keeps it. */
export interface VisitEvent {
  /** Position in the visit's journal, from 1. */
  readonly sequence: number;
  readonly at: Instant;
  /** Monotonic time of the main process, in milliseconds of the visit's clock. */
  readonly atMs: Milliseconds;
  readonly by: Actor;
  /** Name of the person, where the cabin knows it: who is signed in, or the physician who holds the visit. */
  readonly person?: string;
  readonly body: EventBody;
}
