import { expect, it } from 'vitest';
import { comparedFigure, figureOf, percentile } from './figure.ts';

it('takes percentiles by nearest rank, in any order of samples', () => {
  const samples = Array.from({ length: 100 }, (_, index) => 100 - index);
  expect(percentile(samples, 0.5)).toBe(50);
  expect(percentile(samples, 0.95)).toBe(95);
  expect(percentile(samples, 0)).toBe(1);
  expect(percentile(samples, 1)).toBe(100);
  expect(percentile([7], 0.95)).toBe(7);
});

it('compares medians', () => {
  expect(comparedFigure('x', [30, 10, 20], [8, 12, 10])).toEqual({
    figure: 'x',
    unit: 'ms',
    value: 20,
    spread: [10, 30],
    runs: 3,
    baseline: 10,
    ratio: 2,
  });
});

it('rounds to a tenth of a millisecond', () => {
  expect(figureOf('x', [1.26]).value).toBe(1.3);
});
