import type { DecodedReading } from '#core/vitals/decoded.ts';
import type { Decoder } from './driver.ts';

/** Readings that a fresh decoder makes of these chunks. */
export const readingsOf = (createDecoder: () => Decoder, chunks: readonly Uint8Array[]): DecodedReading[] => {
  const decoder = createDecoder();
  return [...chunks.flatMap((chunk) => [...decoder.push(chunk)]), ...decoder.end()].flatMap((item) =>
    item.type === 'reading' ? [item.reading] : [],
  );
};

/** The valid ones among them. */
export const validReadingsOf = (
  createDecoder: () => Decoder,
  chunks: readonly Uint8Array[],
): DecodedReading[] => readingsOf(createDecoder, chunks).filter(({ status }) => status === 'valid');

/** The bytes with some bits turned over; bits count from the first byte's lowest. */
export const flipBits = (bytes: Uint8Array, bits: readonly number[]): Uint8Array => {
  const damaged = bytes.slice();
  for (const bit of bits) damaged[bit >> 3] = (damaged[bit >> 3] ?? 0) ^ (1 << (bit & 7));
  return damaged;
};

/** The bytes in pieces, cut before each of the given positions. */
export const cutAt = (bytes: Uint8Array, positions: readonly number[]): Uint8Array[] => {
  const edges = [0, ...[...positions].sort((first, second) => first - second), bytes.length];
  return edges.slice(1).map((edge, index) => bytes.slice(edges[index], edge));
};
