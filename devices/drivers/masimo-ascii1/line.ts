import { calendarTime } from '../../kit/calendar.ts';
import { EXCEPTIONS } from './exceptions.ts';

/** What one line of ASCII 1 says. A number is undefined where the line has dashes. */
export interface Ascii1Line {
  /** The device's own local time. */
  readonly deviceTime: string;
  /** Ten digits, as printed; undefined on models that print none. */
  readonly serial: string | undefined;
  /** %. */
  readonly oxygenSaturation: number | undefined;
  /** Per minute. */
  readonly pulseRate: number | undefined;
  /** %, in steps of 0.01; undefined on models without it, too. */
  readonly perfusionIndex: number | undefined;
  readonly alarm: number;
  readonly exceptions: number;
}

const TIME = String.raw`(\d{2})\/(\d{2})\/(\d{2}) (\d{2}):(\d{2}):(\d{2})`;

/** Every field that a source shows, in the order in which they come; the optional ones vary with the model. */
const FIELDS = [
  String.raw`(?: SN=(?<serial>\d{10}|-{10}))?`,
  String.raw` SPO2=(?<saturation>\d{3}|---)%`,
  String.raw` BPM=(?<pulse>\d{3}|---)`,
  String.raw`(?: PI=(?<index>\d{2}\.\d{2}|--\.--)%)?`,
  String.raw`(?: SPCO=(?:\d{2}\.\d|--\.-)%)?`,
  String.raw`(?: SPMET=(?:\d{2}\.\d|--\.-)%)?`,
  String.raw`(?: DESAT=(?:\d{2}|--))?`,
  // Stands in a published line of a Rad-8 without sensor; what it means is not known.
  '(?: #)?',
  String.raw`(?: PIDELTA=(?:[+-]\d{2}|\+--))?`,
  String.raw`(?: PVI=(?:\d{3}|---))?`,
  // The width of both words goes with the model.
  '(?: ALARM=(?<alarm2>[0-9A-F]{2}) EXC=(?<exc3>[0-9A-F]{3})| ALARM=(?<alarm4>[0-9A-F]{4}) EXC=(?<exc6>[0-9A-F]{6}))',
];
const LINE = new RegExp(`^${TIME}${FIELDS.join('')}$`);

/** The line prints two digits of the year; none of these devices is older than this century. */
const CENTURY = 2_000;

const numberOf = (printed: string | undefined): number | undefined =>
  printed === undefined || printed.startsWith('-') ? undefined : Number(printed);

/**
 * Reads one line, line end removed. Undefined when anything in it is not as the sources print it: a field in another format, at
 * another place or of a name that none of them shows, a time that is none of the calendar, an exception bit that nobody explains.
 */
export const readLine = (text: string): Ascii1Line | undefined => {
  const match = LINE.exec(text);
  if (match === null) return undefined;
  const [month = 0, day = 0, year = 0, hour = 0, minute = 0, second = 0] = match.slice(1, 7).map(Number);
  const deviceTime = calendarTime(CENTURY + year, month, day, hour, minute, second);
  const { serial, saturation, pulse, index, alarm2, alarm4, exc3, exc6 } = match.groups ?? {};
  const exceptions = Number.parseInt(exc3 ?? exc6 ?? '', 16);
  if (deviceTime === undefined || (exceptions & ~EXCEPTIONS.known) !== 0) return undefined;
  return {
    deviceTime,
    serial: serial?.startsWith('-') ? undefined : serial,
    oxygenSaturation: numberOf(saturation),
    pulseRate: numberOf(pulse),
    perfusionIndex: numberOf(index),
    alarm: Number.parseInt(alarm2 ?? alarm4 ?? '', 16),
    exceptions,
  };
};
