import { INVALID } from './live-packet.ts';

/**
 * The stored recording (CMS50Dplus of A. Brask, 2015; no document): F2 80 00 three times, the number of bytes in three times seven bits,
 * less one, then a triple for each second.
 */
const HEADER = [0xf2, 0x80, 0x00, 0xf2, 0x80, 0x00, 0xf2, 0x80, 0x00] as const;
const LENGTH_BYTES = 3;
export const RECORDING_START = HEADER[0];
export const HEADER_LENGTH = HEADER.length + LENGTH_BYTES;
export const TRIPLE_LENGTH = 3;

/** One second of the recording. */
export interface StoredSample {
  readonly pulseRate: number | undefined;
  readonly oxygenSaturation: number | undefined;
  readonly raw: Uint8Array;
}

/** How many triples follow these bytes, when they are a header; `more` when they may yet become one. */
export const readHeader = (bytes: readonly number[]): number | 'more' | 'structure' => {
  if (HEADER.some((byte, index) => bytes[index] !== undefined && bytes[index] !== byte)) return 'structure';
  if (bytes.length < HEADER_LENGTH) return 'more';
  const [high = 0, middle = 0, low = 0] = bytes.slice(HEADER.length);
  if (high < 0x80 || middle < 0x80 || low >= 0x80) return 'structure';
  const length = (((high & 0x7f) << 14) | ((middle & 0x7f) << 7) | low) + 1;
  return length % TRIPLE_LENGTH === 0 ? length / TRIPLE_LENGTH : 'structure';
};

/** The triple in these three bytes: F0 or F1 with bit 7 of the pulse rate, its seven others, the saturation. */
export const readTriple = (bytes: readonly number[]): StoredSample | 'structure' => {
  const [first = 0, rate = 0, saturation = 0] = bytes;
  if ((first & 0xfe) !== 0xf0 || rate < 0x80 || saturation >= 0x80) return 'structure';
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
  return Uint8Array.from([...HEADER, ...lengths, ...triples]);
};
