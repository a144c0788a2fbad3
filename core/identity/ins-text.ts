/**
 * What a scanner and a keyboard between it and us do to the text of a Datamatrix INS, undone where it can be undone in one way only.
 * The format (ANS, "Format datamatrix INS" v2.2, §3 and §5) leaves capitals, digits, blank, dot, apostrophe and hyphen to its values:
 * anything else that stands for a separator cannot be part of one.
 */

/** Ends a field of variable length. */
export const GROUP_SEPARATOR = '\u001d';

/** AIM symbology identifier that a scanner may put first, e.g. `]d1` for Data Matrix. */
const AIM_IDENTIFIER = /^\][A-Za-z][0-9A-Za-z]/;

/** The text without the AIM identifier in front of it. */
export const withoutAimIdentifier = (text: string): string => text.replace(AIM_IDENTIFIER, '');

/** How scanners, drivers and people write a separator that they cannot send. */
const SEPARATOR_SIGNS =
  /[<[{(](?:GS|FNC1|(?:0x)?1D)[>\]})]|\\x1d|\\u001d|\\035|%1D|&#(?:29|x1d);|\^\]|~d029|[~|\u241d]/gi;

/** Blanks around a separator, or before an identifier in its stead: no name ends with one, and none holds a digit. */
const SEPARATORS_AND_BLANKS = new RegExp(
  `\\s*${GROUP_SEPARATOR}[\\s${GROUP_SEPARATOR}]*|\\s+(?=S[0-9])`,
  'g',
);

/** End of line, tabulator and the like, which scanners put around a code. */
const AROUND = /^[\s\p{Cc}]+|[\s\p{Cc}]+$/gu;

/** The header as a scanner types it that believes in an American keyboard, on a French one: digits without Shift. */
const AZERTY_HEADER = /^(?:\$[a-z][àé&])?(?=isà&à{22})/i;
/** What the French keyboard writes for each key of the American one that a code needs. */
const AZERTY: Readonly<Record<string, string>> = {
  ...Object.fromEntries([...'à&é"\'(-è_ç'].map((written, digit) => [written, String(digit)])),
  a: 'q',
  q: 'a',
  z: 'w',
  w: 'z',
  ',': 'm',
  A: 'Q',
  Q: 'A',
  Z: 'W',
  W: 'Z',
  '?': 'M',
  ù: "'",
  ')': '-',
  ':': '.',
};

/** The dots of the authority tell a wrong layout, where all keys are others, from a lost Shift, where letters are right. */
const fromAzerty = (text: string): string =>
  AZERTY_HEADER.test(text) && !/[0-9;.]/.test(text)
    ? text.replace(AZERTY_HEADER, '').replaceAll(/./gu, (written) => AZERTY[written] ?? written)
    : text;

/** All small letters are a Caps Lock; some of them are a code that was not made by the rules. */
const fromCapsLock = (text: string): string =>
  /[A-Z]/.test(text) ? text : text.replaceAll(/[a-z]/g, (letter) => letter.toUpperCase());

/** Characters that the largest 2D code holds: what is longer was not scanned. */
const LONGEST_CODE = 4_296;

/** The text of a code as it was printed, as far as that is certain. A text that is as it should be comes back unchanged. */
export const restoreInsText = (scanned: string): string => {
  if (scanned.length > LONGEST_CODE) return scanned;
  const bare = withoutAimIdentifier(scanned.normalize('NFC').replaceAll(AROUND, '')).replaceAll(AROUND, '');
  const separated = fromAzerty(bare).replaceAll(SEPARATOR_SIGNS, GROUP_SEPARATOR);
  return fromCapsLock(separated)
    .replaceAll(/[\u2019\u02bc]/g, "'")
    .replaceAll(SEPARATORS_AND_BLANKS, GROUP_SEPARATOR)
    .replaceAll(AROUND, '');
};
