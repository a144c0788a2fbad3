import { type ErrorCode, failure } from '#core/contract/error-codes.ts';
import { fail, ok } from '#core/result.ts';
import type { LinkListener, Transport } from '../kit/transport.ts';

/** The two faces of a line in memory: what the program opens, and what the tester or a simulator holds. */
export interface MemoryWire {
  readonly transport: Transport;
  /** Bytes from the device to the program; lost while nothing is open, as on a real line. */
  send(bytes: Uint8Array): void;
  /** Called with what the program wrote. */
  onReceived(listener: (bytes: Uint8Array, kind: 'data' | 'feature') => void): void;
  /** Pulls the plug. Quietly: an idle serial port does not announce it, and only `check` tells. */
  unplug(how: 'announced' | 'quietly'): void;
  replug(): void;
  /** What the next openings meet; undefined opens again. */
  refuse(code: ErrorCode | undefined): void;
  /** How many times the program opened the line. */
  readonly openings: () => number;
}

/** A line in memory; both directions deliver in order, after the writer has gone on, as no real line answers within a write. */
export const createMemoryWire = (): MemoryWire => {
  let listener: LinkListener | undefined;
  let deviceListener = (_bytes: Uint8Array, _kind: 'data' | 'feature'): void => undefined;
  let plugged = true;
  let refusal: ErrorCode | undefined;
  let openings = 0;

  return {
    transport: {
      open: async (opened) => {
        if (refusal !== undefined) return fail(failure(refusal));
        if (!plugged) return fail(failure('PORT_MISSING'));
        if (listener !== undefined) return fail(failure('PORT_BUSY'));
        openings += 1;
        listener = opened;
        const isMine = (): boolean => listener === opened;
        return ok({
          write: (bytes) => {
            if (isMine() && plugged) queueMicrotask(() => deviceListener(bytes, 'data'));
          },
          writeFeature: (bytes) => {
            if (isMine() && plugged) queueMicrotask(() => deviceListener(bytes, 'feature'));
          },
          check: async () => (isMine() && plugged ? ok(undefined) : fail(failure('DEVICE_UNPLUGGED'))),
          close: async () => {
            if (isMine()) listener = undefined;
          },
        });
      },
    },
    send: (bytes) => {
      const receiver = listener;
      queueMicrotask(() => {
        if (plugged && receiver === listener) receiver?.onBytes(bytes);
      });
    },
    onReceived: (received) => {
      deviceListener = received;
    },
    unplug: (how) => {
      plugged = false;
      const opened = listener;
      if (how === 'announced') {
        listener = undefined;
        opened?.onClosed(failure('DEVICE_UNPLUGGED'));
      }
    },
    replug: () => {
      plugged = true;
    },
    refuse: (code) => {
      refusal = code;
    },
    openings: () => openings,
  };
};
