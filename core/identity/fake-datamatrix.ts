import { INS_HEADER } from './datamatrix-ins.ts';
import { GROUP_SEPARATOR } from './ins-text.ts';

/** A made-up person for tests: the specimen of a public implementation's tests. */
const FIELDS = {
  S1: '277010115400329',
  S2: '1.2.250.1.213.1.4.8',
  S3: 'SARAH-LOU ANNA',
  S4: "D'EXEMPLE",
  S5: 'F',
  S6: '21-01-1977',
  S7: '01154',
};
export type Fields = typeof FIELDS;

/** What is read from the made-up person's code. */
export const EXPECTED = {
  ins: {
    matricule: '277010115400329',
    oid: '1.2.250.1.213.1.4.8',
    birthGivenNames: 'SARAH-LOU ANNA',
    birthName: "D'EXEMPLE",
    sex: 'female',
    birthDate: '1977-01-21',
    birthPlace: '01154',
  },
  separators: true,
};

export const ORDER = Object.keys(FIELDS) as (keyof Fields)[];
/** Fields of variable length, which a separator ends. */
export const VARIABLE: readonly string[] = ['S2', 'S3', 'S4'];

/** The code of a made-up person, with a separator where one is due, or where `isEnded` says. */
export const encode = (
  own: Partial<Fields> = {},
  order: readonly (keyof Fields)[] = ORDER,
  separator = GROUP_SEPARATOR,
  isEnded = (key: keyof Fields, index: number, value: string): boolean =>
    VARIABLE.includes(key) && value.length < (key === 'S2' ? 20 : 100) && index < order.length - 1,
): string => {
  const fields = { ...FIELDS, ...own };
  const parts = order.map(
    (key, index) => `${key}${fields[key]}${isEnded(key, index, fields[key]) ? separator : ''}`,
  );
  return `${INS_HEADER}${parts.join('')}`;
};

/** Keys of the American keyboard, and what the same keys write on a French one. */
const AMERICAN = "0123456789.-' ]ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const FRENCH = 'à&é"\'(-è_ç:)ù $QBCDEFGHIJKL?NOPARSTUVZXYWqbcdefghijkl,noparstuvzxyw';

/** What a French keyboard makes of a scanner that believes in an American one. */
export const typedOnAzerty = (text: string): string =>
  [...text].map((key) => FRENCH[AMERICAN.indexOf(key)] ?? key).join('');
