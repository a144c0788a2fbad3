import { expect, it } from 'vitest';
import { createFakeClock } from '#devices/kit/fake-clock.ts';
import { createThinner } from './thinner.ts';

/** Sixty frames a second of one kind for so many seconds; the numbers of those that were shown. */
const stream = async (seconds: number, also?: (thinner: ReturnType<typeof createThinner>) => void) => {
  const clock = createFakeClock();
  const thinner = createThinner(clock);
  const shown: number[] = [];
  for (let frame = 0; frame < seconds * 60; frame += 1) {
    if (thinner.admits('wave')) shown.push(frame);
    if (frame % 60 === 30) also?.(thinner);
    await clock.advance(1_000 / 60);
  }
  return { thinner, shown, clock };
};

it('shows one of twenty frames of a stream of sixty a second, and says so', async () => {
  const { thinner, shown } = await stream(10);
  const inLastSecond = shown.filter((frame) => frame >= 540);
  expect(inLastSecond).toHaveLength(3);
  expect(thinner.rate()).toEqual({ perSecond: 60, oneOf: 20 });
});

it('shows every frame of a kind that is rare, beside the stream', async () => {
  const rare: boolean[] = [];
  await stream(10, (thinner) => rare.push(thinner.admits('status')));
  expect(rare).toEqual(Array.from({ length: 10 }, () => true));
});

it('shows a short answer whole', () => {
  const thinner = createThinner(createFakeClock());
  expect(Array.from({ length: 6 }, () => thinner.admits('record'))).not.toContain(false);
});

it('says that nothing comes once nothing comes', async () => {
  const { thinner, clock } = await stream(2);
  await clock.advance(3_000);
  expect(thinner.rate()).toEqual({ perSecond: 0, oneOf: 1 });
});
