import type { DeviceIdentity } from '#core/vitals/decoded.ts';
import { calendarTime } from '../../kit/calendar.ts';

export type GlucoseUnit = 'mg/dL' | 'mmol/L';

/** A Contour Next USB says more than a unit, in a way that is not published: there every result speaks for itself. */
export type HeaderUnit = GlucoseUnit | 'of each result';

/** What the first record of a transmission says of the meter. */
export interface Header {
  readonly identity: DeviceIdentity;
  /** Records in the memory. */
  readonly records: number;
  /** Unit of the meter and of its memory; undefined when it is neither. */
  readonly unit: HeaderUnit | undefined;
  /** What its clock shows, to the minute or to the second. */
  readonly deviceTime: string;
}

const PRODUCT = /^(?:Bayer|Contour)\d{4}$/;
const TIME = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)?$/;
const UNIT_CODES: Readonly<Record<string, GlucoseUnit>> = { 'U=0': 'mg/dL', 'U=1': 'mmol/L' };
/** `U=303` with results in mg/dL and `U=311` with results in mmol/L are published. */
const LONG_UNIT_CODE = /^U=\d{3}$/;
/** Positions of a header's fields; the one before the product is a password for changing settings, and is never shown. */
const HEADER_AT = { product: 4, settings: 5, records: 6, time: 13 } as const;

/** Fields of a record; the first is its type. */
export const fieldsOf = (text: string): string[] => text.split('|');

/** Whether a record is the header, which begins a transmission. */
export const isHeader = (text: string): boolean => fieldsOf(text)[0] === 'H';

const unitIn = (settings: readonly string[]): HeaderUnit | undefined =>
  settings.flatMap((setting) => UNIT_CODES[setting] ?? []).at(0) ??
  (settings.some((setting) => LONG_UNIT_CODE.test(setting)) ? 'of each result' : undefined);

/** `yyyyMMddHHmm`, with seconds or without, as a time of the calendar. */
export const timeOf = (field: string | undefined): string | undefined => {
  const [year, month, day, hour, minute, second = 0] =
    TIME.exec(field ?? '')
      ?.slice(1)
      .map((part = '0') => Number(part)) ?? [];
  if (year === undefined || month === undefined || day === undefined) return undefined;
  return hour === undefined || minute === undefined
    ? undefined
    : calendarTime(year, month, day, hour, minute, second);
};

/** Reads a header record; undefined when it is none of a meter of this family. */
export const readHeader = (text: string): Header | undefined => {
  const fields = fieldsOf(text);
  const [model = '', versions = '', serial = ''] = fields[HEADER_AT.product]?.split('^') ?? [];
  const [firmware = ''] = versions.split('\\');
  const deviceTime = timeOf(fields[HEADER_AT.time]);
  const settings = fields[HEADER_AT.settings]?.split('^') ?? [];
  const records = Number(fields[HEADER_AT.records]);
  if (fields[0] !== 'H' || !PRODUCT.test(model) || serial === '' || deviceTime === undefined)
    return undefined;
  const maker = model.startsWith('Bayer') ? 'Bayer' : 'Ascensia';
  return { identity: { maker, model, serial, firmware }, records, unit: unitIn(settings), deviceTime };
};

const ORDER_KIND_AT = 11;

/** The number of the result that an order record marks as a control test. */
export const controlOrder = (text: string): string | undefined => {
  const fields = fieldsOf(text);
  return fields[0] === 'O' && fields[ORDER_KIND_AT] === 'Q' ? fields[1] : undefined;
};

/** Whether the terminator says that the transmission is whole. */
export const isWholeEnd = (text: string): boolean => {
  const fields = fieldsOf(text);
  return fields[0] === 'L' && fields.slice(2).includes('N');
};
