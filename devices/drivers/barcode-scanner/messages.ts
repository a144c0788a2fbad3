import { concatBytes, toLatin1 } from '../../kit/bytes.ts';
import { LONGEST_DATA, REPORT_LENGTH, REPORT_NUMBER, readReport, type ScanReport } from './report.ts';

/** One piece of what a scanner sent; together they are every byte of it, in order. */
export type Message =
  | {
      readonly type: 'code';
      readonly form: 'text' | 'hid-pos';
      /** Symbology identifier, if any, and content. */
      readonly text: string;
      readonly raw: Uint8Array;
      /** Where each character of `text` stands in `raw`. */
      readonly places: readonly number[];
    }
  /** Ends of lines without a line. */
  | { readonly type: 'blank'; readonly raw: Uint8Array }
  /** A line or a row of reports that is broken, or never ended. */
  | { readonly type: 'damage'; readonly raw: Uint8Array };

/** Cuts bytes into codes. A scanner that sends reports begins each with 02, which no line of text holds: the bytes themselves tell. */
export interface MessageReader {
  push(bytes: Uint8Array): Message[];
  end(): Message[];
  /** Whether a code has begun and not yet ended. */
  isOpen(): boolean;
}

const LINE_ENDS: readonly number[] = [0x0d, 0x0a];
/** A QR code holds 4296 letters at most; the smaller codes fit. */
const LONGEST_TEXT = 4_400;
/** Control characters that codes hold: end of transmission, tabulator, and the four separators. */
const CONTROLS: readonly number[] = [0x04, 0x09, 0x1c, 0x1d, 0x1e, 0x1f];

const isText = (byte: number): boolean => (byte >= 0x20 && byte !== 0x7f) || CONTROLS.includes(byte);

const lineOf = (raw: Uint8Array): Message => {
  const ended = raw.findIndex((byte) => LINE_ENDS.includes(byte));
  const content = raw.slice(0, ended < 0 ? raw.length : ended);
  if (ended < 0 || !content.every(isText)) return { type: 'damage', raw };
  if (content.length === 0) return { type: 'blank', raw };
  const places = Array.from(content, (_, index) => index);
  return { type: 'code', form: 'text', text: toLatin1(content), raw, places };
};

interface HeldReport {
  readonly raw: Uint8Array;
  readonly report: ScanReport;
}

const codeOfReports = (held: readonly HeldReport[]): Message => {
  const raw = concatBytes(held.map((each) => each.raw));
  const [first] = held;
  if (first === undefined) return { type: 'blank', raw };
  const { identifier, from } = first.report;
  const places = [
    ...Array.from(identifier, (_, index) => from - identifier.length + index),
    ...held.flatMap(({ report }, index) =>
      Array.from({ length: report.to - report.from }, (_, at) => index * REPORT_LENGTH + report.from + at),
    ),
  ];
  // The suffix that is set for lines comes in reports too.
  while (LINE_ENDS.includes(raw[places.at(-1) ?? 0] ?? 0)) places.pop();
  const content = Uint8Array.from(places, (place) => raw[place] ?? 0);
  return content.every(isText)
    ? { type: 'code', form: 'hid-pos', text: toLatin1(content), raw, places }
    : { type: 'damage', raw };
};

/** A reader at the beginning of a message. */
export const createMessageReader = (): MessageReader => {
  let pending: number[] = [];
  /** How much of what is pending has been taken: the rest is moved to the front once for every chunk, however large it is. */
  let taken = 0;
  let held: HeldReport[] = [];

  const left = (): number => pending.length - taken;

  const take = (count: number): Uint8Array => {
    const bytes = Uint8Array.from(pending.slice(taken, taken + count));
    taken += bytes.length;
    return bytes;
  };

  const dropHeld = (): Message[] => {
    const raw = concatBytes(held.map((each) => each.raw));
    held = [];
    return raw.length === 0 ? [] : [{ type: 'damage', raw }];
  };

  const takeReport = (): Message[] => {
    const report = readReport(Uint8Array.from(pending.slice(taken, taken + REPORT_LENGTH)));
    if (report === undefined) return [...dropHeld(), { type: 'damage', raw: take(1) }];
    const isSame = held.every((each) => each.report.identifier === report.identifier);
    const broken = isSame ? [] : dropHeld();
    held.push({ raw: take(REPORT_LENGTH), report });
    const isOverlong = held.length * LONGEST_DATA > LONGEST_TEXT;
    if (report.continued) return isOverlong ? [...broken, ...dropHeld()] : broken;
    const code = codeOfReports(held);
    held = [];
    return [...broken, code];
  };

  /** Up to and with the first end of line; a report or too long a line ends it as well, and breaks it. */
  const lineLength = (): number | undefined => {
    for (let length = 0; length < left(); length += 1) {
      const byte = pending[taken + length] ?? 0;
      if (byte === REPORT_NUMBER) return length;
      if (LINE_ENDS.includes(byte)) return length + 1;
    }
    return left() > LONGEST_TEXT ? left() : undefined;
  };

  const cut = (): Message[] => {
    const messages: Message[] = [];
    while (left() > 0) {
      if (pending[taken] === REPORT_NUMBER) {
        if (left() < REPORT_LENGTH) break;
        messages.push(...takeReport());
        continue;
      }
      const length = lineLength();
      if (length === undefined) break;
      messages.push(...dropHeld(), lineOf(take(length)));
    }
    pending = pending.slice(taken);
    taken = 0;
    return messages;
  };

  return {
    push: (bytes) => {
      for (const byte of bytes) pending.push(byte);
      return cut();
    },
    end: () => {
      const rest = take(left());
      const broken: Message[] = rest.length === 0 ? [] : [{ type: 'damage', raw: rest }];
      return [...dropHeld(), ...broken];
    },
    isOpen: () => left() > 0 || held.length > 0,
  };
};
