import type { AbsenceChoice, InterruptionCause } from './interruption.ts';

/** What has happened to the tie between the visit and its physician. */
export type InterruptionEvent =
  | { readonly type: 'physician-presence'; readonly away: boolean }
  /** The absence has lasted: patient and assistant are asked what to do. */
  | { readonly type: 'absence-asked' }
  | { readonly type: 'absence-answered'; readonly answer: AbsenceChoice }
  | { readonly type: 'claim-lost'; readonly cause: InterruptionCause };
