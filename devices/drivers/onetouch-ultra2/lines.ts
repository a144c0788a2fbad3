import { fromLatin1, toLatin1 } from '../../kit/bytes.ts';

/**
 * Lines of the OneTouch Ultra2: text, a blank, four upper-case hex digits, CR and LF. The digits are the sum of the bytes of the
 * text, modulo 65536, without the blank before them.
 */
export type LineEvent =
  | { readonly type: 'line'; readonly text: string; readonly raw: Uint8Array }
  /** A whole line whose sum is wrong. */
  | { readonly type: 'checksum'; readonly raw: Uint8Array }
  | { readonly type: 'structure'; readonly raw: Uint8Array };

const CARRIAGE_RETURN = 0x0d;
const LINE_FEED = 0x0a;
/** The host's wake-up; a meter that echoes it says nothing by it. */
const WAKE = 0x11;
/** What a line that is idle or switched on may show. */
const IDLE = 0x00;
const ENDS: ReadonlySet<number> = new Set([CARRIAGE_RETURN, LINE_FEED, WAKE, IDLE]);

/** A record has 59 characters and its sum. */
const LONGEST_LINE = 100;
const LINE = /^([\x20-\x7e]+) ([0-9A-F]{4})$/;

/** Sum of the bytes, modulo 65536, as four hex digits. */
export const lineSum = (text: string): string =>
  (fromLatin1(text).reduce((sum, byte) => sum + byte, 0) & 0xffff)
    .toString(16)
    .toUpperCase()
    .padStart(4, '0');

const eventOf = (raw: Uint8Array): LineEvent => {
  const [, text, sum] = LINE.exec(toLatin1(raw)) ?? [];
  if (text === undefined) return { type: 'structure', raw };
  return lineSum(text) === sum ? { type: 'line', text, raw } : { type: 'checksum', raw };
};

/** Cuts a byte stream into lines; their ends are no part of `raw`. */
export const createLineReader = (): { push(bytes: Uint8Array): LineEvent[]; end(): LineEvent[] } => {
  let pending: number[] = [];

  const flush = (): LineEvent[] => {
    const raw = Uint8Array.from(pending);
    pending = [];
    return raw.length === 0 ? [] : [eventOf(raw)];
  };

  return {
    push: (bytes) =>
      Array.from(bytes).flatMap((byte) => {
        if (ENDS.has(byte)) return flush();
        pending.push(byte);
        return pending.length > LONGEST_LINE ? flush() : [];
      }),
    end: flush,
  };
};

/** A line as the meter sends it. */
export const deviceLine = (text: string): Uint8Array => fromLatin1(`${text} ${lineSum(text)}\r\n`);
