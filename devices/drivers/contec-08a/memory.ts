import { padded } from './reports.ts';

/** What the simulated device keeps of one measurement: mm[Hg], per minute, and local time to the second. */
export interface StoredMeasurement {
  readonly user: number;
  readonly systolic: number;
  readonly diastolic: number;
  readonly mean: number;
  readonly pulse: number;
  readonly takenAt: string;
}

const SEVEN_BITS = 0x7f;
const FIRST_YEAR = 2000;
const PUBLISHED_HEAD = 0x82;
/**
 * No document says how a pulse or a mean of 128 or more is sent. The published record has no room for it, so the simulated device
 * says something else in its first byte.
 */
const UNPUBLISHED_HEAD = 0x83;

const marked = (value: number): number => 0x80 | (value & SEVEN_BITS);

const recordReport = ({ systolic, diastolic, mean, pulse, takenAt }: StoredMeasurement): Uint8Array => {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = takenAt.split(/[-T:]/).map(Number);
  const fits = [diastolic, pulse, mean].every((value) => value <= SEVEN_BITS);
  return padded(
    fits ? PUBLISHED_HEAD : UNPUBLISHED_HEAD,
    0x80,
    systolic,
    marked(diastolic),
    marked(pulse),
    marked(mean),
    marked(year - FIRST_YEAR),
    marked(month),
    0x80,
    marked(day),
    marked(hour),
    marked(minute),
    0x80,
    0x91,
  );
};

/** Header and records of one user, oldest first, without an end mark. */
export const memoryReports = (user: number, memory: readonly StoredMeasurement[]): Uint8Array[] => {
  const own = memory.filter((measurement) => measurement.user === user);
  const zeros = new Array<number>(7).fill(0x80);
  const header = padded(0x46, 0x41, 0x80, 0x80, marked(own.length), 0x82, ...zeros, marked(user));
  return [header, ...own.map(recordReport)];
};
