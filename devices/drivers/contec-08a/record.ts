import type { DecodedReading, ReadingFlag } from '#core/vitals/decoded.ts';
import type { Values } from '#core/vitals/kinds.ts';
import { isPlausible } from '#core/vitals/plausibility.ts';
import { calendarTime } from '../../kit/calendar.ts';
import { manifest } from './manifest.ts';

/** What is the same in every published record, by position; other bytes there may mean anything. */
const PUBLISHED: readonly (readonly [position: number, byte: number])[] = [
  [0, 0x82],
  [1, 0x80],
  [8, 0x80],
  [12, 0x80],
  [13, 0x91],
];
/** Every published systolic is at least this, and sent as it is: how a lower one is sent, no document shows. */
const LOWEST_PROVED_SYSTOLIC = 128;
const FIRST_YEAR = 2000;

const FLAGS: readonly ReadingFlag[] = ['stored', 'unprotected'];

/** Bytes 0 to 13 of a record: head, SYS, DIA, PR, MAP, year, month, 80, day, hour, minute, and two of no known meaning. */
export const readRecord = (data: Uint8Array): DecodedReading => {
  const at = (position: number): number => (data[position] ?? 0) & 0x7f;
  const systolic = data[2] ?? 0;
  const [diastolic, pulse, mean] = [at(3), at(4), at(5)];
  const deviceTime = calendarTime(FIRST_YEAR + at(6), at(7), at(9), at(10), at(11));
  const common = {
    kind: 'blood-pressure' as const,
    ...(deviceTime === undefined ? {} : { deviceTime }),
    device: manifest.identity,
    frames: 1,
  };
  const refused = (reason: 'unverified' | 'structure' | 'out-of-range'): DecodedReading => ({
    ...common,
    status: 'invalid',
    reason,
    flags: ['stored'],
  });
  if (PUBLISHED.some(([position, byte]) => data[position] !== byte)) return refused('unverified');
  if (deviceTime === undefined) return refused('structure');
  if (systolic < LOWEST_PROVED_SYSTOLIC) return refused('unverified');
  const values: Values = {
    systolic: { value: systolic, unit: 'mm[Hg]' },
    diastolic: { value: diastolic, unit: 'mm[Hg]' },
    mean: { value: mean, unit: 'mm[Hg]' },
    'pulse-rate': { value: pulse, unit: '/min' },
  };
  const isOrdered = diastolic < mean && mean < systolic;
  if (!isOrdered || !isPlausible(values)) return refused('out-of-range');
  return { ...common, status: 'valid', values, flags: [...FLAGS] };
};
