import type { Field, FieldName, Layout } from './layouts.ts';

/** A whole message of one layout. */
export interface Message {
  readonly layout: Layout;
  readonly fields: ReadonlyMap<FieldName, string>;
  readonly length: number;
}

/** Printable ASCII but the comma that ends the field. */
const TEXT = /^[ -+\--~]$/;
const DIGIT = /^\d$/;

const fits = (character: string, { of }: Field): boolean => {
  if (of === 'text') return TEXT.test(character);
  return DIGIT.test(character) || (of !== 'digits' && character === ' ');
};

/** A whole field. Blanks stand only where leading zeros may: ` 81` and `081` are one number, and no other can be read from them. */
const WHOLE: Readonly<Record<Field['of'], RegExp>> = {
  text: /^/,
  digits: /^\d+$/,
  number: /^ *\d+$/,
  'number or blank': /^ *\d*$/,
};

const isWhole = (value: string, { of }: Field): boolean => WHOLE[of].test(value);

/** How `text` begins by `layout`: with a whole message, with part of one so far, or otherwise. */
export const matchLayout = (text: string, layout: Layout): Message | 'begun' | 'different' => {
  const fields = new Map<FieldName, string>();
  let at = 0;
  for (const part of layout.parts) {
    const width = typeof part === 'string' ? part.length : part.width;
    const found = text.slice(at, at + width);
    at += width;
    const isCut = found.length < width;
    if (typeof part === 'string') {
      if (!part.startsWith(found)) return 'different';
    } else {
      if (![...found].every((character) => fits(character, part))) return 'different';
      if (!isCut && !isWhole(found, part)) return 'different';
      fields.set(part.field, found);
    }
    if (isCut) return 'begun';
  }
  return { layout, fields, length: at };
};
