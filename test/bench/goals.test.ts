import { expect, it } from 'vitest';
import { type Figure, figureOf } from './figure.ts';
import { judged } from './goals.ts';

const compared = (figure: string, ratio: number): Figure => ({
  ...figureOf(figure, [1]),
  baseline: 1,
  ratio,
});

it('reaches a limit that may be met exactly, and misses it by the last digit', () => {
  expect(judged(compared('acknowledgement-to-first-frame-patient', 1.25)).goal?.reached).toBe(true);
  expect(judged(compared('acknowledgement-to-first-frame-patient', 1.26)).goal?.reached).toBe(false);
});

it('takes what is as slow as PeerJS for a miss', () => {
  const name = 'acknowledgement-to-first-frame-physician-beside-peerjs';
  expect(judged(compared(name, 1)).goal?.reached).toBe(false);
  expect(judged(compared(name, 0.99)).goal?.reached).toBe(true);
});

it('judges the slowest of all decoders and the longest of all unpluggings', () => {
  expect(judged(figureOf('decode-ieee11073', [99])).goal?.reached).toBe(false);
  expect(judged(figureOf('decode-ieee11073', [113])).goal?.reached).toBe(true);
  expect(judged(figureOf('idle-unplug-to-state-max', [5, 2_000], 1)).goal?.reached).toBe(false);
});

it('misses a ratio that was not measured', () => {
  expect(judged(figureOf('acknowledgement-to-first-frame-patient', [1])).goal?.reached).toBe(false);
});

it('promises nothing of other figures', () => {
  expect(judged(figureOf('launch-to-first-button', [1])).goal).toBeUndefined();
  expect(judged(figureOf('idle-unplug-to-state', [9_999])).goal).toBeUndefined();
});
