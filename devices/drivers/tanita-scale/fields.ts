/** What a protected line says by its tags; tags are case-sensitive (`FW` is a percentage, `fW` a mass). */
export type Tags = ReadonlyMap<string, string>;

/** Splits at commas outside double quotes; undefined when a quote stays open. */
const splitOutsideQuotes = (text: string): string[] | undefined => {
  const fields: string[] = [];
  let field = '';
  let quoted = false;
  for (const character of text) {
    if (character === '"') quoted = !quoted;
    if (character === ',' && !quoted) {
      fields.push(field);
      field = '';
    } else field += character;
  }
  return quoted ? undefined : [...fields, field];
};

/** Tags have two characters: letters as a rule, `~` and a digit for the control pairs of the head. */
const TAG = /^[A-Za-z~][A-Za-z0-9]$/;
/** Tags whose values are used: one that comes twice contradicts itself. */
const USED: ReadonlySet<string> = new Set(['~0', '~3', 'MO', 'SN', 'Wk', 'Wp', 'Hm', 'Hf']);

/** Pairs of a line's text from `{` through the comma before `CS`; undefined when it is no list of pairs, or says twice what is used. */
export const readTags = (text: string): Tags | undefined => {
  const fields = splitOutsideQuotes(text.slice(1, -1))?.slice(2);
  if (fields === undefined || fields.length % 2 !== 0) return undefined;
  const tags = new Map<string, string>();
  for (let index = 0; index < fields.length; index += 2) {
    const [tag = '', value = ''] = fields.slice(index, index + 2);
    if (!TAG.test(tag) || (tags.has(tag) && USED.has(tag))) return undefined;
    tags.set(tag, value);
  }
  return tags;
};

/** Text of a quoted value, without the padding that fixed-width models add. */
export const textOf = (value: string | undefined): string | undefined => {
  const text = value?.replace(/^"|"$/g, '').trim();
  return text === '' ? undefined : text;
};

/** A number with the decimals that the device printed. */
export interface Printed {
  readonly value: number;
  readonly decimals: number;
}

/** A value as the scale prints it: digits and at most one point; anything else (a comma, letters, a sign) is no number. */
export const numberOf = (value: string | undefined): Printed | undefined => {
  const match = /^(\d{1,3})(?:\.(\d{1,2}))?$/.exec(value?.trim() ?? '');
  return match === null ? undefined : { value: Number(match[0]), decimals: match[2]?.length ?? 0 };
};
