import type { Milliseconds } from '../../time.ts';
import type { VisitEvent } from '../events.ts';
import type { Visit } from '../visit.ts';
import { type Attendance, type Quiet, quietOf } from './attendance.ts';

/**
 * Real time, not the visit's. Without a seat that feels, a person who reads slowly must not be asked after 45 s: they have twice that. Who is
 * asked has half a minute before somebody comes, and three minutes before the screen goes blank; a quarter of an hour later the visit is over.
 */
export const ATTENDANCE_TIMES = {
  quietMs: { acting: 90_000, waiting: 300_000, paused: 600_000 } as const satisfies Record<
    Quiet,
    Milliseconds
  >,
  alertMs: 30_000,
  awayMs: 150_000,
  overMs: 900_000,
} as const;

/** Monotonic times of what was seen last. */
export interface LastSeen {
  /** Somebody did something. */
  readonly signMs: Milliseconds;
  /** The doubt became what it is. */
  readonly doubtMs: Milliseconds;
}

/** Whether an event shows a human at work on the visit: the cabin's own do not, but for what a device yields. */
export const isActivity = ({ by, body }: VisitEvent): boolean =>
  by !== 'cabin' || body.type === 'reading-kept';

/** What comes next while nobody gives a sign, and when. Undefined: there is nothing to doubt, or it is over. */
export const nextDoubt = (
  visit: Visit,
  { signMs, doubtMs }: LastSeen,
): { readonly to: Attendance['state'] | 'over'; readonly dueMs: Milliseconds } | undefined => {
  const quiet = quietOf(visit);
  if (quiet === undefined) return undefined;
  const { quietMs, alertMs, awayMs, overMs } = ATTENDANCE_TIMES;
  switch (visit.attendance?.state) {
    case undefined:
      return { to: 'asked', dueMs: signMs + quietMs[quiet] };
    case 'asked':
      return { to: 'alerted', dueMs: doubtMs + alertMs };
    case 'alerted':
      return { to: 'away', dueMs: doubtMs + awayMs };
    case 'away':
      return { to: 'over', dueMs: doubtMs + overMs };
  }
};
