import type { Milliseconds } from '../time.ts';
import type { CabinCommand } from './cabin-commands.ts';
import { nextHelpStep } from './decide/calls.ts';
import type { Visit } from './visit.ts';

/** What the cabin brings to the visit by itself, and when, in milliseconds of the visit's clock. */
export interface Timer {
  readonly dueMs: Milliseconds;
  readonly command: CabinCommand;
}

const restTimer = ({ capture }: Visit): Timer | undefined =>
  capture?.phase.phase === 'rest'
    ? { dueMs: capture.phase.untilMs, command: { type: 'end-rest', captureId: capture.captureId } }
    : undefined;

const helpTimer = (visit: Visit): Timer | undefined => {
  const next = nextHelpStep(visit);
  return next && { dueMs: next.dueMs, command: { type: 'escalate-help' } };
};

/** The next thing that the visit waits for. Undefined: nothing but people and devices. */
export const pendingTimer = (visit: Visit): Timer | undefined =>
  visit.ended === undefined
    ? [restTimer(visit), helpTimer(visit)]
        .filter((timer) => timer !== undefined)
        .toSorted((one, other) => one.dueMs - other.dueMs)[0]
    : undefined;
