import { type Failure, failure } from '#core/contract/error-codes.ts';
import type { Milliseconds } from '#core/time.ts';
import type { ValidReading } from '#core/vitals/decoded.ts';
import { every } from '../../kit/clock.ts';
import type { DriverSession, SessionContext } from '../../kit/driver.ts';
import { type Command, commandFrame, createFrameReader, type FrameEvent } from './frames.ts';
import { manifest } from './manifest.ts';
import { agree, judgeResult } from './measurement.ts';
import { isResultText, readResult } from './result.ts';

/** Timing, in milliseconds: the first four of the wire, the others of the body. */
const DELAYS = {
  /** A result takes half a second at 2400 baud. */
  reply: 1_500,
  /** Feedback to the patient, four times a second. */
  feedback: 250,
  /** SP is repeated until it is acknowledged: a cuff must not stay inflated for a lost byte. */
  stopRetry: 800,
  /** A measurement takes about 35 s; some devices give the result only when asked. */
  firstPoll: 40_000,
  poll: 5_000,
  longest: 150_000,
  /** No cuff inflates, deflates and measures in less: a result that comes sooner is the device's memory. */
  soonest: 10_000,
} as const;
const STOP_ATTEMPTS = 3;
/** Damaged answers in one measurement after which the line is not worth trusting. */
const TOLERATED_DAMAGE = 5;

type Phase =
  | { readonly name: 'idle' }
  /** Asks for the stored result first, so that it cannot pass for the new one. */
  | { readonly name: 'baseline' }
  | { readonly name: 'starting' }
  | { readonly name: 'measuring' }
  /** A second, independent transmission of the same result: a XOR lets pairs of flipped bits through. */
  | {
      readonly name: 'confirming';
      readonly reading: ValidReading;
      readonly text: Uint8Array;
      readonly raw: Uint8Array;
    }
  | { readonly name: 'releasing' };

/** Talks with one blood pressure monitor: identification, start, stop, result by push or on request. */
export const createSession = (context: SessionContext): DriverSession => {
  const { clock, visitClock, emit } = context;
  const reader = createFrameReader();
  let phase: Phase = { name: 'idle' };
  let cancelPhase = (): void => undefined;
  let stopTicking = (): void => undefined;
  let startedAt: Milliseconds = 0;
  /** The last result that the device is known to hold. */
  let held: Uint8Array | undefined;
  let heardInCapture = false;
  /** When the device last sent a frame, since the start of the measurement. */
  let heardAt: Milliseconds = 0;
  let damage = 0;
  /** A result came that is the device's memory. */
  let passedOver = false;
  let identified = false;
  let identity = manifest.identity;
  let closed = false;

  const send = (command: Command): void => context.write(commandFrame(command));

  const enter = (
    next: Phase,
    within?: { clock: typeof clock; delay: Milliseconds; otherwise: () => void },
  ): void => {
    cancelPhase();
    phase = next;
    cancelPhase = within === undefined ? () => undefined : within.clock.after(within.delay, within.otherwise);
  };

  const rest = (): void => {
    stopTicking();
    enter({ name: 'idle' });
    emit({ type: 'idle' });
  };

  const elapsed = (): Milliseconds => Math.max(0, visitClock.monotonic() - startedAt);

  const tell = (): void => {
    const state =
      phase.name === 'releasing'
        ? 'releasing'
        : phase.name === 'baseline' || phase.name === 'starting'
          ? 'starting'
          : 'measuring';
    const times = { elapsedMs: elapsed(), longestMs: DELAYS.longest };
    emit({ type: 'feedback', feedback: { measure: 'blood-pressure', state, ...times } });
  };

  const release = (attempts: number): void => {
    const otherwise = (): void => (attempts < STOP_ATTEMPTS ? release(attempts + 1) : rest());
    enter({ name: 'releasing' }, { clock, delay: DELAYS.stopRetry, otherwise });
    send('SP');
    tell();
  };

  const giveUp = (why: Failure): void => {
    emit({ type: 'failed', failure: why });
    release(1);
  };

  const deliver = (reading: ValidReading, raw: Uint8Array, frames: number): void => {
    emit({ type: 'reading', reading: { ...reading, frames }, raw });
    rest();
  };

  const poll = (): void => {
    if (phase.name !== 'measuring') return;
    if (elapsed() > DELAYS.longest) {
      const isSilent = elapsed() - heardAt > 2 * DELAYS.poll;
      giveUp(failure(isSilent ? 'DEVICE_SILENT' : passedOver ? 'DEVICE_STORED_ONLY' : 'CAPTURE_TIMEOUT'));
      return;
    }
    measure(DELAYS.poll);
    send('RB');
  };

  const measure = (nextPoll: Milliseconds): void =>
    enter({ name: 'measuring' }, { clock: visitClock, delay: nextPoll, otherwise: poll });

  const notAcknowledged = (): void => {
    // The device spoke a moment ago: its acknowledgement was lost, and a second ST could start a second inflation.
    if (heardInCapture) measure(DELAYS.firstPoll - elapsed());
    else {
      send('SP');
      emit({ type: 'fault', failure: failure('DEVICE_SILENT', 'no answer to ST') });
    }
  };

  const start = (): void => {
    enter({ name: 'starting' }, { clock, delay: DELAYS.reply, otherwise: notAcknowledged });
    send('ST');
  };

  const confirm = (reading: ValidReading, text: Uint8Array, raw: Uint8Array): void => {
    const otherwise = (): void => deliver(reading, raw, 1);
    enter({ name: 'confirming', reading, text, raw }, { clock, delay: DELAYS.reply, otherwise });
    send('RB');
  };

  const takeDamage = (): void => {
    damage += 1;
    if (damage > TOLERATED_DAMAGE) {
      send('SP');
      emit({ type: 'fault', failure: failure('DEVICE_GARBLED') });
    } else if (phase.name === 'measuring' || phase.name === 'confirming') {
      measure(DELAYS.poll);
      send('RB');
    }
  };

  const takeResult = (text: Uint8Array, raw: Uint8Array): void => {
    if (phase.name === 'confirming' && agree(phase.text, text)) {
      held = text;
      deliver(phase.reading, raw, 2);
      return;
    }
    if (elapsed() < DELAYS.soonest) {
      held = text;
      return;
    }
    const verdict = judgeResult(text, held);
    if (verdict.type === 'stored') {
      passedOver = true;
      return;
    }
    // A second transmission that says something else proves one of the two wrong.
    if (verdict.type === 'unreadable' || phase.name === 'confirming') takeDamage();
    else if (verdict.type === 'reading') confirm(verdict.reading, text, raw);
    else {
      held = text;
      emit({ type: 'failed', failure: verdict.failure });
      rest();
    }
  };

  const identify = (text: Uint8Array | undefined): void => {
    const reading = text === undefined ? undefined : readResult(text);
    // A frame of another maker's device may be well formed and still no result of this one.
    if (reading?.status === 'invalid' && reading.reason === 'structure') return;
    if (reading !== undefined) identity = reading.device;
    if (identified && reading === undefined) return;
    identified = true;
    emit({ type: 'identified', identity });
  };

  const takeText = (text: Uint8Array, raw: Uint8Array): void => {
    if (!isResultText(text)) return;
    identify(text);
    if (phase.name === 'measuring' || phase.name === 'confirming') takeResult(text, raw);
    else {
      // Outside a measurement a result is the device's memory, whoever it belongs to.
      held = text;
      if (phase.name === 'baseline') start();
    }
  };

  const takeAnswer = (accepted: boolean): void => {
    identify(undefined);
    if (phase.name === 'releasing' && accepted) rest();
    else if (phase.name === 'baseline') start();
    else if (phase.name === 'starting') {
      if (accepted) measure(DELAYS.firstPoll - elapsed());
      else {
        emit({ type: 'failed', failure: failure('DEVICE_REFUSED', 'NAK to ST') });
        rest();
      }
    }
  };

  const take = (event: FrameEvent): void => {
    if (event.type === 'text') takeText(event.text, event.raw);
    else if (event.type === 'ack' || event.type === 'nak') takeAnswer(event.type === 'ack');
    else if (event.type !== 'noise' && phase.name !== 'idle' && phase.name !== 'releasing') takeDamage();
    if (event.type === 'ack' || event.type === 'nak' || event.type === 'text') {
      heardInCapture = true;
      heardAt = elapsed();
    }
  };

  const startCapture = (): void => {
    startedAt = visitClock.monotonic();
    heardInCapture = false;
    heardAt = 0;
    passedOver = false;
    damage = 0;
    stopTicking();
    stopTicking = every(clock, DELAYS.feedback, tell);
    enter({ name: 'baseline' }, { clock, delay: DELAYS.reply, otherwise: start });
    send('RB');
    tell();
  };

  return {
    start: () => {
      const again = (): void => {
        if (!identified) send('RB');
      };
      enter({ name: 'idle' }, { clock, delay: DELAYS.reply, otherwise: again });
      send('RB');
    },
    receive: (bytes) => {
      for (const event of reader.push(bytes)) if (!closed) take(event);
    },
    startCapture: () => {
      if (!closed && phase.name === 'idle') startCapture();
    },
    stopCapture: () => {
      if (!closed && phase.name !== 'idle' && phase.name !== 'releasing') release(1);
    },
    close: () => {
      if (closed) return;
      closed = true;
      stopTicking();
      cancelPhase();
      if (phase.name !== 'idle') send('SP');
    },
  };
};
