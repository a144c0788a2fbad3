import type { Origin } from '#core/contract/devices.ts';
import type { Instant, Milliseconds } from '#core/time.ts';
import type { ConfusedUnit } from '#core/vitals/confused-units.ts';
import type { CuffSetting } from '#core/vitals/cuff.ts';
import type { ReadingFlag } from '#core/vitals/decoded.ts';
import type { Reading } from '#core/vitals/reading.ts';

/** All that a physician may ask about a value, in the order in which it matters. Absent facts are left out, never guessed. */
export interface Provenance {
  readonly origin: Origin;
  /** The unit that a value was read in and converted from. */
  readonly enteredIn?: ConfusedUnit;
  /** The readings that the value was computed from, oldest first; empty for a single reading. */
  readonly series: readonly Reading[];
  /** How many of the series the mean takes in. */
  readonly averaged: number;
  readonly device?: string;
  readonly restMs?: Milliseconds;
  readonly restShortened?: string;
  /** How often the rest began anew, because the patient moved or talked. */
  readonly restBreaks: number;
  readonly seated: boolean;
  /** How the cuff sat, where the assistant noted it. */
  readonly cuff?: CuffSetting;
  readonly attempt: number;
  readonly signal?: number;
  readonly flags: readonly ReadingFlag[];
  readonly assistedBy?: string;
  readonly takenAt: Instant;
  /** The device's own clock, without offset, as it sent it. */
  readonly deviceTime?: string;
  /** First characters of the SHA-256 of the raw bytes: enough to find the bytes again. */
  readonly rawHash?: string;
}

const HASH_SHOWN = 8;

const deviceName = ({ device }: Reading): string | undefined => {
  if (device === undefined) return undefined;
  const name = `${device.maker} ${device.model}`;
  return device.serial === undefined ? name : `${name}, ${device.serial}`;
};

/** Readings of the same capture, including those that the mean leaves out (the first of three is always set aside). */
const seriesOf = (reading: Reading, readings: readonly Reading[]): readonly Reading[] =>
  reading.derivedFrom === undefined
    ? []
    : readings.filter(
        (other) =>
          other.derivedFrom === undefined &&
          (other.captureId === reading.captureId || reading.derivedFrom?.includes(other.id)),
      );

/** Provenance of `reading` among all `readings` of the visit. */
export const provenanceOf = (reading: Reading, readings: readonly Reading[]): Provenance => {
  const series = seriesOf(reading, readings);
  const { conditions } = reading;
  const device = deviceName(reading) ?? series.map(deviceName).find((name) => name !== undefined);
  return {
    origin: reading.origin,
    ...(reading.enteredIn === undefined ? {} : { enteredIn: reading.enteredIn }),
    series,
    averaged: reading.derivedFrom?.length ?? 0,
    ...(device === undefined ? {} : { device }),
    ...(conditions.restMs === undefined ? {} : { restMs: conditions.restMs }),
    ...(conditions.restShortened === undefined ? {} : { restShortened: conditions.restShortened }),
    restBreaks: conditions.restBreaks?.length ?? 0,
    seated: conditions.posture === 'seated',
    ...(conditions.cuff === undefined ? {} : { cuff: conditions.cuff }),
    attempt: reading.attempt,
    ...(reading.signal === undefined ? {} : { signal: reading.signal }),
    flags: reading.flags,
    ...(reading.assistedBy === undefined ? {} : { assistedBy: reading.assistedBy }),
    takenAt: reading.takenAt,
    ...(reading.deviceTime === undefined ? {} : { deviceTime: reading.deviceTime }),
    ...(reading.rawHash === undefined ? {} : { rawHash: reading.rawHash.slice(0, HASH_SHOWN) }),
  };
};
