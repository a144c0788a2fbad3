import type { AbsenceChoice, InterruptionCause, LineChoice } from './interruption.ts';

/** What has happened to the tie between the visit and its physician. */
export type InterruptionEvent =
  | { readonly type: 'physician-presence'; readonly away: boolean }
  /** The absence has lasted: patient and assistant are asked what to do. */
  | { readonly type: 'absence-asked' }
  | { readonly type: 'absence-answered'; readonly answer: AbsenceChoice }
  /** The line has borne no picture for a while: the physician is asked how to go on. */
  | { readonly type: 'line-asked' }
  | { readonly type: 'line-answered'; readonly answer: LineChoice }
  | { readonly type: 'line-recovered' }
  | { readonly type: 'claim-lost'; readonly cause: InterruptionCause };
