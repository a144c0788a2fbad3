import type { Clock, Milliseconds } from '#core/time.ts';

/** The simulated device's own clock, in local time as `YYYY-MM-DDThh:mm:ss`. */
export interface SimulatedClock {
  /** Its time now, or so much later (earlier when negative). */
  time(later?: Milliseconds): string;
  set(time: string): void;
}

/** Digits of a local time without its offset. */
const LOCAL_LENGTH = 'YYYY-MM-DDThh:mm:ss'.length;

/** A clock that goes right until it is set. */
export const createSimulatedClock = (clock: Clock): SimulatedClock => {
  let ahead: Milliseconds = 0;
  const local = (): Milliseconds => Date.parse(`${clock.now().slice(0, LOCAL_LENGTH)}Z`);
  return {
    time: (later = 0) => new Date(local() + ahead + later).toISOString().slice(0, LOCAL_LENGTH),
    set: (time) => {
      ahead = Date.parse(`${time}Z`) - local();
    },
  };
};
