import { calendarTime } from '../../kit/calendar.ts';
import { MISSING } from './packet.ts';

/**
 * A spot check of format 13 (6470-000-01): 00 02 00 0D, length, data, low byte of the sum of the data, 03. The data begin with the
 * time in BCD; more of them than 14 are parameters of later devices and passed over.
 */
export interface SpotCheck {
  /** The device's own local time; undefined when it is none (its clock is lost with the batteries). */
  readonly deviceTime: string | undefined;
  /** The SmartPoint algorithm was completed: the device calls the measurement one of high quality. */
  readonly smartPoint: boolean;
  readonly noMeasurement: boolean;
  readonly fromMemory: boolean;
  readonly lowBattery: boolean;
  readonly pulseRate: number | undefined;
  readonly oxygenSaturation: number | undefined;
  readonly raw: Uint8Array;
}

/** First byte of a spot check. */
export const SPOT_CHECK_START = 0x00;
const HEADER = [SPOT_CHECK_START, 0x02, 0x00, 0x0d] as const;
const HEADER_LENGTH = 6;
const FOOTER_LENGTH = 2;
const END = 0x03;
/** Data are 14 bytes today; a length beyond a few more parameters is damage. */
const DATA_LENGTH = { least: 14, most: 64 } as const;

export const SPOT_CHECK_BITS = {
  msb: { smartPoint: 0x02, noMeasurement: 0x01 },
  lsb: { fromMemory: 0x10, lowBattery: 0x01 },
} as const;

const fromBcd = (byte: number): number => (byte >> 4) * 10 + (byte & 0x0f);
const isBcd = (byte: number): boolean => byte >> 4 <= 9 && (byte & 0x0f) <= 9;
const toBcd = (value: number): number => (Math.floor(value / 10) << 4) | (value % 10);
const deviceTimeOf = (digits: readonly number[]): string | undefined => {
  const [century = 0, year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = digits.map(fromBcd);
  return digits.every(isBcd)
    ? calendarTime(century * 100 + year, month, day, hour, minute, second)
    : undefined;
};

const decodeData = (data: readonly number[], raw: Uint8Array): SpotCheck => {
  const [msb = 0, lsb = 0, rateHigh = 0, rateLow = 0, , saturation = 0] = data.slice(8);
  // Nine bits again, but the low byte holds eight of them here, not seven as in formats 2 and 7.
  const pulseRate = ((rateHigh & 0x01) << 8) | rateLow;
  const oxygenSaturation = saturation & 0x7f;
  return {
    deviceTime: deviceTimeOf(data.slice(0, 7)),
    smartPoint: (msb & SPOT_CHECK_BITS.msb.smartPoint) !== 0,
    noMeasurement: (msb & SPOT_CHECK_BITS.msb.noMeasurement) !== 0,
    fromMemory: (lsb & SPOT_CHECK_BITS.lsb.fromMemory) !== 0,
    lowBattery: (lsb & SPOT_CHECK_BITS.lsb.lowBattery) !== 0,
    pulseRate: pulseRate === MISSING.pulseRate ? undefined : pulseRate,
    oxygenSaturation: oxygenSaturation === MISSING.oxygenSaturation ? undefined : oxygenSaturation,
    raw,
  };
};

const sumOf = (data: readonly number[]): number => data.reduce((sum, byte) => (sum + byte) & 0xff, 0);

/** The spot check that these bytes begin with; `more` when they may yet become one. */
export const readSpotCheck = (bytes: readonly number[]): SpotCheck | 'more' | 'structure' | 'checksum' => {
  if (HEADER.some((byte, index) => bytes[index] !== undefined && bytes[index] !== byte)) return 'structure';
  if (bytes.length < HEADER_LENGTH) return 'more';
  const length = (bytes[4] ?? 0) * 256 + (bytes[5] ?? 0);
  if (length < DATA_LENGTH.least || length > DATA_LENGTH.most) return 'structure';
  const end = HEADER_LENGTH + length;
  if (bytes.length < end + FOOTER_LENGTH) return 'more';
  if (bytes[end + 1] !== END) return 'structure';
  const data = bytes.slice(HEADER_LENGTH, end);
  if (sumOf(data) !== bytes[end]) return 'checksum';
  return decodeData(data, Uint8Array.from(bytes.slice(0, end + FOOTER_LENGTH)));
};

/** What a spot check of the device's side is made of. */
export interface SpotCheckFields {
  /** Local time, `YYYY-MM-DDThh:mm:ss`. */
  readonly time: string;
  readonly msb: number;
  readonly lsb: number;
  readonly pulseRate: number;
  readonly oxygenSaturation: number;
}

/** The bytes of a spot check. */
export const spotCheckFrame = (fields: SpotCheckFields): Uint8Array => {
  const { time, msb, lsb, pulseRate, oxygenSaturation } = fields;
  const [year = 0, ...rest] = time.split(/\D/).map(Number);
  const stamp = [Math.floor(year / 100), year % 100, ...rest.slice(0, 5)].map(toBcd);
  const data = [...stamp, 0, msb, lsb, pulseRate >> 8, pulseRate & 0xff, 0, oxygenSaturation];
  return Uint8Array.from([...HEADER, 0, data.length, ...data, sumOf(data), END]);
};
