import type { Driver } from '../../kit/driver.ts';
import { createRecordSession, type RecordMeter } from '../../kit/sessions/record-session.ts';
import { createConversation } from './conversation.ts';
import { createDecoder } from './decoder.ts';
import { createFrameView } from './frame-view.ts';
import { manifest } from './manifest.ts';

const meter: RecordMeter = {
  manifest,
  converse: createConversation,
  feedback: () => ({ measure: 'blood-glucose', state: 'waiting' }),
  pollMs: 2_000,
  // Pricking, the drop, five seconds in the meter, and the cable back into it.
  captureMs: 180_000,
};

/** LifeScan OneTouch Ultra2 blood glucose meters. */
export const driver: Driver = {
  manifest,
  createDecoder,
  createSession: (context) => createRecordSession(meter, context),
  createFrameView,
};
