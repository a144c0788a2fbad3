import type { DecodedReading, DeviceIdentity, ReadingFlag } from '#core/vitals/decoded.ts';
import type { Values } from '#core/vitals/kinds.ts';
import { isPlausible } from '#core/vitals/plausibility.ts';
import { toLatin1 } from '../../kit/bytes.ts';
import { RECORD_SEPARATOR } from './frames.ts';
import { manifest } from './manifest.ts';

/**
 * A result: model, date, format, mode and error by position, then fields named by their first letter.
 * Upper and lower case are different fields; numbers are right-aligned with blanks (TM-2655 protocol, result).
 */
interface Fields {
  readonly model: string;
  readonly date: string;
  readonly error: string;
  readonly named: ReadonlyMap<string, string>;
}

const MODEL = /^TM-?(\d{4})([A-Z]{0,2})$/;
const FORMATS: readonly string[] = ['RB', 'RA'];
const ERROR = /^E *(\d{1,2})$/;
const NUMBER = /^ *(\d{1,3})$/;
const FIXED_FIELDS = 5;

/** Named fields whose numbers are used; a second one in the same frame is damage. */
const USED: ReadonlySet<string> = new Set(['S', 'M', 'D', 'P', 'i', 'm']);

const namedFields = (fields: readonly string[]): ReadonlyMap<string, string> | undefined => {
  const named = new Map<string, string>();
  for (const field of fields) {
    if (field.trim() === '') continue;
    const letter = field.charAt(0);
    if (!/[A-Za-z]/.test(letter)) return undefined;
    if (named.has(letter) && USED.has(letter)) return undefined;
    named.set(letter, field.slice(1));
  }
  return named;
};

const splitFields = (text: string): Fields | undefined => {
  const fields = text.split(String.fromCharCode(RECORD_SEPARATOR));
  const [model = '', date = '', format = '', mode = '', error = ''] = fields.map((field) => field.trimEnd());
  const code = ERROR.exec(error)?.[1];
  const named = namedFields(fields.slice(FIXED_FIELDS));
  if (!MODEL.test(model) || !FORMATS.includes(format) || !/^[A-Za-z0-9]?$/.test(mode)) return undefined;
  if (code === undefined || named === undefined) return undefined;
  return { model, date: date.trim(), error: `E${code.padStart(2, '0')}`, named };
};

const DATE = /^(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/;
/** What a device shows whose clock was never set. */
const CLOCK_NOT_SET = /^0*$/;

/** Local time of `yyMMddhhmm`: undefined when the clock was never set, `false` when it is no date of the calendar. */
const deviceTimeOf = (date: string): string | undefined | false => {
  if (CLOCK_NOT_SET.test(date)) return undefined;
  const match = DATE.exec(date);
  if (match === null) return false;
  const [, year, month, day, hour, minute] = match;
  const time = `20${year}-${month}-${day}T${hour}:${minute}:00`;
  const parsed = new Date(`${time}Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(time) ? time : false;
};

const numberIn = (named: ReadonlyMap<string, string>, letter: string): number | undefined => {
  const digits = NUMBER.exec((named.get(letter) ?? '').trimEnd())?.[1];
  return digits === undefined ? undefined : Number(digits);
};

/** Blank is absent; anything else that is no number is damage. */
const isReadable = (named: ReadonlyMap<string, string>, letter: string): boolean =>
  (named.get(letter) ?? '').trim() === '' || numberIn(named, letter) !== undefined;

const flagsOf = (named: ReadonlyMap<string, string>): ReadingFlag[] => [
  ...((numberIn(named, 'i') ?? 0) > 0 ? (['irregular-pulse'] as const) : []),
  ...((numberIn(named, 'm') ?? 0) > 0 ? (['motion'] as const) : []),
];

const valuesOf = (named: ReadonlyMap<string, string>): Values | undefined => {
  const systolic = numberIn(named, 'S');
  const diastolic = numberIn(named, 'D');
  const mean = numberIn(named, 'M');
  const pulse = numberIn(named, 'P');
  if (systolic === undefined || diastolic === undefined) return undefined;
  return {
    systolic: { value: systolic, unit: 'mm[Hg]' },
    diastolic: { value: diastolic, unit: 'mm[Hg]' },
    ...(mean === undefined ? {} : { mean: { value: mean, unit: 'mm[Hg]' } }),
    ...(pulse === undefined ? {} : { 'pulse-rate': { value: pulse, unit: '/min' } }),
  };
};

/** `TM2655` and `TM2657P` as their maker writes them: TM-2655, TM-2657P. */
const identityOf = (model: string): DeviceIdentity => ({
  maker: manifest.identity.maker,
  model: model.replace(/^TM-?/, 'TM-'),
});

/** Text that is a command or the pulse table: whole, but no result. */
export const isResultText = (text: Uint8Array): boolean => {
  const format = toLatin1(text).split(String.fromCharCode(RECORD_SEPARATOR))[2]?.trim();
  return text.length > 2 && format !== 'RP';
};

/** The reading of a frame that did not pass. */
export const refusedFrame = (reason: 'structure' | 'checksum'): DecodedReading => ({
  kind: 'blood-pressure',
  status: 'invalid',
  reason,
  flags: [],
  device: manifest.identity,
  frames: 1,
});

/** The reading of a result's text, whose BCC was right. */
export const readResult = (text: Uint8Array): DecodedReading => {
  const fields = splitFields(toLatin1(text));
  const deviceTime = fields === undefined ? false : deviceTimeOf(fields.date);
  if (fields === undefined || deviceTime === false) return refusedFrame('structure');
  const { named, error } = fields;
  const common = {
    kind: 'blood-pressure',
    ...(deviceTime === undefined ? {} : { deviceTime }),
    flags: flagsOf(named),
    device: identityOf(fields.model),
    frames: 1,
  } as const;
  if (error !== 'E00') return { ...common, status: 'invalid', reason: 'device-error', detail: error };
  const readable = [...USED].every((letter) => isReadable(named, letter));
  const values = readable ? valuesOf(named) : undefined;
  if (values === undefined) return { ...common, status: 'invalid', reason: 'structure' };
  if (!isPlausible(values)) return { ...common, status: 'invalid', reason: 'out-of-range' };
  return { ...common, status: 'valid', values };
};
