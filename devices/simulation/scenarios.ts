import type { ScenarioName } from '#core/contract/simulation.ts';

export { SCENARIO_NAMES, type ScenarioName } from '#core/contract/simulation.ts';

/** A range from which a patient's own value is drawn. */
export interface Range {
  readonly low: number;
  readonly high: number;
}

/** What kind of body a simulated patient has; each range is what people of that kind have at rest. */
export interface Scenario {
  /** Per minute. */
  readonly pulseRate: Range;
  /** %. */
  readonly oxygenSaturation: Range;
  /** Perfusion index, %. */
  readonly perfusionIndex: Range;
  /** mm[Hg]. */
  readonly systolic: Range;
  /** Systolic minus diastolic, mm[Hg]. */
  readonly pulsePressure: Range;
  /** kg. */
  readonly weight: Range;
  /** cm. */
  readonly height: Range;
  /** Cel. */
  readonly temperature: Range;
  /** Capillary, mg/dL. */
  readonly glucose: Range;
  /** Years. */
  readonly age: Range;
  /** Part of the beats that come early, followed by a pause. */
  readonly irregularity: number;
}

const HEALTHY_ADULT: Scenario = {
  pulseRate: { low: 62, high: 84 },
  oxygenSaturation: { low: 95.6, high: 98.4 },
  perfusionIndex: { low: 2.5, high: 6 },
  systolic: { low: 112, high: 146 },
  pulsePressure: { low: 42, high: 56 },
  weight: { low: 54, high: 94 },
  height: { low: 156, high: 184 },
  temperature: { low: 36.3, high: 37.1 },
  glucose: { low: 82, high: 118 },
  age: { low: 25, high: 65 },
  irregularity: 0,
};

/** The patients that a simulation can seat, by name. */
export const SCENARIOS: Readonly<Record<ScenarioName, Scenario>> = {
  'healthy-adult': HEALTHY_ADULT,
  'hypoxic-adult': {
    ...HEALTHY_ADULT,
    pulseRate: { low: 96, high: 116 },
    oxygenSaturation: { low: 83.6, high: 88.4 },
    perfusionIndex: { low: 1.2, high: 2.6 },
    systolic: { low: 126, high: 152 },
    age: { low: 62, high: 84 },
  },
  'febrile-child': {
    ...HEALTHY_ADULT,
    pulseRate: { low: 118, high: 138 },
    oxygenSaturation: { low: 95.6, high: 97.8 },
    systolic: { low: 96, high: 108 },
    pulsePressure: { low: 34, high: 42 },
    weight: { low: 17, high: 27 },
    height: { low: 106, high: 128 },
    temperature: { low: 38.7, high: 39.8 },
    age: { low: 5, high: 8 },
  },
  hypertensive: {
    ...HEALTHY_ADULT,
    systolic: { low: 168, high: 192 },
    pulsePressure: { low: 66, high: 82 },
    glucose: { low: 118, high: 168 },
    weight: { low: 82, high: 112 },
    age: { low: 55, high: 78 },
  },
  'irregular-pulse': {
    ...HEALTHY_ADULT,
    pulseRate: { low: 74, high: 96 },
    irregularity: 0.22,
    age: { low: 66, high: 86 },
  },
  'low-perfusion': {
    ...HEALTHY_ADULT,
    perfusionIndex: { low: 0.12, high: 0.24 },
    systolic: { low: 96, high: 108 },
    pulsePressure: { low: 36, high: 44 },
    temperature: { low: 35.2, high: 36 },
    age: { low: 70, high: 90 },
  },
};
