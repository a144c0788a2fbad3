import type { DecodedReading, DeviceIdentity } from '#core/vitals/decoded.ts';
import type { Values } from '#core/vitals/kinds.ts';
import { isPlausible } from '#core/vitals/plausibility.ts';
import { toHex } from '../../kit/bytes.ts';
import { calendarTime } from '../../kit/calendar.ts';
import { manifest } from './manifest.ts';
import { dataOf } from './replies.ts';

/** Where the fields of a record (GME) stand; the others are of unknown meaning and 0 in every recorded one. */
const AT = {
  year: 0,
  month: 1,
  day: 2,
  hour: 3,
  minute: 4,
  second: 5,
  systolic: 8,
  diastolic: 9,
  pulse: 10,
} as const;
const FLAGS_AT = 12;
const UNKNOWN_AT = [6, 7, 11] as const;
/** High nibble of the flags: the first, second or third measurement of a TruRead triple; 0 is one by itself. */
const LAST_OF_TRIPLE = 3;

const timeOf = (data: Uint8Array): string | undefined => {
  const at = (place: number): number => data[place] ?? 0;
  const { year, month, day, hour, minute, second } = AT;
  // Two digits of a year in a byte.
  if (at(year) > 99) return undefined;
  return calendarTime(2000 + at(year), at(month), at(day), at(hour), at(minute), at(second));
};

const valuesOf = (data: Uint8Array): Values => ({
  systolic: { value: data[AT.systolic] ?? 0, unit: 'mm[Hg]' },
  diastolic: { value: data[AT.diastolic] ?? 0, unit: 'mm[Hg]' },
  'pulse-rate': { value: data[AT.pulse] ?? 0, unit: '/min' },
});

/** Which measurement of a TruRead triple a record is, 1 to 3; 0 for one by itself. */
export const tripleOf = (body: Uint8Array): number => (dataOf(body)[FLAGS_AT] ?? 0) >> 4;

/** What no source explains in a record: undefined when all of it is known. */
const unexplained = (data: Uint8Array): string | undefined => {
  const flags = data[FLAGS_AT] ?? 0;
  if ((flags & 0x0f) !== 0 || flags >> 4 > LAST_OF_TRIPLE) return `flags ${toHex(Uint8Array.of(flags))}`;
  return UNKNOWN_AT.some((at) => data[at] !== 0) ? 'unknown bytes' : undefined;
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
  const common = { kind: 'blood-pressure', deviceTime, flags: ['stored' as const], device, frames: 1 };
  const mark = unexplained(data);
  const values = valuesOf(data);
  if (mark !== undefined)
    return { ...common, kind: 'blood-pressure', status: 'invalid', reason: 'unverified', detail: mark };
  if (!isPlausible(values))
    return { ...common, kind: 'blood-pressure', status: 'invalid', reason: 'out-of-range' };
  return { ...common, kind: 'blood-pressure', status: 'valid', values };
};
