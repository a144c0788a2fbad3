import { describe, expect, test } from 'vitest';
import type { InvalidReason } from '#core/vitals/decoded.ts';
import { createSteadiness } from './steadiness.ts';
import { type OximetryFrame, plausibleOximetryChange, sameOximetry } from './stream.ts';

const frameOf = (sample: OximetryFrame['sample']): OximetryFrame => ({
  sample,
  weak: false,
  raw: new Uint8Array(),
});
const value = (saturation: number, pulseRate = 72): OximetryFrame =>
  frameOf({
    type: 'value',
    value: {
      spo2: { value: saturation, unit: '%' },
      'pulse-rate': { value: pulseRate, unit: '/min' },
    },
  });
const none = (reason: InvalidReason): OximetryFrame => frameOf({ type: 'none', reason });

/** Ten frames a second, of which three have to agree. */
const createBench = () => {
  const steadiness = createSteadiness({
    framesPerSecond: 10,
    rules: { window: 3, jumpWindow: 6, same: sameOximetry, plausibleChange: plausibleOximetryChange },
    toleratedBadFrames: 1,
  });
  let at = 0;
  const push = (count: number, next: (index: number) => OximetryFrame | undefined): void => {
    for (let index = 0; index < count; index += 1) {
      at += 100;
      steadiness.push(next(index), at);
    }
  };
  const shown = (after = 0) => {
    const { state, values } = steadiness.feedback(at + after);
    return [state, values?.spo2?.value];
  };
  return { push, shown, reading: () => steadiness.reading()?.values.spo2?.value };
};

describe('a live value', () => {
  test('is shown for three seconds and not longer, and is steady only while it is shown', () => {
    const { push, shown } = createBench();
    push(10, () => value(97));
    expect(shown(3_000)).toEqual(['steady', 97]);
    expect(shown(3_001)).toEqual(['unstable', undefined]);
  });

  test('that was there before the finger left never comes back', () => {
    const { push, shown } = createBench();
    push(10, () => value(97));
    push(3, () => none('sensor-off'));
    expect(shown()).toEqual(['sensor-off', undefined]);
    push(2, () => value(88));
    expect(shown()).toEqual(['unstable', undefined]);
    push(1, () => value(88));
    expect(shown()).toEqual(['steady', 88]);
  });

  test('survives a frame of damage', () => {
    const { push, shown } = createBench();
    push(10, () => value(97));
    push(1, () => undefined);
    expect(shown()).toEqual(['steady', 97]);
  });
});

describe('the steady time', () => {
  test('is eight seconds of one signal', () => {
    const { push, reading } = createBench();
    push(79, () => value(97));
    expect(reading()).toBeUndefined();
    push(1, () => value(97));
    expect(reading()).toBe(97);
  });

  test('does not begin with numbers that nothing agreed on', () => {
    const { push, reading } = createBench();
    push(100, (index) => value(80 + (index % 19)));
    push(3, () => value(97));
    expect(reading()).toBeUndefined();
    push(77, () => value(97));
    expect(reading()).toBe(97);
  });
});
