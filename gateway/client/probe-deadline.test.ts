import { expect, it } from 'vitest';
import { createProbeDeadline } from './probe-deadline.ts';

it('gives a quick line less time than a slow one, within bounds, and an unknown one the most', () => {
  const deadline = createProbeDeadline();
  expect(deadline.withinMs()).toBe(2_000);
  deadline.acknowledged(60);
  expect(deadline.withinMs()).toBe(800);
  deadline.acknowledged(300);
  expect(deadline.withinMs()).toBe(1_200);
  deadline.acknowledged(1_500);
  expect(deadline.withinMs()).toBe(2_000);
});

it('goes by what was lately, and by nothing of the link before', () => {
  const deadline = createProbeDeadline();
  for (const afterMs of [1_500, 50, 50, 50, 50]) deadline.acknowledged(afterMs);
  expect(deadline.withinMs()).toBe(800);
  deadline.reset();
  expect(deadline.withinMs()).toBe(2_000);
});
