import { VALUE_UNITS, type ValueKey, type Values } from './kinds.ts';
import { limitMet } from './limit-table.ts';
import { isPlausible } from './plausibility.ts';
import { SOFT_LIMITS } from './soft-limits.ts';

/** Units that instruments sold in Europe also show, in UCUM. */
export const CONFUSED_UNITS = ['[lb_av]', 'cm[Hg]', 'kPa', '[degF]', 'mmol/L', 'g/L'] as const;
export type ConfusedUnit = (typeof CONFUSED_UNITS)[number];

interface Confusion {
  readonly keys: readonly ValueKey[];
  /** The value in the unit of its key, to the decimals that it is shown with. */
  toOwn(value: number): number;
}

const rounded = (value: number, decimals: number): number => Number(value.toFixed(decimals));
const PRESSURES = ['systolic', 'diastolic', 'mean'] as const;

/** Factors: NIST SP 811, Annex B; glucose by its molar mass, 180.156 g/mol. */
const CONFUSIONS: Record<ConfusedUnit, Confusion> = {
  '[lb_av]': { keys: ['weight'], toOwn: (pounds) => rounded(pounds * 0.45359237, 1) },
  'cm[Hg]': { keys: PRESSURES, toOwn: (centimetres) => rounded(centimetres * 10, 0) },
  kPa: { keys: PRESSURES, toOwn: (kilopascals) => rounded(kilopascals * 7.500617, 0) },
  '[degF]': { keys: ['temperature'], toOwn: (fahrenheit) => rounded(((fahrenheit - 32) * 5) / 9, 1) },
  'mmol/L': { keys: ['glucose'], toOwn: (millimoles) => rounded(millimoles * 18.0156, 0) },
  'g/L': { keys: ['glucose'], toOwn: (grams) => rounded(grams * 100, 0) },
};

/** Numbers as they were read, by key, whatever their unit may have been. */
export type ReadNumbers = Readonly<Partial<Record<ValueKey, number>>>;

const entriesOf = (numbers: ReadNumbers): readonly (readonly [ValueKey, number])[] =>
  Object.entries(numbers) as [ValueKey, number][];

const inOwnUnits = (numbers: ReadNumbers): Values =>
  Object.fromEntries(entriesOf(numbers).map(([key, value]) => [key, { value, unit: VALUE_UNITS[key] }]));

/** Whether every value is possible and none lies beyond its soft limits. */
export const isUsual = (values: Values): boolean =>
  isPlausible(values) &&
  Object.entries(values).every(
    ([key, quantity]) =>
      quantity === undefined || limitMet(SOFT_LIMITS[key as ValueKey], quantity.value) === undefined,
  );

/** The values that `numbers` are when the instrument showed them in `unit`. */
export const fromUnit = (numbers: ReadNumbers, unit: ConfusedUnit): Values => {
  const { keys, toOwn } = CONFUSIONS[unit];
  return inOwnUnits(
    Object.fromEntries(
      entriesOf(numbers).map(([key, value]) => [key, keys.includes(key) ? toOwn(value) : value]),
    ),
  );
};

/** What unusual numbers would be in another unit, where that makes them usual: to be asked, never taken for granted. */
export const otherUnits = (
  numbers: ReadNumbers,
): readonly { readonly unit: ConfusedUnit; readonly values: Values }[] =>
  isUsual(inOwnUnits(numbers))
    ? []
    : CONFUSED_UNITS.filter((unit) => CONFUSIONS[unit].keys.some((key) => numbers[key] !== undefined))
        .map((unit) => ({ unit, values: fromUnit(numbers, unit) }))
        .filter(({ values }) => isUsual(values));
