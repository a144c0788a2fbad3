import type { InvalidReason, ReadingFlag } from '#core/vitals/decoded.ts';
import type { ReadingKind } from '#core/vitals/kinds.ts';
import type { Refusal } from './measurement-status.ts';
import { METRICS, PARTITIONS, STATUSES } from './nomenclature.ts';

/** What a status object of an agent says of the numbers beside it. */
export interface DeviceStatus {
  /** Whose numbers it is about. */
  readonly kind: ReadingKind | undefined;
  readonly refusal?: Refusal;
  readonly flags: readonly ReadingFlag[];
}

/** One bit, the most significant being 0 as the documents count. */
type Bit = readonly [bit: number, name: string, says: InvalidReason | ReadingFlag];

interface StatusType {
  readonly kind: ReadingKind | undefined;
  readonly bits: readonly Bit[];
}

const FLAGS: ReadonlySet<string> = new Set([
  'low-perfusion',
  'low-battery',
  'motion',
] satisfies ReadingFlag[]);

/** 10404, device and sensor status. The strongest come first. */
const OXIMETER: readonly Bit[] = [
  [14, 'device-equipment-malfunction', 'device-error'],
  [1, 'sensor-malfunction', 'device-error'],
  [3, 'sensor-unsupported', 'device-error'],
  [0, 'sensor-disconnected', 'sensor-off'],
  [4, 'sensor-off', 'sensor-off'],
  [2, 'sensor-displaced', 'sensor-off'],
  [6, 'signal-searching', 'searching'],
  [8, 'signal-non-pulsatile', 'searching'],
  [5, 'sensor-interference', 'unsettled'],
  [7, 'signal-pulse-questionable', 'unsettled'],
  [9, 'signal-erratic', 'unsettled'],
  [12, 'signal-inadequate', 'unsettled'],
  [13, 'signal-processing-irregularity', 'unsettled'],
  [15, 'device-extended-update', 'unsettled'],
  [10, 'signal-low-perfusion', 'low-perfusion'],
  [11, 'signal-poor', 'low-perfusion'],
];

/** 10404, pulsatile characteristics. */
const PULSE_CHARACTER: readonly Bit[] = [
  [3, 'pulse-qual-unacceptable', 'unsettled'],
  [2, 'pulse-qual-minimal', 'low-perfusion'],
  [1, 'pulse-qual-marginal', 'low-perfusion'],
];

/** 10417, device and sensor status. */
const GLUCOSE_METER: readonly Bit[] = [
  [1, 'sensor-malfunction', 'device-error'],
  [2, 'sensor-sample-size-insufficient', 'device-error'],
  [3, 'sensor-strip-insertion', 'device-error'],
  [4, 'sensor-strip-type-incorrect', 'device-error'],
  [5, 'HI', 'out-of-range'],
  [6, 'LO', 'out-of-range'],
  [7, 'sensor-temp-too-high', 'device-error'],
  [8, 'sensor-temp-too-low', 'device-error'],
  [9, 'sensor-read-interrupt', 'device-error'],
  [10, 'device-gen-fault', 'device-error'],
  [11, 'sensor-temp-out-of-range', 'device-error'],
  [0, 'device-battery-low', 'low-battery'],
];

/** 20601, status of any agent. */
const GENERIC: readonly Bit[] = [
  [5, 'device-status-error', 'device-error'],
  [6, 'device-status-error-mechanical', 'device-error'],
  [7, 'device-status-error-electronic', 'device-error'],
  [8, 'device-status-error-software', 'device-error'],
  [9, 'device-status-error-battery', 'device-error'],
  [25, 'device-status-battery-low', 'low-battery'],
  [26, 'device-status-battery-depleted', 'low-battery'],
];

const key = (partition: number, code: number): string => `${partition}:${code}`;

const STATUS_TYPES: ReadonlyMap<string, StatusType> = new Map<string, StatusType>([
  [key(PARTITIONS.physiological, METRICS.oximeterStatus), { kind: 'oximetry', bits: OXIMETER }],
  [key(PARTITIONS.physiological, METRICS.pulseCharacter), { kind: 'oximetry', bits: PULSE_CHARACTER }],
  [key(PARTITIONS.diseaseManagement, STATUSES.glucoseMeter), { kind: 'blood-glucose', bits: GLUCOSE_METER }],
  [key(PARTITIONS.diseaseManagement, STATUSES.generic), { kind: undefined, bits: GENERIC }],
]);

const isSet = (value: Uint8Array, bit: number): boolean =>
  ((value[bit >> 3] ?? 0) & (0x80 >> (bit & 7))) !== 0;

/** What the bits of a status object of this type say; undefined for an object that is none. */
export const statusOf = (
  { partition, code }: { partition: number; code: number },
  value: Uint8Array,
): DeviceStatus | undefined => {
  const type = STATUS_TYPES.get(key(partition, code));
  if (type === undefined) return undefined;
  const says = type.bits.filter(([bit]) => isSet(value, bit));
  const refusing = says.find(([, , what]) => !FLAGS.has(what));
  const flags = says.flatMap(([, , what]) => (FLAGS.has(what) ? [what as ReadingFlag] : []));
  return {
    kind: type.kind,
    ...(refusing === undefined
      ? {}
      : { refusal: { reason: refusing[2] as InvalidReason, detail: refusing[1] } }),
    flags: [...new Set(flags)],
  };
};
