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

const TIME = String.raw`(?<month>\d{2})\/(?<day>\d{2})\/(?<year>\d{2}) (?<hour>\d{2}):(?<minute>\d{2}):(?<second>\d{2})`;
const SERIAL = String.raw`(?: SN=(?<serial>\d{10}|-{10}))?`;
// One source has a % after the dashes of the pulse; after a number none has.
const NUMBERS = String.raw` SPO2=(?:(?<saturation>\d{3})|---)% BPM=(?:(?<pulse>\d{3})|---%?)`;
const INDEX = String.raw`PI=(?<index>\d{2}\.\d{2}|--\.--)`;

/** Rad-8, Rad-5 and Radical-7: every field that a source shows, in the order in which they come; the optional ones vary with the model. */
const FIELDS = [
  `(?: ${INDEX}%)?`,
  String.raw`(?: SPCO=(?:\d{2}\.\d|--\.-)%)?`,
  String.raw`(?: SPMET=(?:\d{2}\.\d|--\.-)%)?`,
  String.raw`(?: DESAT=(?:\d{2}|--))?`,
  // Stands in a published line of a Rad-8 without sensor: of no meaning, or of the page that it was copied from.
  '(?: #)?',
  String.raw`(?: PIDELTA=(?:[+-]\d{2}|\+--))?`,
  String.raw`(?: PVI=(?:\d{3}|---))?`,
  // The width of both words goes with the model.
  ' ALARM=(?<alarm>[0-9A-F]{2}|[0-9A-F]{4}) EXC=(?<exc>(?<=ALARM=.. EXC=)[0-9A-F]{3}|(?<=ALARM=.{4} EXC=)[0-9A-F]{6})',
];

/** Radical-7 with the colour display, which prints more fields, and the index and SPCO otherwise. */
const COLOUR_FIELDS = [
  ` ${INDEX}%?`,
  String.raw` SPCO=(?:\d{2}|--)%`,
  String.raw` SPMET=(?:\d{2}\.\d|--\.-)%`,
  String.raw` SPHB=(?:\d{2}\.\d|--\.-)`,
  String.raw` SPOC=(?:\d{2}|--)`,
  String.raw` RESVD=(?:\d{3}|---)`,
  String.raw` DESAT=(?:\d{2}|--)`,
  String.raw` PIDELTA=(?:[+-]\d{2}|\+--)`,
  String.raw` PVI=(?:\d{3}|---)`,
  ' ALARM=(?<alarm>[0-9A-F]{6}) EXC=(?<exc>[0-9A-F]{7}) EXC1=(?<exc1>[0-9A-F]{8})',
];

/** Fields that are not read, of whatever model: a name, and digits or dashes. */
const OTHER_FIELD = String.raw` (?!SPO2=|BPM=|ALARM=|EXC=)[A-Z][A-Z0-9]{2,7}=[+-]?[\d-]{1,5}(?:\.[\d-]{1,3})?%?`;

const KNOWN_LINES = [FIELDS, COLOUR_FIELDS].map(
  (fields) => new RegExp(`^${TIME}${SERIAL}${NUMBERS}${fields.join('')}$`),
);
const OTHER_WORDS = ' ALARM=(?<alarm>[0-9A-F]{2,6}) EXC=(?<exc>[0-9A-F]{3,8})(?: EXC1=(?<exc1>[0-9A-F]{8}))?';
const OTHER_LINE = new RegExp(
  `^${TIME}${SERIAL}${NUMBERS}(?: ${INDEX}%?)?(?:${OTHER_FIELD})*${OTHER_WORDS}$`,
);

/** The line prints two digits of the year; none of these devices is older than this century. */
const CENTURY = 2_000;

const numberOf = (printed: string | undefined): number | undefined =>
  printed === undefined || printed.startsWith('-') ? undefined : Number(printed);

const lineOf = (groups: Readonly<Record<string, string | undefined>>): Ascii1Line | undefined => {
  const { year, month, day, hour, minute, second } = groups;
  const [y = 0, mo = 0, d = 0, h = 0, mi = 0, s = 0] = [year, month, day, hour, minute, second].map(Number);
  const deviceTime = calendarTime(CENTURY + y, mo, d, h, mi, s);
  const { serial, saturation, pulse, index, alarm = '', exc = '', exc1 = '0' } = groups;
  const exceptions = Number.parseInt(exc, 16);
  // What the bits of the second exception word say, nobody tells.
  const isExplained = (exceptions & ~EXCEPTIONS.known) === 0 && Number.parseInt(exc1, 16) === 0;
  if (deviceTime === undefined || !isExplained) return undefined;
  return {
    deviceTime,
    serial: serial?.startsWith('-') ? undefined : serial,
    oxygenSaturation: numberOf(saturation),
    pulseRate: numberOf(pulse),
    perfusionIndex: numberOf(index),
    alarm: Number.parseInt(alarm, 16),
    exceptions,
  };
};

const readBy = (grammar: RegExp, text: string): Ascii1Line | undefined =>
  lineOf(grammar.exec(text)?.groups ?? {});

/**
 * Reads one line of a model that a source shows, line end removed. Undefined when anything in it is not as the sources print it: a field in
 * another format, at another place or of a name that none of them shows, a time that is none of the calendar, an exception bit that
 * nobody explains.
 */
export const readLine = (text: string): Ascii1Line | undefined =>
  KNOWN_LINES.map((grammar) => readBy(grammar, text)).find((line) => line !== undefined);

/** Reads one line of another model, whose saturation, pulse and words stand where they always do. */
export const readOtherLine = (text: string): Ascii1Line | undefined => readBy(OTHER_LINE, text);
