import type { Milliseconds } from '#core/time.ts';
import type { SimulatedPatient } from '../kit/simulator.ts';
import { createRandom, type Random } from './random.ts';

/** One wave of the pleth within a beat: where its top is, how wide it is (both parts of a beat), how high. */
interface PlethWave {
  readonly top: number;
  readonly width: number;
  readonly height: number;
}
/** The systolic wave, and the reflected one; the dicrotic notch is the dip between them. */
const SYSTOLIC: PlethWave = { top: 0.18, width: 0.075, height: 1 };
const DIASTOLIC: PlethWave = { top: 0.46, width: 0.1, height: 0.42 };

const waveAt = (phase: number, { top, width, height }: PlethWave): number =>
  height * Math.exp(-(((phase - top) / width) ** 2) / 2);

const TAU = 2 * Math.PI;
/** Variability of the pulse: breathing (0.25 Hz) and the slower baroreflex wave (0.1 Hz), as parts of the rate. */
const BREATHING = { hertz: 0.25, depth: 0.025 } as const;
const BAROREFLEX = { hertz: 0.1, depth: 0.015 } as const;
/** Oximeters average the pulse over about this time. */
const AVERAGING_S = 8;
/** Instruments show a new perfusion index every few seconds. */
const PERFUSION_STEP_S = 4;
/** Saturation drifts by less than a point over this time. */
const SATURATION_DRIFT_S = 97;
/** Mean pressure lies about 40 % of the pulse pressure above diastolic in an oscillometric cuff. */
const MEAN_FRACTION = 0.4;

/** Beats since the beginning: the integral of the pulse rate. */
const beatsAt = (rate: number, seconds: number): number => {
  const swing = ({ hertz, depth }: { hertz: number; depth: number }): number =>
    (depth * (1 - Math.cos(TAU * hertz * seconds))) / (TAU * hertz);
  return (rate / 60) * (seconds + swing(BREATHING) + swing(BAROREFLEX));
};

const between = (random: Random, low: number, high: number): number => low + (high - low) * random();

/** A patient whose whole physiology follows from the seed. */
export const createPatient = (seed: number): SimulatedPatient => {
  const random = createRandom(seed);
  const rate = between(random, 62, 84);
  const saturation = between(random, 95.6, 98.4);
  const perfusion = between(random, 2.5, 6);
  const systolic = between(random, 112, 146);
  const diastolic = systolic - between(random, 42, 56);
  const weight = Math.round(between(random, 54, 94) * 10) / 10;
  const height = Math.round(between(random, 156, 184));

  const beats = (at: Milliseconds): number => beatsAt(rate, at / 1000);

  return {
    weight,
    height,
    pleth: (at) => {
      const position = beats(at);
      const phase = position - Math.floor(position);
      // The wave of the beat before ends in this one.
      const shape = [-1, 0, 1].reduce(
        (sum, shift) => sum + waveAt(phase + shift, SYSTOLIC) + waveAt(phase + shift, DIASTOLIC),
        0,
      );
      const breathing = 0.03 * Math.sin(TAU * BREATHING.hertz * (at / 1000));
      return Math.min(1, Math.max(0, 0.04 + 0.9 * shape + breathing));
    },
    beatBetween: (from, to) =>
      Math.floor(beats(from) - SYSTOLIC.top) !== Math.floor(beats(to) - SYSTOLIC.top),
    pulseRate: (at) => {
      const seconds = at / 1000;
      const averaged = beatsAt(rate, seconds) - beatsAt(rate, seconds - AVERAGING_S);
      return Math.round((averaged / AVERAGING_S) * 60);
    },
    oxygenSaturation: (at) =>
      Math.min(100, Math.round(saturation + 0.6 * Math.sin((TAU * at) / 1000 / SATURATION_DRIFT_S))),
    perfusionIndex: (at) => {
      const averaged = Math.floor(at / 1000 / PERFUSION_STEP_S);
      return Math.round(perfusion * (1 + 0.05 * Math.sin(averaged)) * 100) / 100;
    },
    bloodPressure: (measurement) => {
      const noise = createRandom(seed * 1000 + measurement);
      // The first reading of a sitting is the highest.
      const settling = measurement === 0 ? 4 : 0;
      const upper = Math.round(systolic + settling + between(noise, -3, 3));
      const lower = Math.round(diastolic + settling / 2 + between(noise, -2, 2));
      return { systolic: upper, mean: Math.round(lower + MEAN_FRACTION * (upper - lower)), diastolic: lower };
    },
  };
};
