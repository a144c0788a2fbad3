import { beforeEach, expect, it } from 'vitest';
import { createFakeClock, type FakeClock } from '#devices/kit/fake-clock.ts';
import { CLOSING_PATIENCE_MS, createUnexpected } from './unexpected.ts';

let clock: FakeClock;
let said: string[];
let left: number;
beforeEach(() => {
  clock = createFakeClock();
  said = [];
  left = 0;
});
const unexpected = (close: () => Promise<void>) =>
  createUnexpected({
    clock,
    say: (text) => said.push(text),
    close,
    leave: () => {
      left += 1;
    },
  });

it('ends the cabin once its devices are at rest, and says where it went wrong, never with whom', async () => {
  let rest = (): void => {};
  const meet = unexpected(() => new Promise((resolve) => (rest = resolve)));
  meet(new TypeError('Madeleine Riou has no pulse'));
  await clock.advance(1_000);
  expect(left).toBe(0);
  rest();
  await clock.advance(0);
  expect(left).toBe(1);
  expect(said[0]).toMatch(/^TypeError\n {4}at .*unexpected\.test\.ts/);
  expect(said.join()).not.toContain('Madeleine');
});

it('ends it all the same when that fails, and when it never comes to an end', async () => {
  unexpected(() => Promise.reject(new Error('closing')))(new Error('first'));
  await clock.advance(0);
  expect(left).toBe(1);
  unexpected(() => new Promise(() => {}))(new Error('first'));
  await clock.advance(CLOSING_PATIENCE_MS - 1);
  expect(left).toBe(1);
  await clock.advance(1);
  expect(left).toBe(2);
});

it('ends it once, however much goes wrong meanwhile', async () => {
  let closings = 0;
  const meet = unexpected(async () => {
    closings += 1;
  });
  meet('a string');
  meet(new RangeError('second'));
  await clock.advance(CLOSING_PATIENCE_MS);
  expect({ closings, left }).toEqual({ closings: 1, left: 1 });
  expect(said).toEqual(['a thrown string', expect.stringMatching(/^RangeError\n/)]);
});
