import { calendarTime } from '../../kit/calendar.ts';

/** Unit that the meter displays; a memory is always in mg/dL, whatever is displayed. */
export type DisplayUnit = 'mg/dL' | 'mmol/L' | 'unknown';

/** What a line with the right sum says. */
export type Message =
  | { readonly type: 'version'; readonly version: string }
  | { readonly type: 'serial'; readonly serial: string }
  | { readonly type: 'clock'; readonly deviceTime: string }
  | { readonly type: 'unit'; readonly unit: DisplayUnit }
  /** Head of a dump: so many records follow, newest first. */
  | {
      readonly type: 'header';
      readonly records: number;
      readonly serial: string;
      readonly unit: DisplayUnit;
    }
  | { readonly type: 'record'; readonly text: string }
  | { readonly type: 'other' };

const UNITS: Readonly<Record<string, DisplayUnit>> = { 'MG/DL ': 'mg/dL', 'MMOL/L': 'mmol/L' };
const WEEKDAYS: readonly string[] = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];
const CENTURY = 2000;

const MODELS: Readonly<Record<string, string>> = { Y: 'OneTouch Ultra2', T: 'OneTouch Ultra' };

/** The model that the last letter of a serial number names; undefined for a letter that no source explains. */
export const modelOf = (serial: string): string | undefined => MODELS[serial.slice(-1)];

/** Weekday, MM/DD/YY and hh:mm:ss with three blanks: how the meter writes every time. */
export const TIME_PATTERN = '"([A-Z]{3})","(\\d\\d)/(\\d\\d)/(\\d\\d)","(\\d\\d):(\\d\\d):(\\d\\d) {3}"';

/** The time in what `TIME_PATTERN` found; undefined when the calendar has no such day, or it is another day of the week. */
export const timeOf = (found: readonly (string | undefined)[]): string | undefined => {
  const [weekday = '', ...parts] = found;
  const [month = 0, day = 0, year = 0, hour = 0, minute = 0, second = 0] = parts.map(Number);
  const time = calendarTime(CENTURY + year, month, day, hour, minute, second);
  return time !== undefined && WEEKDAYS[new Date(`${time}Z`).getUTCDay()] === weekday ? time : undefined;
};

const CLOCK = new RegExp(`^F ${TIME_PATTERN}$`);
const HEADER = /^P (\d{3}),"([0-9A-Z]{9})","(.{6})"$/;
const SERIAL = /^@ "([0-9A-Z]{9})"$/;
const UNIT = /^SU\?,"(.{6})"$/;

const unitOf = (text: string | undefined): DisplayUnit => UNITS[text ?? ''] ?? 'unknown';

/** Reads the text of a line. */
export const readMessage = (text: string): Message => {
  if (text.startsWith('P "')) return { type: 'record', text };
  if (text.startsWith('?')) return { type: 'version', version: text.slice(1).trim() };
  const header = HEADER.exec(text);
  if (header !== null) {
    const [, records, serial = '', unit] = header;
    return { type: 'header', records: Number(records), serial, unit: unitOf(unit) };
  }
  const serial = SERIAL.exec(text)?.[1];
  if (serial !== undefined) return { type: 'serial', serial };
  const unit = UNIT.exec(text)?.[1];
  if (unit !== undefined) return { type: 'unit', unit: unitOf(unit) };
  const deviceTime = timeOf(CLOCK.exec(text)?.slice(1) ?? []);
  return deviceTime === undefined ? { type: 'other' } : { type: 'clock', deviceTime };
};
