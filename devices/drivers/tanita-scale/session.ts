import { failure } from '#core/contract/error-codes.ts';
import { localDateTime } from '#core/time.ts';
import type { DecodedReading } from '#core/vitals/decoded.ts';
import { toHex } from '../../kit/bytes.ts';
import { every } from '../../kit/clock.ts';
import type { DriverSession, SessionContext } from '../../kit/driver.ts';
import { createDecoder } from './decoder.ts';
import { manifest } from './manifest.ts';

/** Timing, in milliseconds; the last two of the body's clock. */
const DELAYS = {
  feedback: 250,
  /** Bytes of a line come without a pause; after this one the next capture meets no half line. */
  lineBroken: 2_000,
  /** Longest time that a person takes to step on and stand still. */
  capture: 120_000,
  /** A reading that the scale dates so long before the visit is one of its memory (limit of clock error: 15 minutes). */
  storedBefore: 15 * 60_000,
} as const;
/** Bytes without a single line after which something else than a scale is on the port. */
const FOREIGN_BYTES = 512;

/** Waits for the line that the scale sends after a weighing; it never asks anything. */
export const createSession = (context: SessionContext): DriverSession => {
  const { clock, visitClock, emit } = context;
  const decoder = createDecoder();
  let capturing = false;
  /** Bytes of a line have come, and not yet its end. */
  let settling = false;
  let stale = false;
  let cancels: (() => void)[] = [];
  let unexplained = 0;
  let lastDatedLine: string | undefined;
  let passedOver = false;
  let closed = false;

  const rest = (): void => {
    for (const cancel of cancels) cancel();
    cancels = [];
    capturing = false;
    emit({ type: 'idle' });
  };

  const tell = (): void =>
    emit({
      type: 'feedback',
      feedback: { measure: 'body-weight', state: settling ? 'settling' : 'waiting' },
    });

  /** A dated line from before the visit, or the same one again, comes from the scale's memory. */
  const isStored = ({ deviceTime }: DecodedReading, raw: Uint8Array): boolean => {
    if (deviceTime === undefined) return false;
    const visitBeganAt = context.visitBeganAt();
    const earliest = visitBeganAt && localDateTime(new Date(visitBeganAt.getTime() - DELAYS.storedBefore));
    return toHex(raw) === lastDatedLine || (earliest !== undefined && deviceTime < earliest);
  };

  const take = (reading: DecodedReading, raw: Uint8Array): void => {
    const isStale = stale;
    stale = false;
    if (isStale || reading.kind !== 'body-weight') return;
    if (capturing && reading.status === 'valid') {
      if (isStored(reading, raw)) {
        passedOver = true;
        return;
      }
      emit({ type: 'reading', reading, raw });
      rest();
    } else if (capturing && reading.status === 'invalid') {
      const code = reading.reason === 'out-of-range' ? 'CAPTURE_OUT_OF_RANGE' : 'DEVICE_GARBLED';
      emit({ type: 'failed', failure: failure(code, reading.reason) });
      rest();
    }
    if (reading.deviceTime !== undefined) lastDatedLine = toHex(raw);
    if (reading.status === 'valid') emit({ type: 'identified', identity: reading.device });
  };

  let cancelLine = (): void => undefined;
  const dropHalfLine = (): void => {
    settling = false;
    for (const item of decoder.end()) if (item.type === 'reading') take(item.reading, item.raw);
    stale = false;
  };

  return {
    // The scale says nothing until someone is weighed: an open line is all there is to know.
    start: () => emit({ type: 'identified', identity: manifest.identity }),
    receive: (bytes) => {
      if (closed) return;
      settling = true;
      cancelLine();
      cancelLine = clock.after(DELAYS.lineBroken, dropHalfLine);
      unexplained += bytes.length;
      for (const item of decoder.push(bytes)) {
        settling = false;
        if (item.type !== 'reading') continue;
        if (item.reading.status === 'valid') unexplained = 0;
        take(item.reading, item.raw);
      }
      if (unexplained > FOREIGN_BYTES) {
        emit({
          type: 'fault',
          failure: failure(capturing ? 'DEVICE_GARBLED' : 'DEVICE_UNKNOWN', 'no line of a Tanita scale'),
        });
      }
    },
    startCapture: () => {
      if (closed) return;
      for (const cancel of cancels) cancel();
      // A line that began before the capture is not this patient's.
      stale = settling;
      settling = false;
      capturing = true;
      passedOver = false;
      const timeOut = (): void => {
        const why = passedOver
          ? 'only lines dated before the visit came: check the clock of the scale'
          : undefined;
        emit({ type: 'failed', failure: failure('CAPTURE_TIMEOUT', why) });
        rest();
      };
      cancels = [every(clock, DELAYS.feedback, tell), visitClock.after(DELAYS.capture, timeOut)];
      tell();
    },
    stopCapture: () => {
      if (capturing) rest();
    },
    close: () => {
      closed = true;
      cancelLine();
      for (const cancel of cancels) cancel();
      cancels = [];
    },
  };
};
