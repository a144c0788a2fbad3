import type { DecodedReading, DeviceIdentity, ReadingFlag } from '#core/vitals/decoded.ts';
import type { Values } from '#core/vitals/kinds.ts';
import { isPlausible } from '#core/vitals/plausibility.ts';
import { toHex } from '../../kit/bytes.ts';
import { calendarTime } from '../../kit/calendar.ts';
import { manifest } from './manifest.ts';
import { dataOf } from './replies.ts';

/**
 * Where the fields of a record (GME) stand: libomron notes, and what issue 25 of the same project found in the maker's program. SYS and
 * the flags are words of two bytes. The number of the unit is 0 in every recorded one and says nothing of the reading.
 */
const AT = {
  year: 0,
  month: 1,
  day: 2,
  hour: 3,
  minute: 4,
  second: 5,
  unit: 6,
  systolic: 7,
  diastolic: 9,
  pulse: 10,
  flags: 11,
} as const;
const MARKS: ReadonlyMap<number, ReadingFlag> = new Map([
  [0x0001, 'irregular-pulse'],
  [0x0002, 'motion'],
]);
/** First, second or third measurement of a TruRead triple; 0 is one by itself. */
const TRIPLE = { mask: 0x0030, shift: 4 } as const;
const KNOWN_FLAGS = [...MARKS.keys()].reduce((known, bit) => known | bit, TRIPLE.mask);

/** Two bytes, the high one first. */
const wordAt = (data: Uint8Array, at: number): number => ((data[at] ?? 0) << 8) | (data[at + 1] ?? 0);

const timeOf = (data: Uint8Array): string | undefined => {
  const at = (place: number): number => data[place] ?? 0;
  const { year, month, day, hour, minute, second } = AT;
  // Two digits of a year in a byte.
  if (at(year) > 99) return undefined;
  return calendarTime(2000 + at(year), at(month), at(day), at(hour), at(minute), at(second));
};

const valuesOf = (data: Uint8Array): Values => ({
  systolic: { value: wordAt(data, AT.systolic), unit: 'mm[Hg]' },
  diastolic: { value: data[AT.diastolic] ?? 0, unit: 'mm[Hg]' },
  'pulse-rate': { value: data[AT.pulse] ?? 0, unit: '/min' },
});

/** Which measurement of a TruRead triple a record is, 1 to 3; 0 for one by itself. */
export const tripleOf = (body: Uint8Array): number =>
  (wordAt(dataOf(body), AT.flags) & TRIPLE.mask) >> TRIPLE.shift;

const marksOf = (data: Uint8Array): ReadingFlag[] => {
  const flags = wordAt(data, AT.flags);
  return [...MARKS].flatMap(([bit, mark]) => ((flags & bit) === 0 ? [] : [mark]));
};

/** What no source explains in a record: undefined when all of it is known. */
const unexplained = (data: Uint8Array): string | undefined => {
  if ((wordAt(data, AT.flags) & ~KNOWN_FLAGS) !== 0)
    return `flags ${toHex(data.slice(AT.flags, AT.flags + 2))}`;
  return data[AT.unit] === 0 ? undefined : 'unit number';
};

/** The reading of bytes that are no whole reply, or of a reply with a wrong checksum. */
export const refused = (
  reason: 'structure' | 'checksum',
  device: DeviceIdentity = manifest.identity,
): DecodedReading => ({
  kind: 'blood-pressure',
  status: 'invalid',
  reason,
  flags: [],
  device,
  frames: 1,
});

/** The reading of a record whose checksum was right. A date that does not exist is damage that the XOR let through. */
export const readRecord = (body: Uint8Array, device: DeviceIdentity): DecodedReading => {
  const data = dataOf(body);
  const deviceTime = timeOf(data);
  if (deviceTime === undefined) return refused('structure', device);
  const flags: ReadingFlag[] = [...marksOf(data), 'stored'];
  const common = { kind: 'blood-pressure', deviceTime, flags, device, frames: 1 };
  const mark = unexplained(data);
  const values = valuesOf(data);
  if (mark !== undefined)
    return { ...common, kind: 'blood-pressure', status: 'invalid', reason: 'unverified', detail: mark };
  if (!isPlausible(values))
    return { ...common, kind: 'blood-pressure', status: 'invalid', reason: 'out-of-range' };
  return { ...common, kind: 'blood-pressure', status: 'valid', values };
};
