import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { concatBytes, fromLatin1, toLatin1 } from '../../kit/bytes.ts';
import { cutAt, readingsOf } from '../../kit/test-kit.ts';
import { createDecoder } from './decoder.ts';
import { createFrameView } from './frame-view.ts';
import { blockCheck, deviceFrame } from './frames.ts';
import { createMask } from './mask.ts';

const FIELDS = ['TM2657', '2411121014', 'RA', 'M', 'E00', 'S127', 'M 97', 'D 76', 'P 78', 'i 0', 'm0'];
const textOf = (patient: string) => fromLatin1([...FIELDS, `d${patient}`, 'h 1757', 'w'].join('\x1e'));
const FRAME = deviceFrame(textOf('DUPONT-1957'));
const STREAM = concatBytes([FRAME, deviceFrame(textOf('')), FRAME]);
const SECRETS = /DUPO|1957/;

const masked = (chunks: readonly Uint8Array[]): string => {
  const mask = createMask();
  return toLatin1(concatBytes([...chunks.map((chunk) => mask.push(chunk)), mask.end()]));
};
const readingsIn = (text: string) => readingsOf(createDecoder, [fromLatin1(text)]);

describe('the mask', () => {
  test('hides the patient, mends the BCC and leaves the rest', () => {
    expect(masked([FRAME])).toBe(toLatin1(deviceFrame(textOf('XXXXXX-0000'))));
    expect(readingsIn(masked([STREAM]))).toEqual(readingsOf(createDecoder, [STREAM]));
  });

  test('hides the patient in what is left of a frame too, however the bytes are cut', () => {
    const whole = masked([STREAM]);
    for (let at = 1; at < FRAME.length; at += 1) {
      expect(masked([FRAME.slice(0, at)])).not.toMatch(SECRETS);
      expect(masked(cutAt(STREAM, [at]))).toBe(whole);
    }
    for (let at = 1; at < toLatin1(FRAME).indexOf('\x1ed'); at += 1) {
      expect(masked([FRAME.slice(at)])).not.toMatch(SECRETS);
    }
  });

  test('leaves damage what it is', () => {
    fc.assert(
      fc.property(fc.nat(STREAM.length - 1), fc.nat(255), (at, byte) => {
        const damaged = STREAM.with(at, byte);
        expect(readingsIn(masked([damaged]))).toEqual(readingsOf(createDecoder, [damaged]));
      }),
    );
  });

  test('a wrong BCC that would be right for the masked text stays wrong', () => {
    const damaged = FRAME.with(-1, blockCheck(textOf('XXXXXX-0000')));
    expect(readingsIn(masked([damaged]))).toMatchObject([{ reason: 'checksum' }]);
  });
});

test('the frame view shows no patient, in fields or in bytes', () => {
  const lines = [...createFrameView().fromDevice(concatBytes([FRAME, FRAME.slice(0, -4), FRAME]))];
  expect(lines.map(({ name }) => name)).toEqual(['result', 'damage', 'result']);
  expect(lines.map(({ raw }) => toLatin1(raw)).join('')).not.toMatch(SECRETS);
  expect(JSON.stringify(lines.map(({ fields }) => fields))).not.toMatch(SECRETS);
});
