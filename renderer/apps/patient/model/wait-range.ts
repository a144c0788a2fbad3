/** The wait as it is drawn: a line from now to the longest usual wait and a little beyond, with the usual range on it. */
export type WaitRange =
  | {
      readonly state: 'range';
      readonly fromMinutes: number;
      readonly toMinutes: number;
      /** Where the range begins and ends on the line, 0 to 1. */
      readonly start: number;
      readonly end: number;
    }
  /** Less than a minute to the beginning of the range, or inside it. */
  | { readonly state: 'soon' }
  | { readonly state: 'long' };

const MINUTE_MS = 60_000;
/** Part of the line beyond the range: a wait is never promised to end there. */
const BEYOND = 1.25;

/** What is left of the usual wait after `waitedMs`. It is a range, never a promise, and never a percentage. */
export const waitRange = (usual: { fromMinutes: number; toMinutes: number }, waitedMs: number): WaitRange => {
  const from = Math.ceil(usual.fromMinutes - waitedMs / MINUTE_MS);
  const to = Math.ceil(usual.toMinutes - waitedMs / MINUTE_MS);
  if (to <= 0) return { state: 'long' };
  if (from < 1) return { state: 'soon' };
  const line = to * BEYOND;
  return { state: 'range', fromMinutes: from, toMinutes: to, start: from / line, end: to / line };
};
