import type { Milliseconds } from '#core/time.ts';
import type { Driver } from '../../kit/driver.ts';
import { createRecordSession, type RecordMeter } from '../../kit/sessions/record-session.ts';
import { createConversation } from './conversation.ts';
import { createDecoder } from './decoder.ts';
import { createFrameView } from './frame-view.ts';
import { manifest } from './manifest.ts';

/** The cuff is put on, fills and empties; then the record is there. */
const CAPTURE_MS: Milliseconds = 180_000;

const meter: RecordMeter = {
  manifest,
  converse: createConversation,
  feedback: (elapsedMs) => ({
    measure: 'blood-pressure',
    state: 'waiting',
    elapsedMs,
    longestMs: CAPTURE_MS,
  }),
  pollMs: 2_000,
  captureMs: CAPTURE_MS,
};

/** Contec 08A and 08C blood pressure monitors. */
export const driver: Driver = {
  manifest,
  createDecoder,
  createSession: (context) => createRecordSession(meter, context),
  createFrameView,
};
