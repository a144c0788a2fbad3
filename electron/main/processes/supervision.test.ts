import { expect, it } from 'vitest';
import { createFakeClock } from '#devices/kit/fake-clock.ts';
import { createBackOff } from './back-off.ts';
import { createHeartbeat } from './heartbeat.ts';

it('starts a dead process at once, then more and more slowly, and forgets after a steady minute', async () => {
  const clock = createFakeClock();
  const backOff = createBackOff(clock);
  backOff.started();
  const delays = [1, 2, 3, 4, 5, 6, 7].map(() => backOff.nextDelay());
  expect(delays).toEqual([0, 250, 1_000, 3_000, 10_000, 30_000, 30_000]);
  backOff.started();
  await clock.advance(60_001);
  expect(backOff.nextDelay()).toBe(0);
});

it('finds a process that is frozen, not one that answers', async () => {
  const clock = createFakeClock();
  let silent = 0;
  let answers = true;
  const heartbeat = createHeartbeat(
    clock,
    () => {
      if (answers) heartbeat.alive();
    },
    () => {
      silent += 1;
    },
  );
  await clock.advance(30_000);
  expect(silent).toBe(0);
  answers = false;
  await clock.advance(5_000);
  expect(silent).toBe(1);
  heartbeat.stop();
});
