import type { WaveBlock } from '#core/contract/live.ts';
import type { PhysicianCall } from '#renderer/call/physician-call-types.ts';

/** What reached the physician's page, and when, in milliseconds since 1970. */
export interface Arrivals {
  /** Ids of readings with the time when each was first shown. */
  readonly readings: Record<string, number>;
  /** A reading stood twice in what is shown. */
  shownTwice(): boolean;
  /** Samples of the wave with numbers from `first` to before `end` that came. */
  samplesBetween(first: number, end: number): number;
}

export const watchArrivals = (call: PhysicianCall, waves: readonly WaveBlock[]): Arrivals => {
  const readings: Record<string, number> = {};
  let twice = false;
  call.store.subscribe(({ projection }) => {
    const ids = projection?.readings.map(({ id }) => id) ?? [];
    twice ||= new Set(ids).size < ids.length;
    for (const id of ids) readings[id] ??= Date.now();
  });
  return {
    readings,
    shownTwice: () => twice,
    samplesBetween: (first, end) => {
      const numbers = new Set(
        waves.flatMap(({ sequence, samples }) => samples.map((_, index) => sequence + index)),
      );
      return [...numbers].filter((number) => number >= first && number < end).length;
    },
  };
};
