import { localDateTime } from '#core/time.ts';
import type { DriverSession, SessionContext } from '../../kit/driver.ts';
import { createPushSession, type PushDevice } from '../../kit/sessions/push-session.ts';
import { CLOCK_TOLERANCE_MS } from '../../kit/sessions/stored.ts';
import { createDecoder } from './decoder.ts';
import { manifest } from './manifest.ts';
import { createMessageReader } from './messages.ts';
import { dayOf } from './reading.ts';

/** Longest time, in the visit's, to sit down, put the arm in, press the key and be measured. */
const LONGEST_MS = 180_000;

/** Format 1 has no time of day, so its reading has no time at all: its day still tells yesterday's. */
const isOfAnotherDay = (raw: Uint8Array, visitBeganAt: Date): boolean => {
  const earliest = localDateTime(new Date(visitBeganAt.getTime() - CLOCK_TOLERANCE_MS)).slice(0, 10);
  return createMessageReader()
    .push(raw)
    .some((event) => {
      const day = event.type === 'message' ? dayOf(event.message) : undefined;
      return day !== undefined && day < earliest;
    });
};

const device: PushDevice = {
  manifest,
  createDecoder,
  kind: 'blood-pressure',
  feedback: (state, elapsed) => ({
    measure: 'blood-pressure',
    // The person starts it with the device's own key, and it says nothing before it has measured.
    state: state === 'receiving' ? 'measuring' : 'waiting',
    elapsedMs: elapsed,
    longestMs: LONGEST_MS,
  }),
  isStored: isOfAnotherDay,
  captureMs: LONGEST_MS,
  // A message takes a quarter of a second at 2400 baud, without a pause.
  messageBrokenMs: 1_000,
  foreignBytes: 512,
};

/** Waits for the message that the device pushes after a measurement. */
export const createSession = (context: SessionContext): DriverSession => createPushSession(device, context);
