import { toLatin1 } from './bytes.ts';

/** One line of text as it came. */
export interface TextLine {
  /** Without its line end; a byte above 7F stands as its ISO 8859-1 character, so that no grammar takes it for text. */
  readonly text: string;
  readonly raw: Uint8Array;
}

/** Cuts a byte stream into lines. */
export interface TextLineReader {
  push(bytes: Uint8Array): TextLine[];
  /** The bytes ended: what has come of the last line, whose end a recording may lack. */
  end(): TextLine[];
}

const LINE_FEED = 0x0a;

/**
 * Lines that end with LF; CR beside it, on either side, belongs to the line end. Blank lines are passed over.
 * A line longer than `longest` bytes is given up there: no device prints it, and noise need not contain a line end.
 */
export const createTextLineReader = (longest: number): TextLineReader => {
  let pending: number[] = [];

  const close = (): TextLine[] => {
    const raw = Uint8Array.from(pending);
    pending = [];
    const text = toLatin1(raw).replace(/^\r+|[\r\n]+$/g, '');
    return text.trim() === '' ? [] : [{ text, raw }];
  };

  return {
    push: (bytes) => {
      const lines: TextLine[] = [];
      for (const byte of bytes) {
        pending.push(byte);
        if (byte === LINE_FEED || pending.length > longest) lines.push(...close());
      }
      return lines;
    },
    end: close,
  };
};
