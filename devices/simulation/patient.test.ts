import { describe, expect, test } from 'vitest';
import { isPlausible } from '#core/vitals/plausibility.ts';
import { createPatient } from './patient.ts';

const SEEDS = Array.from({ length: 25 }, (_, index) => index + 1);
/** The oximeter's sampling. */
const STEP_MS = 1000 / 60;
const SAMPLES = 60 * 20;

const plethOf = (seed: number): number[] => {
  const patient = createPatient(seed);
  return Array.from({ length: SAMPLES }, (_, index) => patient.pleth(60_000 + index * STEP_MS));
};

/** Indexes of samples that are higher than both neighbours. */
const topsOf = (samples: readonly number[]): number[] =>
  samples.flatMap((sample, index) =>
    sample > (samples[index - 1] ?? Number.POSITIVE_INFINITY) &&
    sample >= (samples[index + 1] ?? Number.POSITIVE_INFINITY)
      ? [index]
      : [],
  );

describe('the pleth', () => {
  test.each(SEEDS)('of patient %d has the period of the pulse rate', (seed) => {
    const samples = plethOf(seed);
    const peaks = topsOf(samples).filter((index) => (samples[index] ?? 0) > 0.75);
    const spans = peaks.slice(1).map((peak, index) => (peak - (peaks[index] ?? 0)) * STEP_MS);
    const mean = spans.reduce((sum, span) => sum + span, 0) / spans.length;
    const rate = createPatient(seed).pulseRate(70_000);
    expect(60_000 / mean).toBeGreaterThan(rate - 3);
    expect(60_000 / mean).toBeLessThan(rate + 3);
    // A heart is no metronome.
    expect(Math.max(...spans)).toBeGreaterThan(Math.min(...spans));
    expect(Math.max(...spans) / Math.min(...spans)).toBeLessThan(1.25);
  });

  test.each(SEEDS)('of patient %d has a dicrotic notch after each systolic peak', (seed) => {
    const samples = plethOf(seed);
    const tops = topsOf(samples);
    const systolic = tops.filter((index) => (samples[index] ?? 0) > 0.75);
    for (const [index, peak] of systolic.slice(0, -1).entries()) {
      const next = systolic[index + 1] ?? SAMPLES;
      const dicrotic = tops.find((top) => top > peak && top < next);
      const height = samples[dicrotic ?? -1] ?? 0;
      const notch = Math.min(...samples.slice(peak, dicrotic));
      expect(height).toBeGreaterThan(0.25);
      expect(height).toBeLessThan(0.65);
      expect(height - notch).toBeGreaterThan(0.03);
    }
    expect(systolic.length).toBeGreaterThan(15);
  });

  test.each(SEEDS)('of patient %d stays on the scale', (seed) => {
    const samples = plethOf(seed);
    expect(Math.min(...samples)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...samples)).toBeLessThanOrEqual(1);
    expect(Math.max(...samples) - Math.min(...samples)).toBeGreaterThan(0.7);
  });
});

describe('the patient', () => {
  test('is the same for the same seed, and another for another', () => {
    const describePatient = (seed: number) => {
      const patient = createPatient(seed);
      return [patient.weight, patient.height, patient.pulseRate(9_000), patient.bloodPressure(1)];
    };
    expect(describePatient(4)).toEqual(describePatient(4));
    expect(describePatient(4)).not.toEqual(describePatient(5));
  });

  test.each(SEEDS)('%d has values that every instrument can measure', (seed) => {
    const patient = createPatient(seed);
    for (let measurement = 0; measurement < 4; measurement += 1) {
      const { systolic, mean, diastolic } = patient.bloodPressure(measurement);
      const at = measurement * 60_000;
      expect(
        isPlausible({
          systolic: { value: systolic, unit: 'mm[Hg]' },
          mean: { value: mean, unit: 'mm[Hg]' },
          diastolic: { value: diastolic, unit: 'mm[Hg]' },
          'pulse-rate': { value: patient.pulseRate(at), unit: '/min' },
          spo2: { value: patient.oxygenSaturation(at), unit: '%' },
          'perfusion-index': { value: patient.perfusionIndex(at), unit: '%' },
          weight: { value: patient.weight, unit: 'kg' },
          height: { value: patient.height, unit: 'cm' },
        }),
      ).toBe(true);
    }
  });
});
