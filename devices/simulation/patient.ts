import type { Milliseconds } from '#core/time.ts';
import type { SimulatedPatient } from '../kit/simulator.ts';
import { createRandom, type Random } from './random.ts';
import { type Range, SCENARIOS, type Scenario, type ScenarioName } from './scenarios.ts';

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
/** Temperature drifts by a tenth over this time. */
const TEMPERATURE_DRIFT_S = 600;
/** Mean pressure lies about 40 % of the pulse pressure above diastolic in an oscillometric cuff. */
const MEAN_FRACTION = 0.4;

/** Beats since the beginning: the integral of the pulse rate. */
const beatsAt = (rate: number, seconds: number): number => {
  const swing = ({ hertz, depth }: { hertz: number; depth: number }): number =>
    (depth * (1 - Math.cos(TAU * hertz * seconds))) / (TAU * hertz);
  return (rate / 60) * (seconds + swing(BREATHING) + swing(BAROREFLEX));
};

/** Beats counted by a cuff during one deflation, about half a minute. */
const BEATS_OF_A_MEASUREMENT = 36;
/** How far an early beat comes before its time, as a part of a beat. */
const EARLINESS = 0.3;

const between = (random: Random, low: number, high: number): number => low + (high - low) * random();
const within = (random: Random, { low, high }: Range): number => between(random, low, high);
const tenths = (value: number): number => Math.round(value * 10) / 10;

/**
 * Where in its beat a heart is that sometimes beats early: `position` counts beats; an early one shortens the beat before it and
 * lengthens the pause after it, so that the rate over many beats stays the same.
 */
const irregularPosition = (position: number, seed: number, irregularity: number): number => {
  if (irregularity === 0) return position;
  const isEarly = (beat: number): boolean => createRandom(seed * 7_919 + beat)() < irregularity;
  const beat = Math.floor(position);
  const startOf = (index: number): number => index - (isEarly(index) ? EARLINESS : 0);
  const index = position >= startOf(beat + 1) ? beat + 1 : beat;
  const begin = startOf(index);
  return index + Math.min(0.999, Math.max(0, (position - begin) / (startOf(index + 1) - begin)));
};

/** A patient whose whole physiology follows from the seed and the kind of body. */
export const createPatient = (seed: number, name: ScenarioName = 'healthy-adult'): SimulatedPatient => {
  const scenario: Scenario = SCENARIOS[name];
  const random = createRandom(seed);
  const rate = within(random, scenario.pulseRate);
  const saturation = within(random, scenario.oxygenSaturation);
  const perfusion = within(random, scenario.perfusionIndex);
  const systolic = within(random, scenario.systolic);
  const diastolic = systolic - within(random, scenario.pulsePressure);
  const weight = tenths(within(random, scenario.weight));
  const height = Math.round(within(random, scenario.height));
  const warmth = within(random, scenario.temperature);
  const sugar = within(random, scenario.glucose);
  const age = Math.round(within(random, scenario.age));
  const sex = random() < 0.5 ? 'female' : 'male';

  const beats = (at: Milliseconds): number =>
    irregularPosition(beatsAt(rate, at / 1000), seed, scenario.irregularity);

  return {
    weight,
    height,
    age,
    sex,
    temperature: (at) => tenths(warmth + 0.1 * Math.sin((TAU * at) / 1000 / TEMPERATURE_DRIFT_S)),
    glucose: (drop) => Math.round(sugar + between(createRandom(seed * 500 + drop), -3, 3)),
    irregularBeats: (measurement) => {
      const noise = createRandom(seed * 3_000 + measurement);
      return scenario.irregularity === 0
        ? 0
        : 1 + Math.floor(noise() * 2 * scenario.irregularity * BEATS_OF_A_MEASUREMENT);
    },
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
