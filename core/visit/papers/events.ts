import type { ErrorCode } from '../../contract/error-codes.ts';
import type { PaperHead, PaperOutcome, ReprintReason } from './papers.ts';

/** What the printing desk of the cabin says of a paper. */
export type PaperNews =
  /** Its bytes are whole, what was announced, and a document that can be printed. */
  | { readonly type: 'note-paper-arrived'; readonly paperId: string }
  | { readonly type: 'refuse-paper'; readonly paperId: string; readonly code: ErrorCode }
  | { readonly type: 'note-paper-printed'; readonly paperId: string }
  | { readonly type: 'note-paper-failed'; readonly paperId: string; readonly code: ErrorCode };

/** What has happened with the papers of a visit. */
export type PaperEvent =
  | { readonly type: 'paper-sent'; readonly paper: PaperHead }
  | { readonly type: 'paper-arrived'; readonly paperId: string }
  | { readonly type: 'paper-refused'; readonly paperId: string; readonly code: ErrorCode }
  | { readonly type: 'paper-taken-back'; readonly paperId: string }
  | { readonly type: 'paper-dropped'; readonly paperId: string }
  /** `name`: of the assistant, who saw the patient. */
  | { readonly type: 'presence-confirmed'; readonly by: 'patient' | 'assistant'; readonly name?: string }
  /** The printer is asked for it; `reprint`: once more, why, and by whom. */
  | {
      readonly type: 'paper-printing';
      readonly paperId: string;
      readonly reprint?: { readonly reason: ReprintReason; readonly by: string };
    }
  | { readonly type: 'paper-printed'; readonly paperId: string }
  | { readonly type: 'paper-failed'; readonly paperId: string; readonly code: ErrorCode }
  | {
      readonly type: 'paper-settled';
      readonly paperId: string;
      readonly outcome: PaperOutcome;
      readonly by: string;
    }
  | {
      readonly type: 'tray-emptied';
      readonly outcome: 'taken' | 'removed';
      readonly by: 'patient' | 'assistant';
      readonly name?: string;
    };
