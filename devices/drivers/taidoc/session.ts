import type { CaptureFeedback } from '#core/contract/live.ts';
import { assertNever } from '#core/result.ts';
import type { Milliseconds } from '#core/time.ts';
import type { DriverSession, SessionContext } from '../../kit/driver.ts';
import { createOximeterSession } from '../../kit/oximetry/session.ts';
import { createRecordSession } from '../../kit/sessions/record-session.ts';
import { converse } from './conversation.ts';
import type { Family } from './families.ts';
import { manifest } from './manifest.ts';
import { oximeterStream } from './oximeter.ts';

/** Pause between two questions for a new record. */
const POLL_MS: Milliseconds = 1_500;
/** Longest time that a person takes to measure, in the visit's time. */
const CAPTURE_MS: Milliseconds = 180_000;

const feedbackOf = (family: Exclude<Family, 'oximeter'>, elapsedMs: Milliseconds): CaptureFeedback => {
  switch (family) {
    case 'thermometer':
      return { measure: 'temperature', state: 'waiting' };
    case 'glucose-meter':
      return { measure: 'blood-glucose', state: 'waiting' };
    case 'cuff':
      return { measure: 'blood-pressure', state: 'waiting', elapsedMs, longestMs: CAPTURE_MS };
    default:
      return assertNever(family);
  }
};

/** Learns which instrument it is; an oximeter is then asked every second, the memory of every other one is read. */
export const createSession = (context: SessionContext): DriverSession => {
  let family: Exclude<Family, 'oximeter'> = 'thermometer';
  let oximeter: DriverSession | undefined;
  let identity = manifest.identity;

  const followOximeter = (): void => {
    const emit: SessionContext['emit'] = (event) => {
      // It is identified already, by its model.
      if (event.type !== 'identified') context.emit(event);
    };
    oximeter = createOximeterSession(oximeterStream(identity), { ...context, emit });
    oximeter.start();
  };

  const records = createRecordSession(
    {
      manifest,
      pollMs: POLL_MS,
      captureMs: CAPTURE_MS,
      feedback: (elapsed) => feedbackOf(family, elapsed),
      converse: (own) =>
        converse(own, (found) => {
          if (found !== 'oximeter') family = found;
        }),
    },
    {
      ...context,
      emit: (event) => {
        if (event.type === 'identified') identity = event.identity;
        context.emit(event);
        if (event.type === 'identified' && event.measures?.includes('oximetry')) followOximeter();
      },
    },
  );

  return {
    start: () => records.start(),
    receive: (bytes) => (oximeter ?? records).receive(bytes),
    startCapture: (measure) => (oximeter ?? records).startCapture(measure),
    stopCapture: () => (oximeter ?? records).stopCapture(),
    close: () => {
      records.close();
      oximeter?.close();
    },
  };
};
