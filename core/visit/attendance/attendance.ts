import * as z from 'zod';
import { instantSchema } from '../../time.ts';
import { alertTableOf } from '../alerts/alerts.ts';
import { isPrivate } from '../privacy/privacy.ts';
import { isCapturing, type Visit } from '../visit.ts';

/**
 * Whether somebody still sits before the screen, once there is doubt. `asked`: the screen asks them. `alerted`: the assistant is to look. `away`:
 * the screen shows nothing of the visit any more, and only the assistant brings it back, for the same person.
 */
export const attendanceSchema = z.strictObject({
  state: z.enum(['asked', 'alerted', 'away']),
  /** When it became so. */
  since: instantSchema,
});
export type Attendance = z.infer<typeof attendanceSchema>;

/** How an attempt to reach somebody by telephone ended who left with an alarming sign. */
export const REACHES = ['reached', 'not-reached', 'no-number'] as const;
export type Reach = (typeof REACHES)[number];

/**
 * How soon silence is a doubt: `acting` where the person has something to do, `waiting` where nothing is asked of them, `paused` by their own
 * wish. Undefined: nobody doubts, since a human or a device is with them, or since they must not be disturbed.
 */
export type Quiet = 'acting' | 'waiting' | 'paused';

export const quietOf = (visit: Visit): Quiet | undefined => {
  const { stage, claim, emergency, ended, paused, privacy, help } = visit;
  if (ended !== undefined || stage === 'welcome' || emergency !== undefined) return undefined;
  // Somebody has called, and a human is on their way to them.
  if (help !== undefined || isPrivate(privacy) || isCapturing(visit)) return undefined;
  if (paused) return 'paused';
  switch (stage) {
    // The assistant types it beside them.
    case 'identity':
      return undefined;
    case 'waiting':
      return 'waiting';
    case 'call':
      return claim?.absence === undefined ? undefined : 'waiting';
    default:
      return 'acting';
  }
};

/** Whether somebody who leaves must be called after: a red flag was ticked, or a value meets the table of alerts. `today`: ISO date. */
export const mustBeReached = (visit: Visit, today: string): boolean => {
  const table = alertTableOf(visit, today);
  return visit.redFlags.length > 0 || (table.state === 'read' && table.alerts.length > 0);
};
