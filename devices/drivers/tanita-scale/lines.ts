/**
 * Lines of Tanita scales. Protected: `{0,16,~0,1,…,tag,value,…,CS,hh` and CR LF, with or without `}` before it, where hh is the sum,
 * modulo 256, of every byte from `{` through the comma before `CS`, as two upper-case hex digits (SC-240 manual).
 * Plain (TBF-310, BC-418): twelve numbers separated by commas, and CR LF, without checksum.
 */
export type LineEvent =
  /** A line whose checksum is right: its text from `{` to the comma before `CS`. */
  | { readonly type: 'protected'; readonly text: string; readonly raw: Uint8Array }
  | { readonly type: 'plain'; readonly text: string; readonly raw: Uint8Array }
  /** A whole line whose checksum is wrong. */
  | { readonly type: 'checksum'; readonly raw: Uint8Array }
  | { readonly type: 'structure'; readonly raw: Uint8Array }
  /** Other bytes, too few to be worth a word. */
  | { readonly type: 'noise'; readonly raw: Uint8Array };

const OPENING = 0x7b;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
/** What every protected line begins with. */
const HEAD = '{0,';
/** Longest line: an MC-780 with its impedance spectra stays well below. */
const LONGEST_LINE = 2_048;
/** A shorter stretch of other bytes is a glitch, not a message. */
const SHORTEST_NOISE = 16;
/** WB-3000 sends about 0.1 s of garbage after its line (100 bytes at 9600 baud): so many bytes after a line are not worth a word. */
const NOISE_AFTER_LINE = 256;

const PROTECTED = /^(\{.*,)CS,([0-9A-F]{2})\}?\r?\n?$/s;
const PLAIN = /^\d+(\.\d+)?(,\d+(\.\d+)?){11}\r?\n?$/;

/** Sum of the bytes of ISO 8859-1 text, modulo 256, as two upper-case hex digits (SC-240 manual, checksum). */
export const lineChecksum = (text: string): string => {
  let sum = 0;
  for (const character of text) sum = (sum + character.charCodeAt(0)) & 0xff;
  return sum.toString(16).toUpperCase().padStart(2, '0');
};

const isLineText = (text: string): boolean => /^[\x20-\xff]*\r?\n?$/.test(text);

const judgeProtected = (text: string, raw: Uint8Array): LineEvent => {
  const match = PROTECTED.exec(text);
  if (match === null || !isLineText(text)) return { type: 'structure', raw };
  const [, covered = '', check = ''] = match;
  return lineChecksum(covered) === check
    ? { type: 'protected', text: covered, raw }
    : { type: 'checksum', raw };
};

/** Cuts a byte stream into lines; together the events are the stream. */
export const createLineReader = (): { push(bytes: Uint8Array): LineEvent[]; end(): LineEvent[] } => {
  let text = '';
  let tolerated = 0;

  const isProtected = (): boolean => text.startsWith('{');

  const close = (): LineEvent[] => {
    const line = text;
    const raw = Uint8Array.from(line, (character) => character.charCodeAt(0));
    text = '';
    const isPlain = PLAIN.test(line);
    if (isPlain || line.startsWith(HEAD)) {
      tolerated = NOISE_AFTER_LINE;
      return [isPlain ? { type: 'plain', text: line.trimEnd(), raw } : judgeProtected(line, raw)];
    }
    const isTolerated = line.length < SHORTEST_NOISE || line.length <= tolerated;
    tolerated = Math.max(0, tolerated - line.length);
    if (raw.length === 0) return [];
    return [{ type: isTolerated ? 'noise' : 'structure', raw }];
  };

  const take = (byte: number): LineEvent[] => {
    const restarted = byte === OPENING ? close() : [];
    text += String.fromCharCode(byte);
    const ended = byte === LINE_FEED;
    const overlong = text.length > LONGEST_LINE;
    const misended =
      isProtected() && text.length > 1 && text.at(-2) === String.fromCharCode(CARRIAGE_RETURN) && !ended;
    return ended || overlong || misended ? [...restarted, ...close()] : restarted;
  };

  return { push: (bytes) => Array.from(bytes).flatMap(take), end: close };
};
