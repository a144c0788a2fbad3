/** What a field of a message holds. */
export type FieldName =
  | 'year'
  | 'month'
  | 'day'
  | 'hour'
  | 'minute'
  | 'patient'
  | 'error'
  | 'systolic'
  | 'mean'
  | 'diastolic'
  | 'pulse'
  | 'movement';

/** A stretch of fixed width. `number` is padded with zeros or with blanks; `or blank`: it is all blank in the message of an error. */
export interface Field {
  readonly field: FieldName;
  readonly width: number;
  readonly of: 'digits' | 'number' | 'number or blank' | 'text';
}

/** One message form: literal text and fields of fixed width, nothing else. */
export interface Layout {
  /** The name that the manuals give it. */
  readonly name: string;
  /** The model, where only one sends this form. */
  readonly model: string | undefined;
  readonly parts: readonly (string | Field)[];
}

const digits = (field: FieldName, width: number): Field => ({ field, width, of: 'digits' });
const text = (field: FieldName, width: number): Field => ({ field, width, of: 'text' });
const number = (field: FieldName, width = 3): Field => ({ field, width, of: 'number' });
const numberOrBlank = (field: FieldName): Field => ({ field, width: 3, of: 'number or blank' });

const YEAR = digits('year', 2);
const MONTH = digits('month', 2);
const DAY = digits('day', 2);
const HOUR = digits('hour', 2);
const MINUTE = digits('minute', 2);
const SYS = numberOrBlank('systolic');
const MAP = numberOrBlank('mean');
const DIA = numberOrBlank('diastolic');
const PR = numberOrBlank('pulse');
/** In forms that say nothing of errors: there is no such thing as a blank value in them. */
const ALWAYS = {
  SYS: number('systolic'),
  DIA: number('diastolic'),
  PR: number('pulse'),
} as const;

/** As the numbers of format 5 are padded with blanks, so its date may be. */
const PADDED = {
  MONTH: number('month', 2),
  DAY: number('day', 2),
  HOUR: number('hour', 2),
  MINUTE: number('minute', 2),
} as const;

/**
 * Every published form. Formats 1 to 5 are those of function item 32 of the HBP-9030 (format 5: manual 2873643-0F, page 20, and one recorded
 * message; the others by one public example each); the `bp` line is also mode 5 of the HBP-9020, which ends it with LF as well; the STX
 * form is recorded. The recorded message of format 5 pads its numbers with blanks, the others theirs with zeros.
 * The century is literal: a year outside 2000 to 2099 is damage.
 */
export const LAYOUTS: readonly Layout[] = [
  {
    name: 'format 1',
    model: 'HBP-9030',
    parts: [
      'MMBP203N\r20',
      YEAR,
      '.',
      MONTH,
      '.',
      DAY,
      '\r',
      ALWAYS.SYS,
      '\r',
      ALWAYS.DIA,
      '\r',
      ALWAYS.PR,
      '\r',
    ],
  },
  {
    name: 'format 2',
    model: 'HBP-9030',
    parts: [
      ...['ID', text('patient', 8), 'B', YEAR, '/', MONTH, '/', DAY, '/', HOUR, ':', MINUTE],
      ...[' ', ALWAYS.SYS, ' ', ALWAYS.DIA, ' ', ALWAYS.PR, ' '],
    ],
  },
  {
    name: 'format 3/4, mode 5',
    model: undefined,
    parts: [
      ...['bp,', text('patient', 20), ',20', YEAR, '/', MONTH, '/', DAY, ',', HOUR, ':', MINUTE],
      ...[',', SYS, ',', MAP, ',', DIA, ',', PR, ',', digits('error', 1), '\r'],
    ],
  },
  {
    name: 'format 5',
    model: 'HBP-9030',
    parts: [
      ...['20', YEAR, ',', PADDED.MONTH, ',', PADDED.DAY, ',', PADDED.HOUR, ',', PADDED.MINUTE],
      ...[',', text('patient', 20)],
      ...[',', digits('error', 1), ',', SYS, ',', DIA, ',', PR, ',', digits('movement', 1), '\r\n'],
    ],
  },
  {
    name: 'STX form',
    model: 'HBP-9020',
    parts: [
      ...['\x02 ', YEAR, MONTH, DAY, ' ', HOUR, MINUTE],
      ...[' ', ALWAYS.SYS, ' ', ALWAYS.DIA, ' ', ALWAYS.PR, '\x03'],
    ],
  },
];
