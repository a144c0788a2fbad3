import { expect, test } from 'vitest';
import type { InvalidReason } from '#core/vitals/decoded.ts';
import type { Values } from '#core/vitals/kinds.ts';
import { createRunTracker } from '../../kit/stability.ts';
import { LIVE } from './stream.ts';

const said = (pulseRate: number, index?: number): Values => ({
  spo2: { value: 97, unit: '%' },
  'pulse-rate': { value: pulseRate, unit: '/min' },
  ...(index === undefined ? {} : { 'perfusion-index': { value: index, unit: '%' } }),
});

/** What a capture believes after each line: pulse and index. */
const believed = (lines: readonly Values[]): (string | undefined)[] => {
  const tracker = createRunTracker<Values, InvalidReason>(LIVE);
  return lines.map((value) => {
    tracker.push({ type: 'value', value });
    const run = tracker.current();
    if (run?.sample.type !== 'value' || !run.confirmed) return undefined;
    const { 'pulse-rate': pulseRate, 'perfusion-index': index } = run.sample.value;
    return `${pulseRate?.value} ${index?.value ?? '-'}`;
  });
};

test('two lines agree on saturation and pulse, whatever the index does', () => {
  // Six seconds of a public log of a Rad-8.
  const log = [
    said(80, 4.96),
    said(81, 5.04),
    said(81, 5.04),
    said(81, 5.13),
    said(80, 5.26),
    said(80, 5.31),
  ];
  expect(believed(log)).toEqual([undefined, undefined, '81 5.04', '81 5.04', undefined, '80 -']);
});

test('an index that one line alone said is never told', () => {
  expect(believed([said(80, 4), said(80, 9), said(80, 4), said(80, 4)])).toEqual([
    undefined,
    '80 -',
    '80 -',
    '80 4',
  ]);
});

test('a model without index says none', () => {
  expect(believed([said(64), said(64)])).toEqual([undefined, '64 -']);
});

test('after a jump three lines have to agree', () => {
  expect(believed([said(80), said(80), said(180), said(180), said(180)])).toEqual([
    undefined,
    '80 -',
    undefined,
    undefined,
    '180 -',
  ]);
});
