import { failure } from '#core/contract/error-codes.ts';
import type { DriverSession, SessionContext } from '../../kit/driver.ts';
import { createPushSession, type PushDevice } from '../../kit/sessions/push-session.ts';
import { createDecoder } from './decoder.ts';
import { manifest } from './manifest.ts';

/** A scale that sends one line after a weighing; it never asks anything. */
const scale: PushDevice = {
  manifest,
  createDecoder,
  kind: 'body-weight',
  feedback: (state) => ({ measure: 'body-weight', state: state === 'receiving' ? 'settling' : 'waiting' }),
  failureOf: ({ reason }) =>
    reason === 'out-of-range' ? failure('CAPTURE_OUT_OF_RANGE') : failure('DEVICE_GARBLED', reason),
  // Longest time that a person takes to step on and stand still.
  captureMs: 120_000,
  // Bytes of a line come without a pause.
  messageBrokenMs: 2_000,
  foreignBytes: 512,
};

/** Waits for the line of one weighing. */
export const createSession = (context: SessionContext): DriverSession => createPushSession(scale, context);
