import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { concatBytes, fromLatin1, toLatin1 } from '../../kit/bytes.ts';
import { cutAt, readingsOf } from '../../kit/test-kit.ts';
import { createDecoder } from './decoder.ts';
import { createFrameView } from './frame-view.ts';
import { createMask } from './mask.ts';

const ID = 'DUPONT JEAN 19571209';
const FORMAT_2 = 'IDDUPONT12B26/07/11/09:05 120 080 072 ';
const FORMAT_3 = `bp,${ID},2026/07/11,09:05,120,090,080,072,0\r`;
const FORMAT_5 = `2026,07,11,09,05,${ID},0,120,080,072,0\r\n`;
const STX = '\x02 150502 0943 125 075 099\x03';
const STREAM = [FORMAT_2, FORMAT_3, '\n', FORMAT_5, STX, FORMAT_5.slice(0, 45), '\r', FORMAT_3.slice(8)].join(
  '',
);

const masked = (chunks: readonly Uint8Array[]): string => {
  const mask = createMask();
  return toLatin1(concatBytes([...chunks.map((chunk) => mask.push(chunk)), mask.end()]));
};

describe('the mask', () => {
  test('hides the ID of every form that has one, and nothing else of a message', () => {
    expect(masked([fromLatin1(FORMAT_2 + FORMAT_3 + FORMAT_5 + STX)])).toBe(
      FORMAT_2.replace('DUPONT12', 'XXXXXX00') +
        (FORMAT_3 + FORMAT_5).replaceAll(ID, 'XXXXXX XXXX 00000000') +
        STX,
    );
  });

  test('hides an ID in damage too, or what is left of it', () => {
    for (let at = 1; at < FORMAT_5.length; at += 1) {
      for (const piece of [FORMAT_5.slice(0, at), FORMAT_5.slice(at)]) {
        expect(masked([fromLatin1(piece)])).not.toMatch(/DUPO|JEAN|1957|1209/);
      }
    }
  });

  test('changes neither length nor readings, however the bytes are cut', () => {
    const bytes = fromLatin1(STREAM);
    const whole = masked([bytes]);
    expect(whole).toHaveLength(STREAM.length);
    expect(readingsOf(createDecoder, [fromLatin1(whole)])).toEqual(readingsOf(createDecoder, [bytes]));
    for (let at = 0; at <= bytes.length; at += 1) expect(masked(cutAt(bytes, [at]))).toBe(whole);
  });

  test('leaves damage what it is', () => {
    fc.assert(
      fc.property(fc.nat(STREAM.length - 1), fc.nat(255), (at, byte) => {
        const damaged = fromLatin1(STREAM);
        damaged[at] = byte;
        expect(readingsOf(createDecoder, [fromLatin1(masked([damaged]))])).toEqual(
          readingsOf(createDecoder, [damaged]),
        );
      }),
    );
  });
});

describe('the frame view', () => {
  const view = (text: string) => createFrameView().fromDevice(fromLatin1(text));

  test('names forms and fields, and no patient', () => {
    expect(view(FORMAT_5)).toMatchObject([
      {
        name: 'format 5',
        fields: [
          ['date', '2026-07-11'],
          ['time', '09:05'],
          ['error', '0'],
          ['SYS', '120'],
          ['DIA', '080'],
          ['PR', '072'],
          ['movement', '0'],
        ],
      },
    ]);
    expect(
      view(STREAM)
        .map(({ raw }) => toLatin1(raw))
        .join(''),
    ).not.toMatch(/DUPO|JEAN|1957/);
  });

  test('tells noise, damage and line ends apart', () => {
    expect(view(`x\r\n${FORMAT_5.slice(3)}\r\n${STX}\r\n`).map(({ name }) => name)).toEqual([
      'damage',
      'STX form',
      'line end',
    ]);
    expect(view(`xx${STX}`).map(({ name }) => name)).toEqual(['noise', 'STX form']);
  });
});
