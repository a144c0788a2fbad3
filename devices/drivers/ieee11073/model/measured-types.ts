import type { ReadingKind, ValueKey } from '#core/vitals/kinds.ts';
import { METRICS, PARTITIONS } from './nomenclature.ts';

/** What a number of a metric is in a reading. */
export interface Measured {
  readonly kind: ReadingKind;
  readonly key: ValueKey;
  /** A drop of control solution, not of blood. */
  readonly isControl?: boolean;
}

const temperature: Measured = { kind: 'temperature', key: 'temperature' };
const glucose: Measured = { kind: 'blood-glucose', key: 'glucose' };
const control: Measured = { ...glucose, isControl: true };

/** Metrics of partition 2 that a cabin takes; everything else an agent may measure is passed over. */
const MEASURED: ReadonlyMap<number, Measured> = new Map<number, Measured>([
  [METRICS.oxygenSaturation, { kind: 'oximetry', key: 'spo2' }],
  [METRICS.oximeterPulseRate, { kind: 'oximetry', key: 'pulse-rate' }],
  [METRICS.relativePerfusion, { kind: 'oximetry', key: 'perfusion-index' }],
  [METRICS.systolic, { kind: 'blood-pressure', key: 'systolic' }],
  [METRICS.diastolic, { kind: 'blood-pressure', key: 'diastolic' }],
  [METRICS.mean, { kind: 'blood-pressure', key: 'mean' }],
  [METRICS.cuffPulseRate, { kind: 'blood-pressure', key: 'pulse-rate' }],
  [METRICS.bodyMass, { kind: 'body-weight', key: 'weight' }],
  [METRICS.bodyLength, { kind: 'body-height', key: 'height' }],
  // 10408: body, tympanum, rectum, mouth, ear, axilla, gut. A finger or a toe is skin, not the body's temperature.
  ...[19_292, 19_320, 57_348, 57_352, 57_356, 57_380, 57_384].map((code) => [code, temperature] as const),
  // 10417: general, capillary, venous, arterial, of undetermined origin; whole blood and plasma each. Interstitial fluid is no blood.
  ...[28_948, 29_112, 29_116, 29_120, 29_124, 29_128, 29_132, 29_292, 29_296].map(
    (code) => [code, glucose] as const,
  ),
  // 10417: control solution, of unknown, low, medium and high level.
  ...[29_136, 29_300, 29_304, 29_308].map((code) => [code, control] as const),
]);

/** What a metric of this type is in a reading; undefined for what no cabin takes. */
export const measuredBy = ({ partition, code }: { partition: number; code: number }): Measured | undefined =>
  partition === PARTITIONS.physiological ? MEASURED.get(code) : undefined;
