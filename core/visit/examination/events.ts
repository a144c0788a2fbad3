import type { ErrorCode } from '../../contract/error-codes.ts';
import type { InstrumentRole } from '../../instruments/bindings.ts';
import type { SkipReason } from '../words.ts';
import type { InstrumentStatus, TakenItem } from './examination.ts';
import type { SkinPlace } from './skin-places.ts';
import type { ExamTarget } from './targets.ts';

/** What has happened with the instruments of the call. */
export type ExamEvent =
  | {
      readonly type: 'exam-requested';
      readonly requestId: string;
      readonly target: ExamTarget;
      /** The instrument is at this very place already. */
      readonly inHand: boolean;
    }
  | { readonly type: 'exam-accepted'; readonly requestId: string }
  | { readonly type: 'exam-declined'; readonly requestId: string; readonly reason: SkipReason }
  | { readonly type: 'exam-place-corrected'; readonly requestId: string; readonly place: SkinPlace }
  | { readonly type: 'exam-finished'; readonly requestId: string }
  | { readonly type: 'instrument-reported'; readonly requestId: string; readonly status: InstrumentStatus }
  | { readonly type: 'instrument-chosen'; readonly role: InstrumentRole; readonly deviceId: string }
  | { readonly type: 'exam-item-asked'; readonly itemId: string; readonly requestId: string }
  | { readonly type: 'exam-item-again'; readonly itemId: string }
  | { readonly type: 'exam-item-taken'; readonly itemId: string; readonly taken: TakenItem }
  | { readonly type: 'exam-item-delivered'; readonly itemId: string }
  | { readonly type: 'exam-item-failed'; readonly itemId: string; readonly code: ErrorCode }
  | { readonly type: 'exam-item-discarded'; readonly itemId: string };
