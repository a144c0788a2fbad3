import { type Failure, failure } from '#core/contract/error-codes.ts';
import type { CaptureFeedback } from '#core/contract/live.ts';
import type { Milliseconds } from '#core/time.ts';
import type { DecodedReading, ValidReading } from '#core/vitals/decoded.ts';
import type { ReadingKind } from '#core/vitals/kinds.ts';
import { toHex } from '../bytes.ts';
import { every } from '../clock.ts';
import type { Decoded, Decoder, DriverManifest, DriverSession, SessionContext } from '../driver.ts';
import { createRepetitionTracker, type Repetition } from './repetition.ts';
import { isDatedBefore } from './stored.ts';

type InvalidReading = Extract<DecodedReading, { status: 'invalid' }>;

/** Everything that tells one device from another that speaks only once it has measured. */
export interface PushDevice {
  readonly manifest: DriverManifest;
  createDecoder(): Decoder;
  /** The kind that a capture waits for. */
  readonly kind: ReadingKind;
  /** What is shown while waiting; `receiving` while the bytes of a message are coming in. */
  feedback(state: 'waiting' | 'receiving', elapsed: Milliseconds): CaptureFeedback;
  /** What a refused reading means for the capture; undefined goes on waiting. Checked before the rules common to all. */
  failureOf?(reading: InvalidReading): Failure | undefined;
  /** Whether a message without `deviceTime` is from before the visit all the same: some say the day and no time. */
  isStored?(raw: Uint8Array, visitBeganAt: Date): boolean;
  /** For a device that repeats its value while it stands, as those without checksum do. */
  readonly repetition?: Repetition;
  /** Longest time that a capture waits, in the visit's time. */
  readonly captureMs: Milliseconds;
  /** The pause after which a message that stopped half-way is given up. */
  readonly messageBrokenMs: Milliseconds;
  /** Bytes without a single message after which something else is on the port. */
  readonly foreignBytes: number;
}

const FEEDBACK_MS: Milliseconds = 250;

const COMMON_FAILURES: Readonly<Partial<Record<InvalidReading['reason'], Failure['code']>>> = {
  'out-of-range': 'CAPTURE_OUT_OF_RANGE',
  'device-error': 'DEVICE_REFUSED',
  checksum: 'DEVICE_GARBLED',
  structure: 'DEVICE_GARBLED',
};

/** Whether the bytes were no whole message of this device. */
const isDamage = ({ reason }: InvalidReading): boolean => reason === 'structure' || reason === 'checksum';

/** Agreement protects what no checksum does. */
const agreedFlags = (flags: ValidReading['flags']): ValidReading['flags'] =>
  flags.filter((flag) => flag !== 'unprotected');

/** Waits for what the device sends after a measurement; it is never asked anything. */
export const createPushSession = (device: PushDevice, context: SessionContext): DriverSession => {
  const { clock, visitClock, emit } = context;
  const decoder = device.createDecoder();
  const repetition = device.repetition && createRepetitionTracker(device.repetition, visitClock.monotonic());
  let capture: { startedAt: Milliseconds; passedOver: boolean } | undefined;
  /** Bytes of a message have come, and not yet its end. */
  let receiving = false;
  /** The message that is coming in began before the capture: it is not this patient's. */
  let stale = false;
  let cancels: (() => void)[] = [];
  let cancelMessage = (): void => undefined;
  let unexplained = 0;
  let closed = false;

  const stopTimers = (): void => {
    for (const cancel of cancels) cancel();
    cancels = [];
  };

  const rest = (): void => {
    stopTimers();
    capture = undefined;
    emit({ type: 'idle' });
  };

  const giveUp = (why: Failure): void => {
    emit({ type: 'failed', failure: why });
    rest();
  };

  const isStored = (reading: ValidReading, raw: Uint8Array): boolean => {
    const began = context.visitBeganAt();
    // A dated message that was sent before, over an earlier link too, is the device's memory whoever sits there now.
    if (context.delivered.has(toHex(raw)) || isDatedBefore(reading, began)) return true;
    return began !== undefined && device.isStored?.(raw, began) === true;
  };

  const takeValid = (reading: ValidReading, raw: Uint8Array, isStale: boolean): void => {
    if (reading.kind !== device.kind) return;
    const standing = repetition?.take(JSON.stringify(reading.values), visitClock.monotonic()) ?? 'agreed';
    if (capture === undefined || isStale) return;
    if (standing === 'held' || isStored(reading, raw)) {
      capture.passedOver = true;
      return;
    }
    capture.passedOver = false;
    if (standing === 'waiting') return;
    const agreed = repetition && { frames: repetition.count(), flags: agreedFlags(reading.flags) };
    emit({ type: 'reading', reading: { ...reading, ...agreed }, raw });
    rest();
  };

  const takeInvalid = (reading: InvalidReading, isStale: boolean): void => {
    if (reading.kind !== device.kind) return;
    repetition?.interrupt(reading.reason === 'no-value');
    if (capture === undefined || isStale) return;
    const own = device.failureOf?.(reading);
    const code = COMMON_FAILURES[reading.reason];
    if (own !== undefined) giveUp(own);
    // A device that repeats its value is heard again in a moment.
    else if (code !== undefined && repetition === undefined)
      giveUp(failure(code, reading.detail ?? reading.reason));
  };

  const take = (item: Decoded): void => {
    receiving = false;
    if (item.type !== 'reading') return;
    const { reading, raw } = item;
    const isStale = stale;
    stale = false;
    if (reading.status === 'valid') {
      unexplained = 0;
      emit({ type: 'identified', identity: reading.device });
      if (reading.flags.includes('low-battery')) emit({ type: 'battery', battery: 'low' });
    } else if (!isDamage(reading)) unexplained = 0;
    if (reading.status === 'valid') takeValid(reading, raw, isStale);
    else takeInvalid(reading, isStale);
    if (reading.status === 'valid' && reading.deviceTime !== undefined) context.delivered.add(toHex(raw));
  };

  const dropHalfMessage = (): void => {
    for (const item of decoder.end()) if (!closed) take(item);
    receiving = false;
    stale = false;
  };

  const tell = (): void => {
    if (capture === undefined) return;
    const elapsed = Math.max(0, visitClock.monotonic() - capture.startedAt);
    const isHeard = receiving || (repetition?.count() ?? 0) > 0;
    emit({ type: 'feedback', feedback: device.feedback(isHeard ? 'receiving' : 'waiting', elapsed) });
  };

  const timeOut = (): void => {
    const code = capture?.passedOver === true ? 'DEVICE_STORED_ONLY' : 'CAPTURE_TIMEOUT';
    giveUp(failure(code));
  };

  return {
    // The device says nothing until it has measured: an open line is all there is to know.
    start: () => emit({ type: 'identified', identity: device.manifest.identity }),
    receive: (bytes) => {
      if (closed) return;
      receiving = true;
      cancelMessage();
      cancelMessage = clock.after(device.messageBrokenMs, dropHalfMessage);
      unexplained += bytes.length;
      for (const item of decoder.push(bytes)) if (!closed) take(item);
      if (unexplained > device.foreignBytes && !closed) {
        const code = capture === undefined ? 'DEVICE_UNKNOWN' : 'DEVICE_GARBLED';
        emit({ type: 'fault', failure: failure(code, 'no message of this device') });
      }
    },
    startCapture: () => {
      if (closed) return;
      stopTimers();
      const now = visitClock.monotonic();
      repetition?.begin(now, receiving);
      stale = receiving;
      receiving = false;
      capture = { startedAt: now, passedOver: false };
      cancels = [every(clock, FEEDBACK_MS, tell), visitClock.after(device.captureMs, timeOut)];
      tell();
    },
    stopCapture: () => {
      if (capture !== undefined) rest();
    },
    close: () => {
      closed = true;
      cancelMessage();
      stopTimers();
    },
  };
};
