import { expect, it } from 'vitest';
import { createFakeClock } from '#devices/kit/fake-clock.ts';
import { createBackOff } from './back-off.ts';

it('starts a dead process at once, then more and more slowly, and forgets after a steady half minute', async () => {
  const clock = createFakeClock();
  const backOff = createBackOff(clock);
  backOff.started();
  const delays = [1, 2, 3, 4, 5, 6, 7, 8].map(() => backOff.nextDelay());
  expect(delays).toEqual([0, 200, 200, 1_000, 3_000, 10_000, 30_000, 30_000]);
  backOff.started();
  await clock.advance(30_001);
  expect(backOff.nextDelay()).toBe(0);
});
