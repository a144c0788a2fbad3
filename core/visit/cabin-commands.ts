import type { ReadingEchoes } from '../call/echo.ts';
import type { CallSpell } from '../call/ledger.ts';
import type { Origin } from '../contract/devices.ts';
import type { ErrorCode } from '../contract/error-codes.ts';
import type { CallEnd } from '../contract/media-faults.ts';
import type { Equipment } from '../opening/equipment.ts';
import type { ValidReading } from '../vitals/decoded.ts';
import type { Attendance } from './attendance/attendance.ts';
import type { CaptureId } from './capture-id.ts';
import type { CompanyNews } from './company/events.ts';
import type { InterruptionCause } from './interruption/interruption.ts';
import type { PaperNews } from './papers/events.ts';
import type { Assistant, PhysicianCard } from './words.ts';

/** What the cabin itself brings to the visit: devices, timers, the physician's arrival, the handover. */
export type CabinCommand =
  | {
      readonly type: 'deliver-reading';
      readonly captureId: CaptureId;
      readonly run: number;
      readonly deviceId: string;
      readonly origin: Origin;
      readonly reading: ValidReading;
      readonly signal?: number;
      readonly rawHash: string;
    }
  | {
      readonly type: 'fail-capture';
      readonly captureId: CaptureId;
      readonly run: number;
      readonly code: ErrorCode;
    }
  /** Somebody else has signed in beside the patient. */
  | { readonly type: 'relieve-assistant'; readonly assistant: Assistant }
  | { readonly type: 'escalate-help' }
  /** Nobody has given a sign of being there for longer still. */
  | { readonly type: 'doubt-attendance'; readonly to: Attendance['state'] | 'over' }
  | { readonly type: 'end-rest'; readonly captureId: CaptureId }
  | { readonly type: 'grant-claim'; readonly physicianId: string; readonly card: PhysicianCard }
  | { readonly type: 'lose-claim'; readonly cause: InterruptionCause }
  | { readonly type: 'note-physician-presence'; readonly away: boolean }
  /** The physician has been away for as long as most need to come back. */
  | { readonly type: 'ask-about-absence' }
  /** The line has borne no picture for a while, or bears one again. */
  | { readonly type: 'ask-about-line' }
  | { readonly type: 'note-line-recovered' }
  /** What the physician's page says that it shows. */
  | { readonly type: 'note-echoes'; readonly readings: ReadingEchoes }
  /** What both people got of the call since the last one of these. */
  | { readonly type: 'note-spell'; readonly spell: CallSpell }
  /** What the place must have and has not, while a physician holds the patient. */
  | { readonly type: 'note-missing-equipment'; readonly missing: readonly Equipment[] }
  | CompanyNews
  | PaperNews
  | { readonly type: 'handover-written' }
  | { readonly type: 'handover-failed'; readonly code: ErrorCode }
  | { readonly type: 'note-incident'; readonly code: ErrorCode; readonly end?: CallEnd };
