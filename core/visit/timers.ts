import type { Milliseconds } from '../time.ts';
import type { CabinCommand } from './cabin-commands.ts';
import type { Visit } from './visit.ts';

/** The one thing that the visit waits for, and when, in milliseconds of the visit's clock. Undefined: nothing but people and devices. */
export const pendingTimer = (
  visit: Visit,
): { readonly dueMs: Milliseconds; readonly command: CabinCommand } | undefined => {
  const { capture } = visit;
  if (capture?.phase.phase !== 'rest' || visit.ended !== undefined) return undefined;
  return { dueMs: capture.phase.untilMs, command: { type: 'end-rest', captureId: capture.captureId } };
};
