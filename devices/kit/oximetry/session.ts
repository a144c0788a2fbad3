import { type Failure, failure } from '#core/contract/error-codes.ts';
import { assertNever } from '#core/result.ts';
import type { Milliseconds } from '#core/time.ts';
import { every } from '../clock.ts';
import type { DriverSession, SessionContext } from '../driver.ts';
import { createLiveStream, type LiveStream } from './live-stream.ts';
import type { OximeterEvent, OximeterStream } from './stream.ts';

/** Timing of the conversation, in milliseconds. */
const DELAYS = {
  /** A device that is asked answers within this (V7.0 of Contec says 1 s). */
  reply: 1_000,
  /** Feedback to the patient, four times a second. */
  feedback: 250,
  /** A stream that gives no frame for so long is lost: the live value has just become too old to be shown. */
  streamLost: 3_000,
  /** A pulse wave without any movement, or a clock that stands still, for so long is a frozen device. */
  frozen: 4_000,
  /** A wave that has stood still for so long may be frozen: no reading is taken of it until it moves. */
  standing: 2_000,
  /** Longest time that a patient is asked to keep trying. */
  capture: 120_000,
  /** After the reading, the wave goes on for the physician until the finger has been out for so long. */
  fingerGone: 3_000,
} as const;

/** Talks with one streaming oximeter: identification, keep-alive, one capture at a time. */
export const createOximeterSession = (stream: OximeterStream, context: SessionContext): DriverSession => {
  const { clock, emit } = context;
  const { talk, manifest } = stream;
  const reader = stream.createReader();
  const period = 1_000 / stream.framesPerSecond;
  const lostAfter = Math.max(DELAYS.streamLost, 3 * period);
  const cancels: (() => void)[] = [];
  let identity = manifest.identity;
  let live: LiveStream | undefined;
  let stopTimers = (): void => undefined;
  let answered = false;
  let closed = false;
  let lastByteAt: Milliseconds = Number.NEGATIVE_INFINITY;

  const say = (messages: readonly Uint8Array[] = []): void => {
    for (const message of messages) context.write(message);
  };

  const endStream = (): void => {
    stopTimers();
    live = undefined;
    say(talk?.stop);
    emit({ type: 'idle' });
  };

  const giveUp = (why: Failure): void => {
    emit({ type: 'failed', failure: why });
    endStream();
  };

  const deliver = (active: LiveStream): void => {
    const standsFor = clock.monotonic() - active.lastChangeAt();
    if (standsFor > Math.max(DELAYS.standing, 2 * period)) return;
    const steady = active.takeReading();
    if (steady === undefined) return;
    const { values, frames, signal, flags, deviceTime, raw } = steady;
    emit({
      type: 'reading',
      reading: {
        kind: 'oximetry',
        status: 'valid',
        values,
        ...(deviceTime === undefined ? {} : { deviceTime }),
        flags: [...flags],
        device: identity,
        frames,
      },
      ...(signal === undefined ? {} : { signal }),
      raw,
    });
  };

  const watch = (active: LiveStream): void => {
    const now = clock.monotonic();
    if (now - active.lastFrameAt() > lostAfter) {
      const garbled = now - lastByteAt < Math.max(DELAYS.reply, 2 * period);
      emit({ type: 'fault', failure: failure(garbled ? 'DEVICE_GARBLED' : 'DEVICE_SILENT') });
      return;
    }
    const feedback = active.feedback(now);
    emit({ type: 'feedback', feedback });
    if (active.delivered()) {
      if (now - active.lastFingerAt() > DELAYS.fingerGone) endStream();
    } else if (now - active.lastChangeAt() > Math.max(DELAYS.frozen, 4 * period)) {
      giveUp(failure('DEVICE_FROZEN'));
    } else if (now - active.startedAt > DELAYS.capture) {
      giveUp(failure(feedback.state === 'sensor-off' ? 'CAPTURE_TIMEOUT' : 'CAPTURE_SIGNAL_LOST'));
    }
  };

  const startStream = (): void => {
    const active = createLiveStream(stream, clock.monotonic());
    const stopFeedback = every(clock, DELAYS.feedback, () => watch(active));
    const stopRetry = clock.after(DELAYS.reply, () => {
      if (active.hasFrames()) return;
      say(talk?.wake);
      say(talk?.start);
    });
    stopTimers = () => {
      stopFeedback();
      stopRetry();
    };
    live = active;
    say(talk?.start);
  };

  const prove = (said: typeof identity | undefined): void => {
    if (answered && said === undefined) return;
    answered = true;
    identity = said ?? identity;
    emit({ type: 'identified', identity });
  };

  const take = (event: OximeterEvent, now: Milliseconds): void => {
    switch (event.type) {
      case 'answer':
        prove(event.identity);
        return;
      case 'battery':
        emit(event);
        return;
      case 'frame':
        prove(undefined);
        live?.frame(event.frame, now);
        return;
      case 'record':
        prove(undefined);
        return;
      case 'pleth':
        for (const wave of live?.pleth(event.sample, now, event.fullScale) ?? [])
          emit({ type: 'wave', wave });
        return;
      case 'stuck':
        live?.stuck();
        return;
      case 'damage':
        for (const wave of live?.damage(event.lostSamples, now) ?? []) emit({ type: 'wave', wave });
        return;
      default:
        assertNever(event);
    }
  };

  return {
    start: () => {
      if (talk === undefined) return;
      const { keepAlive } = talk;
      if (keepAlive !== undefined)
        cancels.push(every(clock, keepAlive.every, () => context.write(keepAlive.bytes)));
      cancels.push(
        clock.after(DELAYS.reply, () => {
          if (answered) return;
          say(talk.wake);
          say(talk.hello);
        }),
      );
      say(talk.stop);
      say(talk.hello);
    },
    receive: (bytes) => {
      if (closed) return;
      const now = clock.monotonic();
      lastByteAt = now;
      live?.bytes(now);
      for (const event of reader.push(bytes)) if (!closed) take(event, now);
      if (live === undefined) return;
      for (const wave of live.flush()) emit({ type: 'wave', wave });
      deliver(live);
    },
    startCapture: () => {
      if (closed) return;
      if (live !== undefined) endStream();
      startStream();
    },
    stopCapture: () => {
      if (live !== undefined) endStream();
    },
    close: () => {
      if (closed) return;
      closed = true;
      stopTimers();
      live = undefined;
      for (const cancel of cancels) cancel();
      say(talk?.stop);
    },
  };
};
