import type { Driver } from '../../kit/driver.ts';
import { createRecordSession, type RecordMeter } from '../../kit/sessions/record-session.ts';
import { createConversation } from './conversation.ts';
import { createDecoder } from './decoder.ts';
import { createFrameView } from './frame-view.ts';
import { manifest } from './manifest.ts';
import { createMask } from './mask.ts';

const meter: RecordMeter = {
  manifest,
  converse: createConversation,
  feedback: () => ({ measure: 'blood-glucose', state: 'waiting' }),
  // Every look reads the whole memory.
  pollMs: 5_000,
  // Pricking, the drop, five seconds in the meter, and the meter back into its port.
  captureMs: 180_000,
};

/** Contour USB and Contour Next USB blood glucose meters. */
export const driver: Driver = {
  manifest,
  createDecoder,
  createSession: (context) => createRecordSession(meter, context),
  createFrameView,
  createMask,
};
