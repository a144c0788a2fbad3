import type { InsField, InsReason } from './ins-traits.ts';
import { nirFault } from './nir.ts';
import { insSystemOf } from './number-systems.ts';

/** What is wrong with the value of one field; a header is none. */
export type FieldFault = Exclude<InsReason, 'header'>;

/** Names at birth, as INSi gives them: capital letters, blanks, apostrophes and hyphens, in the format's §5. */
const NAME = /^(?=.*[A-Z])[A-Z' -]+$/;
const LONGEST_NAME = 100;
const DATE = /^(\d{2})-(\d{2})-(\d{4})$/;
/** No one who is alive was born before, nor was anyone in the registers that INS is made from. */
const EARLIEST_YEAR = 1800;
/** INSEE code of a commune (its department from 01 on) or, from 99 on, of a country. */
const PLACE = /^(?!00)(\d{2}|2[AB])\d{3}$/;
const PLACE_LENGTH = 5;

const nameFault = (name: string): FieldFault | undefined => {
  if (name.length > LONGEST_NAME) return 'length';
  return NAME.test(name) ? undefined : 'character';
};

/** A day of the calendar: 00 for what is not known, which other registers use, is no birth date of an INS. */
const isDate = (text: string): boolean => {
  const match = DATE.exec(text);
  if (match === null) return false;
  const [, day, month, year] = match;
  const iso = `${year}-${month}-${day}`;
  const date = new Date(`${iso}T00:00:00Z`);
  return (
    Number(year) >= EARLIEST_YEAR &&
    Number.isFinite(date.getTime()) &&
    date.toISOString().startsWith(`${iso}T`)
  );
};

const oidFault = (oid: string): FieldFault | undefined => {
  if (!/^[0-9.]+$/.test(oid)) return 'character';
  return insSystemOf(oid) === undefined ? 'field' : undefined;
};

const placeFault = (place: string): FieldFault | undefined => {
  if (place.length !== PLACE_LENGTH) return 'length';
  return PLACE.test(place) ? undefined : 'field';
};

/** What is wrong with a field's value, `missing-field` when it is empty; undefined when nothing is. */
export const insFieldFault = (field: InsField, value: string): FieldFault | undefined => {
  if (value === '') return 'missing-field';
  switch (field) {
    case 'S1':
      return nirFault(value)?.reason;
    case 'S2':
      return oidFault(value);
    case 'S3':
    case 'S4':
      return nameFault(value);
    case 'S5':
      return value === 'F' || value === 'M' ? undefined : 'field';
    case 'S6':
      return isDate(value) ? undefined : 'date';
    default:
      return placeFault(value);
  }
};
