import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromLatin1, toLatin1 } from '../../kit/bytes.ts';
import { cutAt, readingsOf } from '../../kit/test-kit.ts';
import { createDecoder } from './decoder.ts';
import { createFrameView } from './frame-view.ts';
import { createMask } from './mask.ts';

const PACKET = '\u001bR\u001bI4711008150\u001bW184.5\u001bH84.0\u001bB24.1\u001bT0.0\u001bNc\u001bE';

const masked = (text: string, cuts: readonly number[] = []): string => {
  const mask = createMask();
  const pieces = cutAt(fromLatin1(text), cuts).map((piece) => toLatin1(mask.push(piece)));
  return pieces.join('') + toLatin1(mask.end());
};

test('the identification becomes zeros, and nothing else changes', () => {
  expect(masked(PACKET)).toBe(PACKET.replace('4711008150', '0000000000'));
  expect(masked('\u0002\u0082\u00d7\u00e4123.4\r')).toBe('\u0002\u0082\u00d7\u00e4123.4\r');
});

test('also with letters, and where the escapes were lost', () => {
  expect(masked(PACKET.replace('4711008150', 'A4711B0815'))).toBe(PACKET.replace('4711008150', '0000000000'));
  expect(masked('6RI4711008150W123.4H0.0B0.0T0.0NcE')).toBe('6RI0000000000W123.4H0.0B0.0T0.0NcE');
});

test('however the bytes are cut, as many come out, and the same ones', () => {
  const two = PACKET + PACKET;
  fc.assert(
    fc.property(fc.array(fc.nat(two.length), { maxLength: 8 }), (cuts) => {
      expect(masked(two, cuts)).toBe(masked(two));
      expect(masked(two)).toHaveLength(two.length);
    }),
  );
});

test('a masked recording decodes to the same weight', () => {
  expect(readingsOf(createDecoder, [fromLatin1(masked(PACKET))])).toEqual(
    readingsOf(createDecoder, [fromLatin1(PACKET)]),
  );
});

test('the technician sees the weight, and no identification in fields or bytes', () => {
  const lines = createFrameView().fromDevice(fromLatin1(PACKET + PACKET));
  expect(lines.map(({ name }) => name)).toEqual(['weight packet', 'weight packet']);
  expect(lines[0]?.fields).toEqual([
    ['Weight', '184.5 lb'],
    ['Height', '84.0 in'],
    ['BMI', '24.1'],
    ['Tare', '0.0 lb'],
  ]);
  for (const { raw } of lines) expect(toLatin1(raw)).not.toContain('4711');
});
