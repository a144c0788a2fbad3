import { INVALID } from './live-packet.ts';

/**
 * The stored recording (CMS50Dplus of A. Brask, 2015, and OSCAR's loader; no document): three times F2, hour, minute of its beginning, the
 * hour with bit 7 set; the number of bytes in three times seven bits, less one; then a triple for each second. A CMS50D+ says 80 00 for
 * the time. Some units send no length.
 */
const MARK = 0xf2;
const MARKS = 3;
const MARK_LENGTH = 3;
const LENGTH_BYTES = 3;
export const RECORDING_START = MARK;
export const TRIPLE_LENGTH = 3;

/** One second of the recording. */
export interface StoredSample {
  readonly pulseRate: number | undefined;
  readonly oxygenSaturation: number | undefined;
  readonly raw: Uint8Array;
}

/** What begins a recording. */
export interface RecordingHeader {
  /** How many triples follow; undefined when the device does not say. */
  readonly seconds: number | undefined;
  /** Bytes of the header. */
  readonly length: number;
}

const isTime = (hour = 0x80, minute = 0): boolean => hour >= 0x80 && hour < 0x80 + 24 && minute < 60;

/** The first byte of a triple: no memory is so long that a length could begin with it. */
const beginsTriple = (byte: number): boolean => (byte & 0xfe) === 0xf0;

/** The header that these bytes begin with; `more` when they may yet become one. */
export const readHeader = (bytes: readonly number[]): RecordingHeader | 'more' | 'structure' => {
  const [, hour, minute] = bytes;
  const marks = bytes.slice(0, MARKS * MARK_LENGTH);
  const mark = [MARK, hour, minute];
  if (!isTime(hour, minute) || marks.some((byte, index) => byte !== mark[index % MARK_LENGTH]))
    return 'structure';
  const [high, middle = 0, low = 0] = bytes.slice(MARKS * MARK_LENGTH);
  if (high === undefined) return 'more';
  if (beginsTriple(high)) return { seconds: undefined, length: marks.length };
  if (bytes.length < marks.length + LENGTH_BYTES) return 'more';
  if (high < 0x80 || middle < 0x80 || low >= 0x80) return 'structure';
  const length = (((high & 0x7f) << 14) | ((middle & 0x7f) << 7) | low) + 1;
  if (length % TRIPLE_LENGTH !== 0) return 'structure';
  return { seconds: length / TRIPLE_LENGTH, length: marks.length + LENGTH_BYTES };
};

/** The triple in these three bytes: F0 or F1 with bit 7 of the pulse rate, its seven others, the saturation. */
export const readTriple = (bytes: readonly number[]): StoredSample | 'structure' => {
  const [first = 0, rate = 0, saturation = 0] = bytes;
  if (!beginsTriple(first) || rate < 0x80 || saturation >= 0x80) return 'structure';
  const pulseRate = ((first & 0x01) << 7) | (rate & 0x7f);
  // Seconds without a finger are stored as zeros.
  const isEmpty = pulseRate === 0 || saturation === 0;
  return {
    pulseRate: isEmpty || pulseRate === INVALID.pulseRate ? undefined : pulseRate,
    oxygenSaturation: isEmpty || saturation === INVALID.oxygenSaturation ? undefined : saturation,
    raw: Uint8Array.from(bytes),
  };
};

/** The bytes of a whole recording, a pulse rate and a saturation for each second. */
export const recordingBytes = (
  seconds: readonly (readonly [pulseRate: number, saturation: number])[],
): Uint8Array => {
  const length = seconds.length * TRIPLE_LENGTH - 1;
  const lengths = [0x80 | (length >> 14), 0x80 | ((length >> 7) & 0x7f), length & 0x7f];
  const triples = seconds.flatMap(([rate, saturation]) => [
    0xf0 | (rate >> 7),
    0x80 | (rate & 0x7f),
    saturation,
  ]);
  const marks = Array.from({ length: MARKS }, () => [MARK, 0x80, 0x00]).flat();
  return Uint8Array.from([...marks, ...lengths, ...triples]);
};
