import { describe, expect, it } from 'vitest';
import { acceleratedClock, instantSchema, toInstant } from './time.ts';

describe('an instant', () => {
  it('names the same moment with the local offset', () => {
    const date = new Date('2026-03-02T09:41:05.120Z');
    const instant = toInstant(date);
    expect(instantSchema.safeParse(instant).success).toBe(true);
    expect(Date.parse(instant)).toBe(date.getTime());
  });
});

describe('an accelerated clock', () => {
  it('shortens delays and durations, and leaves the wall clock alone', () => {
    const delays: number[] = [];
    const clock = acceleratedClock(
      {
        now: () => '2026-03-02T09:41:05.120+01:00',
        monotonic: () => 1_000,
        after: (delay) => {
          delays.push(delay);
          return () => {};
        },
      },
      6,
    );
    clock.after(60_000, () => {});
    expect(delays).toEqual([10_000]);
    expect(clock.monotonic()).toBe(6_000);
    expect(clock.now()).toBe('2026-03-02T09:41:05.120+01:00');
  });
});
