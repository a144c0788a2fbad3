import { inflateSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { palettePng } from './palette-png.ts';

const chunksOf = (png: Buffer): ReadonlyMap<string, Buffer> => {
  const chunks = new Map<string, Buffer>();
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at);
    chunks.set(png.toString('latin1', at + 4, at + 8), png.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  return chunks;
};

/** The colours of a palette image, pixel by pixel. */
const colours = (png: Buffer): readonly string[] => {
  const chunks = chunksOf(png);
  const palette = chunks.get('PLTE') ?? Buffer.alloc(0);
  const width = chunks.get('IHDR')?.readUInt32BE(0) ?? 0;
  const rows = inflateSync(chunks.get('IDAT') ?? Buffer.alloc(0));
  return [...rows].flatMap((index, at) =>
    at % (width + 1) === 0 ? [] : [palette.toString('hex', index * 3, index * 3 + 3)],
  );
};

it('keeps every colour of a picture of few colours, in its place', () => {
  const wanted = ['ff0000', '00ff00', '0000ff', 'ffffff', '000000', 'ff0000'];
  const rgba = Uint8Array.from(Buffer.from(wanted.map((colour) => `${colour}ff`).join(''), 'hex'));
  expect(colours(palettePng({ width: 3, height: 2, rgba }))).toEqual(wanted);
});

it('stays close to each colour of a picture of very many', () => {
  const side = 64;
  const rgba = Uint8Array.from({ length: side * side * 4 }, (_, at) => {
    const pixel = at >> 2;
    return [(pixel % side) * 4, Math.floor(pixel / side) * 4, 128, 255][at & 3] ?? 0;
  });
  const got = colours(palettePng({ width: side, height: side, rgba }));
  expect(new Set(got).size).toBeLessThanOrEqual(256);
  const farthest = got.reduce((worst, colour, pixel) => {
    const bytes = Buffer.from(colour, 'hex');
    return Math.max(
      worst,
      ...[0, 1, 2].map((at) => Math.abs((bytes[at] ?? 0) - (rgba[pixel * 4 + at] ?? 0))),
    );
  }, 0);
  expect(farthest).toBeLessThan(24);
});
