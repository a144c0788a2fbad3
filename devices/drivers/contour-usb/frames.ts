import { fromLatin1, toLatin1 } from '../../kit/bytes.ts';

/**
 * Frames of ASTM E1381 as the meter uses them: STX, number modulo 8, one record, CR, ETB or ETX, two upper-case hex digits, CR, LF.
 * The digits are the sum, modulo 256, of the bytes after STX through ETB or ETX. Between frames stand single control characters.
 */
export const STX = 0x02;
const ETX = 0x03;
const EOT = 0x04;
const ENQ = 0x05;
const ACK = 0x06;
const LF = 0x0a;
const CR = 0x0d;
const NAK = 0x15;
const ETB = 0x17;

export const CONTROLS = { eot: EOT, enq: ENQ, ack: ACK, nak: NAK } as const;
export type Control = keyof typeof CONTROLS;
const CONTROL_NAMES: ReadonlyMap<number, Control> = new Map(
  Object.entries(CONTROLS).map(([name, byte]) => [byte, name as Control]),
);

export interface Frame {
  readonly number: number;
  /** The record, without the CR behind it. */
  readonly text: string;
  readonly isLast: boolean;
}

export type FrameEvent =
  | { readonly type: 'control'; readonly control: Control }
  | { readonly type: 'frame'; readonly frame: Frame; readonly raw: Uint8Array }
  /** A whole frame whose sum is wrong. */
  | { readonly type: 'checksum'; readonly raw: Uint8Array }
  /** A frame that broke off. */
  | { readonly type: 'structure'; readonly raw: Uint8Array }
  /** Bytes outside any frame. */
  | { readonly type: 'noise'; readonly raw: Uint8Array };

/** A header has about 220 bytes; E1381 allows 247. */
const LONGEST_FRAME = 247;
/** Noise that goes on is told in pieces of this many bytes. */
const LONGEST_NOISE = 256;
/** STX, number and one character of text before, CR, ETB or ETX, two digits, CR and LF behind. */
const SHORTEST_FRAME = 9;
const NUMBER = /^[0-7]$/;
const SUM = /^[0-9A-F]{2}$/;

/** Sum of the bytes, modulo 256, as two hex digits. */
const sumOf = (covered: Uint8Array): string =>
  (covered.reduce((sum, byte) => sum + byte, 0) & 0xff).toString(16).toUpperCase().padStart(2, '0');

const isPrintable = (byte: number): boolean => byte >= 0x20 && byte !== 0x7f;

const eventOf = (raw: Uint8Array): FrameEvent => {
  const [number, text, sum] = [raw.slice(1, 2), raw.slice(2, -6), raw.slice(-4, -2)].map(toLatin1);
  const [beforeEnd, end] = raw.slice(-6, -4);
  const isFramed =
    raw.length >= SHORTEST_FRAME && beforeEnd === CR && (end === ETB || end === ETX) && raw.at(-2) === CR;
  const isWhole = isFramed && raw.at(-1) === LF && NUMBER.test(number ?? '') && SUM.test(sum ?? '');
  if (!isWhole || !raw.slice(2, -6).every(isPrintable)) return { type: 'structure', raw };
  if (sumOf(raw.slice(1, -4)) !== sum) return { type: 'checksum', raw };
  return { type: 'frame', frame: { number: Number(number), text: text ?? '', isLast: end === ETX }, raw };
};

/** Control characters that stand inside a frame, where it ends. */
const INSIDE: ReadonlySet<number> = new Set([CR, ETX, ETB]);

/** Cuts payloads into frames and control characters. */
export const createFrameReader = (): { push(payload: Uint8Array): FrameEvent[]; end(): FrameEvent[] } => {
  let noise: number[] = [];
  let frame: number[] = [];

  const flushNoise = (): FrameEvent[] => {
    const raw = Uint8Array.from(noise);
    noise = [];
    return raw.length === 0 ? [] : [{ type: 'noise', raw }];
  };
  const closeFrame = (): FrameEvent[] => {
    const raw = Uint8Array.from(frame);
    frame = [];
    return raw.length === 0 ? [] : [eventOf(raw)];
  };

  const outside = (byte: number): FrameEvent[] => {
    if (byte === STX) {
      frame = [byte];
      return flushNoise();
    }
    const control = CONTROL_NAMES.get(byte);
    if (control !== undefined) return [...flushNoise(), { type: 'control', control }];
    noise.push(byte);
    return noise.length < LONGEST_NOISE ? [] : flushNoise();
  };

  const take = (byte: number): FrameEvent[] => {
    if (frame.length === 0) return outside(byte);
    const goesOn = byte >= 0x20 || INSIDE.has(byte) || byte === LF;
    if (!goesOn || frame.length >= LONGEST_FRAME) return [...closeFrame(), ...outside(byte)];
    frame.push(byte);
    return byte === LF ? closeFrame() : [];
  };

  return {
    push: (payload) => Array.from(payload).flatMap(take),
    end: () => [...closeFrame(), ...flushNoise()],
  };
};

/** A frame as the meter sends it. */
export const frameBytes = ({ number, text, isLast }: Frame): Uint8Array => {
  const covered = fromLatin1(`${number}${text}\r${String.fromCharCode(isLast ? ETX : ETB)}`);
  return Uint8Array.from([STX, ...covered, ...fromLatin1(sumOf(covered)), CR, LF]);
};
