import { fail, ok, type Result } from '#core/result.ts';
import { otherUnits } from '#core/vitals/confused-units.ts';
import { KIND_VALUES, VALUE_UNITS, type ValueKey, type Values, type VitalSign } from '#core/vitals/kinds.ts';
import { HARD_LIMITS, isPlausible } from '#core/vitals/plausibility.ts';

/** Why a typed number is refused. Nothing is ever corrected or guessed: the assistant types it again. */
export type EntryProblem =
  | { readonly problem: 'empty' }
  | { readonly problem: 'not-a-number' }
  | { readonly problem: 'too-precise'; readonly decimals: number }
  | { readonly problem: 'out-of-range'; readonly low: number; readonly high: number };

/** Decimals that the display of an ordinary instrument gives: a number with more was mistyped. */
const DECIMALS: Partial<Record<ValueKey, number>> = { weight: 2, 'perfusion-index': 1, temperature: 1 };

/** What is read off an instrument and typed. */
export type TypedSign = Exclude<VitalSign, 'respiratory-rate' | 'pain'>;

/** Values typed for a measure. The perfusion index and the mean pressure are never read off a hand instrument. */
const TYPED: Record<TypedSign, readonly ValueKey[]> = {
  oximetry: ['spo2', 'pulse-rate'],
  'blood-pressure': ['systolic', 'diastolic', 'pulse-rate'],
  'body-weight': ['weight'],
  temperature: ['temperature'],
  'blood-glucose': ['glucose'],
};

export interface EntryField {
  readonly key: ValueKey;
  readonly optional: boolean;
}

/** The fields of the hand entry of a measure, in the order in which an instrument shows them. */
export const entryFields = (measure: TypedSign): readonly EntryField[] =>
  TYPED[measure].map((key) => ({ key, optional: KIND_VALUES[measure].optional.includes(key) }));

/** Reads `37,2`, `37.2` or `372`; the separator is a comma or a point, there are no thousands. */
export const parseEntry = (text: string, key: ValueKey): Result<number, EntryProblem> => {
  const trimmed = text.trim();
  if (trimmed === '') return fail({ problem: 'empty' });
  const match = /^(\d{1,4})(?:[.,](\d+))?$/.exec(trimmed);
  if (match === null) return fail({ problem: 'not-a-number' });
  const decimals = DECIMALS[key] ?? 0;
  if ((match[2]?.length ?? 0) > decimals) return fail({ problem: 'too-precise', decimals });
  const value = Number(match[2] === undefined ? match[1] : `${match[1]}.${match[2]}`);
  const { low, high } = HARD_LIMITS[key];
  return value < low || value > high ? fail({ problem: 'out-of-range', low, high }) : ok(value);
};

/** What was typed as a number, whatever its unit; undefined for anything else. */
const numberTyped = (text: string): number | undefined => {
  const match = /^(\d{1,4})(?:[.,](\d{1,2}))?$/.exec(text.trim());
  return match === null ? undefined : Number(`${match[1]}.${match[2] ?? '0'}`);
};

export type EntryTexts = Readonly<Partial<Record<ValueKey, string>>>;

/** Everything wrong with an entry: by field, or `pressures` when each number is possible and the pair is not. */
export interface EntryProblems {
  readonly fields: Readonly<Partial<Record<ValueKey, EntryProblem>>>;
  readonly pressures: boolean;
}

/** Turns what was typed into values with their units, or says what is wrong; an optional field may stay empty. */
export const parseEntries = (measure: TypedSign, texts: EntryTexts): Result<Values, EntryProblems> => {
  const fields: Partial<Record<ValueKey, EntryProblem>> = {};
  const values: Values = {};
  for (const { key, optional } of entryFields(measure)) {
    const parsed = parseEntry(texts[key] ?? '', key);
    if (parsed.ok) values[key] = { value: parsed.value, unit: VALUE_UNITS[key] };
    else if (!(optional && parsed.failure.problem === 'empty')) fields[key] = parsed.failure;
  }
  if (Object.keys(fields).length > 0) return fail({ fields, pressures: false });
  return isPlausible(values) ? ok(values) : fail({ fields: {}, pressures: true });
};

/** What an unusual entry would be, had the instrument shown another unit: the assistant is asked which. */
export const entriesInOtherUnits = (measure: TypedSign, texts: EntryTexts): ReturnType<typeof otherUnits> =>
  otherUnits(
    Object.fromEntries(
      entryFields(measure).flatMap(({ key }) => {
        const typed = numberTyped(texts[key] ?? '');
        return typed === undefined ? [] : [[key, typed]];
      }),
    ),
  );
