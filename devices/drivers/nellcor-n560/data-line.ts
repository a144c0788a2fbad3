import { calendarTime } from '../../kit/calendar.ts';
import { isStatusCode, type StatusCode } from './status.ts';

/** What one printed line says. A number is undefined where the line has dashes. */
export interface DataLine {
  /** The device's own local time. */
  readonly deviceTime: string;
  /** %. */
  readonly oxygenSaturation: number | undefined;
  /** Per minute. */
  readonly pulseRate: number | undefined;
  /** The device's own scale, without unit: no perfusion index. */
  readonly pulseAmplitude: number | undefined;
  readonly status: readonly StatusCode[];
}

/**
 * The printer's columns, the same in every published line: date and time from 0, saturation ending in 23, pulse in 31, amplitude in 39, then
 * status codes from 44 on, three columns each. A `*` after a number says that it is beyond the device's alarm limit.
 */
const COLUMNS =
  /^(\d{2})-([A-Za-z]{3})-(\d{2}) (\d{2}):(\d{2}):(\d{2}) {3}(.{3})[ *] {4}(.{3})[ *] {4}(.{3})(.*)$/;
/** From the column after the amplitude to the first status code. */
const STATUS_GAP = '    ';
const STATUS_WIDTH = 3;

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
/** The line prints two digits of the year; none of these devices is older than the last years of the century before. */
const centuryOf = (year: number): number => (year >= 90 ? 1_900 : 2_000);

/** The number of a month, from 1, as it is printed: `Jan`, or `JAN` on older firmware. */
const monthOf = (text: string): number =>
  MONTHS.findIndex((month) => month === text || month.toUpperCase() === text) + 1;

/** A number right-aligned in three columns, without leading zeros; null for dashes, undefined for anything else. */
const readNumber = (text: string): number | null | undefined => {
  if (text === '---') return null;
  return /^(?: {2}\d| [1-9]\d|[1-9]\d{2})$/.test(text) ? Number(text) : undefined;
};

/** The amplitude; older firmware pads it with zeros. */
const readAmplitude = (text: string): number | null | undefined =>
  /^0\d{2}$/.test(text) ? Number(text) : readNumber(text);

/** The codes right of the numbers; a column without code is blank. */
const readStatus = (text: string): readonly StatusCode[] | undefined => {
  if (text.trim() === '') return [];
  if (!text.startsWith(STATUS_GAP)) return undefined;
  const columns = text.slice(STATUS_GAP.length).match(/.{1,3}/g) ?? [];
  const words = columns.map((column) => column.padEnd(STATUS_WIDTH));
  if (!words.every((word) => /^(?:[A-Z]{2}| {2}) $/.test(word))) return undefined;
  const codes = words.map((word) => word.trim()).filter((word) => word !== '');
  return codes.every(isStatusCode) ? codes : undefined;
};

/** Reads one line, line end removed. Undefined when a column holds something else than the sources print there. */
export const readDataLine = (text: string): DataLine | undefined => {
  const match = COLUMNS.exec(text);
  if (match === null) return undefined;
  const [
    ,
    day,
    month = '',
    year,
    hour,
    minute,
    second,
    saturation = '',
    pulse = '',
    amplitude = '',
    rest = '',
  ] = match;
  const deviceTime = calendarTime(
    centuryOf(Number(year)) + Number(year),
    monthOf(month),
    Number(day),
    Number(hour),
    Number(minute),
    Number(second),
  );
  const status = readStatus(rest);
  const numbers = [readNumber(saturation), readNumber(pulse), readAmplitude(amplitude)];
  if (deviceTime === undefined || status === undefined || numbers.includes(undefined)) return undefined;
  const [oxygenSaturation, pulseRate, pulseAmplitude] = numbers.map((number) => number ?? undefined);
  return { deviceTime, oxygenSaturation, pulseRate, pulseAmplitude, status };
};
