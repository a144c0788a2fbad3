import type { DriverSession, SessionContext } from '../../kit/driver.ts';
import { createRecordSession, type RecordMeter } from '../../kit/sessions/record-session.ts';
import { createConversation } from './conversation.ts';
import { manifest } from './manifest.ts';

/** Longest time, in the visit's, to put the cuff on, press the key and be measured. */
const LONGEST_MS = 180_000;

const monitor: RecordMeter = {
  manifest,
  converse: createConversation,
  // The person starts it with the device's own key, and it says nothing while it measures.
  feedback: (elapsed) => ({
    measure: 'blood-pressure',
    state: 'waiting',
    elapsedMs: elapsed,
    longestMs: LONGEST_MS,
  }),
  pollMs: 3_000,
  captureMs: LONGEST_MS,
};

/** Asks for the newest records until one is there that was not when the capture began. */
export const createSession = (context: SessionContext): DriverSession =>
  createRecordSession(monitor, context);
