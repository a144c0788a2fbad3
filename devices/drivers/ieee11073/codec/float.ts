import { u16, u32 } from './byte-writer.ts';

/** What a number says that is none: not a number, not at this resolution, beyond the ends of the scale, or a value kept for later. */
export type SpecialNumber = 'nan' | 'nres' | 'positive-infinity' | 'negative-infinity' | 'reserved';

/** A FLOAT-Type or SFLOAT-Type decoded (IEEE 11073-20601, annex F). */
export type MedicalNumber =
  | {
      readonly type: 'number';
      readonly value: number;
      /** Digits behind the point that the device gave: its precision. */
      readonly decimals: number;
    }
  | { readonly type: 'special'; readonly special: SpecialNumber };

interface Format {
  readonly mantissaBits: number;
  readonly exponentBits: number;
}
const FLOAT: Format = { mantissaBits: 24, exponentBits: 8 };
const SFLOAT: Format = { mantissaBits: 12, exponentBits: 4 };

const signed = (value: number, bits: number): number =>
  value >= 2 ** (bits - 1) ? value - 2 ** bits : value;

/**
 * The five mantissas around the most negative one are no numbers, in both formats at the same distance from it: 7FE, 7FF, 800, 801, 802
 * and 007FFFFE to 00800002. The standard gives them exponent 0; with another one they are no numbers either.
 */
const SPECIALS: readonly SpecialNumber[] = [
  'positive-infinity',
  'nan',
  'nres',
  'reserved',
  'negative-infinity',
];

const decode = (raw: number, { mantissaBits, exponentBits }: Format): MedicalNumber => {
  const mantissa = raw % 2 ** mantissaBits;
  const special = SPECIALS[mantissa - (2 ** (mantissaBits - 1) - 2)];
  if (special !== undefined) return { type: 'special', special };
  const exponent = signed(Math.floor(raw / 2 ** mantissaBits), exponentBits);
  const digits = signed(mantissa, mantissaBits);
  // Through decimal text: 762 * 10 ** -1 would be a hair more than 76.2.
  const value = exponent === 0 ? digits : Number(`${digits}e${exponent}`);
  return { type: 'number', value, decimals: Math.max(0, -exponent) };
};

/** Decodes a FLOAT-Type: an exponent of 8 bits, a mantissa of 24, both two's complement. */
export const decodeFloat = (raw: number): MedicalNumber => decode(raw, FLOAT);

/** Decodes a SFLOAT-Type: an exponent of 4 bits, a mantissa of 12, both two's complement. */
export const decodeSfloat = (raw: number): MedicalNumber => decode(raw, SFLOAT);

const encode = (value: number, decimals: number, { mantissaBits, exponentBits }: Format): number => {
  const mantissa = Math.round(value * 10 ** decimals);
  const exponent = decimals === 0 ? 0 : 2 ** exponentBits - decimals;
  return exponent * 2 ** mantissaBits + (mantissa < 0 ? mantissa + 2 ** mantissaBits : mantissa);
};

/** The four bytes of a value with so many digits behind the point. */
export const encodeFloat = (value: number, decimals: number): Uint8Array =>
  u32(encode(value, decimals, FLOAT));

/** The two bytes of a value with so many digits behind the point. */
export const encodeSfloat = (value: number, decimals: number): Uint8Array =>
  u16(encode(value, decimals, SFLOAT));
