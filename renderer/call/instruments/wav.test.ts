import { expect, it } from 'vitest';
import { wavOf } from './wav.ts';

it('is a file that every player reads: header, channels side by side, 16 bits, clipped', () => {
  const left = Float32Array.of(0, 0.5, -1, 2);
  const right = Float32Array.of(1, -0.5, 0, -2);
  const bytes = wavOf([left, right], 48_000);
  const text = (from: number, to: number) => new TextDecoder().decode(bytes.subarray(from, to));
  const view = new DataView(bytes.buffer);
  expect([text(0, 4), text(8, 16), text(36, 40)]).toEqual(['RIFF', 'WAVEfmt ', 'data']);
  expect(bytes.length).toBe(44 + 4 * 2 * 2);
  expect([view.getUint32(4, true), view.getUint32(40, true)]).toEqual([bytes.length - 8, 16]);
  expect([view.getUint16(22, true), view.getUint32(24, true), view.getUint32(28, true)]).toEqual([
    2, 48_000, 192_000,
  ]);
  const samples = Array.from({ length: 8 }, (_, index) => view.getInt16(44 + index * 2, true));
  expect(samples).toEqual([0, 32_767, 16_384, -16_384, -32_768, 0, 32_767, -32_768]);
});
