import decodeQR from 'qr/decode.js';
import { expect, it } from 'vitest';
import { linkCode } from './link-code.ts';

/** Draws the path as a screen would, a few pixels a module. */
const drawn = (link: string, scale = 4) => {
  const { size, path } = linkCode(link);
  const width = size * scale;
  const data = new Uint8ClampedArray(width * width * 4).fill(255);
  for (const [, x, y] of path.matchAll(/M(\d+) (\d+)h1v1h-1z/g))
    for (let row = 0; row < scale; row += 1)
      for (let column = 0; column < scale; column += 1) {
        const at = ((Number(y) * scale + row) * width + Number(x) * scale + column) * 4;
        data.fill(0, at, at + 3);
      }
  return { width, height: width, data };
};

it.each([
  `https://cabine.example.fr/guest#${'aB3-_x9Z'.repeat(4)}`,
  `http://localhost:40123/guest#${'0'.repeat(32)}`,
])('is read as the very link: %s', (link) => {
  expect(decodeQR(drawn(link))).toBe(link);
});

it('has white all around it', () => {
  const { size, path } = linkCode('https://cabine.example.fr/guest#code');
  const dark = [...path.matchAll(/M(\d+) (\d+)/g)].flatMap(([, x, y]) => [Number(x), Number(y)]);
  expect([Math.min(...dark), Math.max(...dark)]).toEqual([4, size - 5]);
});
