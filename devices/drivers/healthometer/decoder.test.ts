import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { concatBytes, fromHex, fromLatin1 } from '../../kit/bytes.ts';
import { cutAt, flipBits, readingsOf } from '../../kit/test-kit.ts';
import { createDecoder } from './decoder.ts';

/** A packet as the document writes it, with `|` for ESC. */
const packet = (text: string): Uint8Array => fromLatin1(text.replaceAll('|', '\u001b'));
/** The samples of the document (Pelstar, REV20230711), by model. */
const SAMPLES = {
  '498KL': '|R|I1234567890|W184.50|H84.00|B24.10|Nc|E',
  '500KL': '|R|I1234567890|W184.5|H84.0|B24.1|T0.0|Nc|E',
  '597KL': '|R|I1234567890|W184.5|H84.0|B24.1|Nc|E',
  '2210KL-AM': '|R|I1234567890|W35.500|H0.000|B0.000|T0.000|Nc|E',
  '1100 with L, first packet': '6R|I1234567890|W184.5|H84.0|B24.1|T0.0|Nm|E',
};
const WELL = packet('|R|I0000000000|W83.7|H0.0|B0.0|T0.0|Nm|E');

const hex = (text: string): Uint8Array => fromHex(text) ?? new Uint8Array();
/** 2595KL, 123.4; a baby scale, 004.990. */
const CHAIR = '02 82 D7 E4 31 32 33 2E 34 0D';
const BABY = '02 82 D7 E4 30 30 34 2E 39 39 30 0D';

const summary = (...chunks: readonly Uint8Array[]): string[] =>
  readingsOf(createDecoder, chunks).map(({ frames, flags, ...reading }) => {
    const what =
      reading.status === 'valid'
        ? `${reading.values.weight?.value} ${reading.values.weight?.unit}`
        : [reading.reason, ...(reading.detail === undefined ? [] : [reading.detail])].join(' ');
    return [`${frames} x ${what}`, ...flags].join(' ');
  });
const times = (count: number, bytes: Uint8Array): Uint8Array => concatBytes(Array(count).fill(bytes));

describe('samples of the document', () => {
  test.each([
    ['498KL', '83.688'],
    ['500KL', '83.69'],
    ['597KL', '83.69'],
    ['2210KL-AM', '16.1025'],
    ['1100 with L, first packet', '184.5'],
  ] as const)('%s weighs %s kg', (model, kilograms) => {
    expect(summary(packet(SAMPLES[model]))).toEqual([`1 x ${kilograms} kg unprotected`]);
  });

  test('a stream of an 1100L, as a public reader of it found: 6R before every packet, no line ends', () => {
    expect(summary(times(4, packet(SAMPLES['1100 with L, first packet'])))).toEqual(['4 x 184.5 kg']);
  });

  test.each([
    ['2595KL, imperial', CHAIR.replace('82', '80'), '55.97'],
    ['2595KL, metric', CHAIR, '123.4'],
    ['baby scale', BABY, '4.99'],
    ['baby scale, other start', BABY.replace('02', '01'), '4.99'],
    ['baby scale, imperial', BABY.replace('82', '80'), '2.2634'],
  ])('%s', (_name, bytes, kilograms) => {
    expect(summary(hex(bytes))).toEqual([`1 x ${kilograms} kg unprotected`]);
  });

  test('a height is never a reading, measured or typed in', () => {
    expect(readingsOf(createDecoder, [packet(SAMPLES['500KL'])]).map(({ kind }) => kind)).toEqual([
      'body-weight',
    ]);
  });

  test('the identification of the patient is in no reading', () => {
    expect(JSON.stringify(readingsOf(createDecoder, [packet(SAMPLES['500KL'])]))).not.toContain('123456');
  });
});

describe('repetition', () => {
  test('equal packets are one line; from three on they vouch for one another', () => {
    const other = packet('|R|I0000000000|W83.8|H0.0|B0.0|T0.0|Nm|E');
    expect(summary(WELL, WELL, WELL, other, other)).toEqual(['3 x 83.7 kg', '2 x 83.8 kg unprotected']);
  });

  test('the first packet of an "L" scale is equal to the next ones', () => {
    const first = packet('6R|I0000000000|W83.7|H0.0|B0.0|T0.0|Nm|E');
    expect(summary(first, WELL, WELL)).toEqual(['3 x 83.7 kg']);
  });

  test('a change of unit is another weighing', () => {
    const pounds = packet('|R|I0000000000|W184.5|H0.0|B0.0|T0.0|Nc|E');
    expect(summary(WELL, WELL, WELL, pounds, pounds, pounds)).toEqual(['3 x 83.7 kg', '3 x 83.69 kg']);
  });

  test('damage and an empty platform come between', () => {
    const empty = packet('|R|I0000000000|W0.0|H0.0|B0.0|T0.0|Nm|E');
    expect(summary(WELL, WELL.slice(0, 20), WELL, empty, empty, WELL)).toEqual([
      '1 x 83.7 kg unprotected',
      '1 x structure',
      '1 x 83.7 kg unprotected',
      '2 x no-value',
      '1 x 83.7 kg unprotected',
    ]);
  });

  test('line ends between packets are no damage', () => {
    expect(summary(WELL, fromLatin1('\r\n'), WELL, fromLatin1('\n'), WELL)).toEqual(['3 x 83.7 kg']);
  });
});

describe('refused', () => {
  test.each([
    ['a log line that lost its escapes', '6RI0000000000W123.4H0.0B0.0T0.0NcE'],
    ['no unit', '|R|I0000000000|W83.7|H0.0|B0.0|T0.0|E'],
    ['another unit', '|R|I0000000000|W83.7|H0.0|B0.0|T0.0|Ns|E'],
    ['no weight', '|R|I0000000000|H0.0|B0.0|T0.0|Nm|E'],
    ['no identification', '|R|W83.7|H0.0|B0.0|T0.0|Nm|E'],
    ['a leading zero', '|R|I0000000000|W083.7|H0.0|B0.0|T0.0|Nm|E'],
    ['a decimal comma', '|R|I0000000000|W83,7|H0.0|B0.0|T0.0|Nm|E'],
    ['no decimal', '|R|I0000000000|W83|H0.0|B0.0|T0.0|Nm|E'],
    ['a negative weight', '|R|I0000000000|W-3.7|H0.0|B0.0|T0.0|Nm|E'],
    ['other decimals than beside it', '|R|I0000000000|W83.75|H0.0|B0.0|T0.0|Nm|E'],
    ['garbage for a height, as 600KL 3.2.02 sends it', '|R|I0000000000|W83.7|H\u00ff\u0003.|B0.0|Nm|E'],
    ['fields in another order', '|R|I0000000000|H0.0|W83.7|B0.0|T0.0|Nm|E'],
    ['a field twice', '|R|I0000000000|W83.7|W83.7|H0.0|B0.0|T0.0|Nm|E'],
  ])('%s: structure', (_name, text) => {
    const found = summary(packet(text));
    expect(found.length).toBeGreaterThan(0);
    for (const line of found) expect(line).toMatch(/x structure$/);
  });

  test.each([
    ['02 81 D7 E4 31 32 33 2E 34 0D'],
    ['02 82 D6 E4 31 32 33 2E 34 0D'],
    ['02 82 D7 E5 31 32 33 2E 34 0D'],
    ['02 82 D7 E4 32 33 2E 34 0D'],
    ['02 82 D7 E4 20 33 33 2E 34 0D'],
    // The short weight begins with 02 alone.
    ['01 82 D7 E4 31 32 33 2E 34 0D'],
  ])('%s: structure', (bytes) => {
    expect(summary(hex(bytes))).toEqual(['1 x structure']);
  });

  test('a tare: nobody says whether the weight is net', () => {
    expect(summary(packet('|R|I0000000000|W83.7|H0.0|B0.0|T12.0|Nm|E'))).toEqual(['1 x unverified tare']);
  });

  test.each([
    ['a bag', '1.9'],
    ['more than any scale carries', '350.1'],
  ])('%s: out of range', (_name, weight) => {
    expect(summary(packet(`|R|I0000000000|W${weight}|H0.0|B0.0|T0.0|Nm|E`))).toEqual(['1 x out-of-range']);
  });
});

describe('damage', () => {
  const samples = [...Object.values(SAMPLES).map(packet), WELL, hex(CHAIR), hex(BABY)];

  test('packets cut at every byte give the same readings', () => {
    const bytes = concatBytes([times(3, WELL), ...samples]);
    const expected = readingsOf(createDecoder, [bytes]);
    for (let position = 0; position <= bytes.length; position += 1) {
      expect(readingsOf(createDecoder, cutAt(bytes, [position]))).toEqual(expected);
    }
  });

  test('a packet cut short gives no value', () => {
    for (const sample of samples) {
      for (let length = 1; length < sample.length; length += 1) {
        expect(summary(sample.slice(0, length))).toEqual(['1 x structure']);
      }
    }
  });

  test('no single flipped bit and no lost byte makes a value that is not marked', () => {
    for (const sample of samples) {
      const bits = Array.from({ length: sample.length * 8 }, (_, bit) => flipBits(sample, [bit]));
      const losses = Array.from(sample, (_, at) => sample.filter((_byte, index) => index !== at));
      for (const damaged of [...bits, ...losses]) {
        const unmarked = summary(sample, sample, damaged).filter((line) => / kg$/.test(line));
        // Where the damage changes nothing that is compared, three packets do agree.
        for (const line of unmarked) expect(line).toBe(summary(sample, sample, sample)[0]);
      }
    }
  });

  test('noise makes no value', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2_000 }), (noise) => {
        expect(summary(noise).filter((line) => line.includes('kg'))).toEqual([]);
      }),
    );
  });
});
