/** What is read of a `KeyboardEvent`. */
type Pressed = Pick<KeyboardEvent, 'key' | 'code' | 'altKey' | 'ctrlKey' | 'metaKey'>;

const DIGIT = /^Digit([0-9])$/;
const LETTER = /^Key([A-Z])$/;

/**
 * What a key of the page is called: a digit by its place, since the upper row of a French keyboard yields `&` or `é` without Shift; all else
 * by what it writes. `alt+` before a key that is held down with Alt. Undefined for what is the browser's.
 */
export const keyName = ({ key, code, altKey, ctrlKey, metaKey }: Pressed): string | undefined => {
  if (ctrlKey || metaKey) return undefined;
  const written = DIGIT.exec(code)?.[1] ?? key.toLowerCase();
  if (!altKey) return written;
  // With Alt, a Mac writes another sign: the place tells the letter there.
  const letter = /^[a-z0-9]$/.test(written) ? written : LETTER.exec(code)?.[1]?.toLowerCase();
  return letter && `alt+${letter}`;
};
