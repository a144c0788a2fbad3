import { failure } from '#core/contract/error-codes.ts';
import type { Milliseconds } from '#core/time.ts';
import type { DriverSession, SessionContext } from '../../kit/driver.ts';
import { scanOf } from './decoder.ts';
import { manifest } from './manifest.ts';
import { createMessageReader, type Message } from './messages.ts';

/** The characters of a code come without a pause; after this one a code that did not end is given up. */
const BROKEN_MS: Milliseconds = 1_000;
/** Longest time that a person takes to find the code and hold it to the scanner, in the visit's time. */
const CAPTURE_MS: Milliseconds = 120_000;
/** Bytes without a single code after which something else is on the port: more than the longest code. */
const FOREIGN_BYTES = 5_000;

/** Listens. What is scanned while no capture runs belongs to nobody here: it is counted, and forgotten at once. */
export const createSession = ({ clock, visitClock, emit }: SessionContext): DriverSession => {
  const reader = createMessageReader();
  let capturing = false;
  /** The code that is coming in began before the capture. */
  let stale = false;
  let dropped = 0;
  let unexplained = 0;
  let cancelBroken = (): void => undefined;
  let cancelCapture = (): void => undefined;
  let closed = false;

  const rest = (): void => {
    cancelCapture();
    capturing = false;
    emit({ type: 'idle' });
  };

  const timeOut = (): void => {
    const seen = dropped === 0 ? undefined : `${dropped} scanned while nobody asked`;
    dropped = 0;
    emit({ type: 'failed', failure: failure('CAPTURE_TIMEOUT', seen) });
    rest();
  };

  const take = (message: Message): void => {
    if (message.type === 'code') unexplained = 0;
    const scan = scanOf(message);
    const isStale = stale;
    if (message.type !== 'blank') stale = false;
    if (scan === undefined) return;
    if (!capturing || isStale) {
      dropped += 1;
      return;
    }
    emit({ type: 'scan', scan });
    if (scan.code === 'ins' && scan.status === 'valid') rest();
  };

  const giveUpCode = (): void => {
    for (const message of reader.end()) if (!closed) take(message);
    stale = false;
  };

  return {
    // A scanner says nothing until it has read something: an open line is all there is to know.
    start: () => emit({ type: 'identified', identity: manifest.identity }),
    receive: (bytes) => {
      if (closed) return;
      cancelBroken();
      cancelBroken = clock.after(BROKEN_MS, giveUpCode);
      unexplained += bytes.length;
      for (const message of reader.push(bytes)) if (!closed) take(message);
      if (unexplained > FOREIGN_BYTES && !closed) {
        const code = capturing ? 'DEVICE_GARBLED' : 'DEVICE_UNKNOWN';
        emit({ type: 'fault', failure: failure(code, 'no code among many bytes') });
      }
    },
    startCapture: () => {
      if (closed) return;
      cancelCapture();
      stale = reader.isOpen();
      capturing = true;
      cancelCapture = visitClock.after(CAPTURE_MS, timeOut);
    },
    stopCapture: () => {
      if (capturing) rest();
    },
    close: () => {
      closed = true;
      cancelBroken();
      cancelCapture();
    },
  };
};
