import type { Clock, Milliseconds } from '#core/time.ts';

/** A frozen process raises no event at all, so it is asked; measured: the answer takes under 5 ms, a start up to 1.3 s under load. */
const BEAT_EVERY: Milliseconds = 1_000;
const SILENT_AFTER: Milliseconds = 4_000;

export interface Heartbeat {
  /** The process lives: a start, or an answer. */
  alive(): void;
  stop(): void;
}

/** Calls `ping` every second and `onSilent` once the process has not answered for four. */
export const createHeartbeat = (clock: Clock, ping: () => void, onSilent: () => void): Heartbeat => {
  let lastSign = clock.monotonic();
  let cancel: () => void;
  const beat = (): void => {
    if (clock.monotonic() - lastSign > SILENT_AFTER) {
      lastSign = clock.monotonic();
      onSilent();
    }
    ping();
    cancel = clock.after(BEAT_EVERY, beat);
  };
  cancel = clock.after(BEAT_EVERY, beat);
  return {
    alive: () => {
      lastSign = clock.monotonic();
    },
    stop: () => cancel(),
  };
};
