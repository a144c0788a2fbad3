import type { Clock, Milliseconds } from '#core/time.ts';
import type { CaptureChunk } from '../kit/capture-file.ts';

export interface ReplayOptions {
  readonly chunks: readonly CaptureChunk[];
  readonly clock: Clock;
  /** How much faster than it was recorded. */
  readonly speed: number;
  /** Goes on after what the host sent in the recording only when the host has sent as much now. */
  readonly waitForHost: boolean;
  send(bytes: Uint8Array): void;
}

/** A recording that plays the device. */
export interface Replay {
  /** What the host writes now; only how much matters, since commands may hold a date. */
  receive(bytes: Uint8Array): void;
  /** Resolves when the last chunk has been sent, or on `close`. */
  readonly over: Promise<void>;
  close(): void;
}

/** Starts to replay what the device sent, at its recorded times; a chunk without time follows at once. */
export const startReplay = ({ chunks, clock, speed, waitForHost, send }: ReplayOptions): Replay => {
  let end = (): void => undefined;
  const over = new Promise<void>((resolve) => {
    end = resolve;
  });
  let cancel = (): void => undefined;
  let next = 0;
  /** What the host has sent now, less what it had sent in the recording up to `next`. */
  let ahead = 0;
  let waiting = false;
  /** The moment of this replay that is moment 0 of the recording. */
  let origin = clock.monotonic() - (chunks.find(({ at }) => at !== undefined)?.at ?? 0) / speed;

  const dueIn = ({ at }: CaptureChunk): Milliseconds =>
    at === undefined ? 0 : Math.max(0, origin + at / speed - clock.monotonic());

  const proceed = (): void => {
    const chunk = chunks[next];
    if (chunk === undefined) {
      end();
      return;
    }
    if (chunk.direction === 'to-device') {
      if (waitForHost && ahead < chunk.bytes.length) {
        waiting = true;
        return;
      }
      next += 1;
      if (!waitForHost) {
        proceed();
        return;
      }
      ahead -= chunk.bytes.length;
      // The device answers as long after the host as it did then.
      if (waiting && chunk.at !== undefined) origin = clock.monotonic() - chunk.at / speed;
      waiting = false;
      proceed();
      return;
    }
    cancel = clock.after(dueIn(chunk), () => {
      next += 1;
      send(chunk.bytes);
      proceed();
    });
  };
  proceed();

  return {
    receive: (bytes) => {
      ahead += bytes.length;
      if (waiting) proceed();
    },
    over,
    close: () => {
      cancel();
      end();
    },
  };
};
