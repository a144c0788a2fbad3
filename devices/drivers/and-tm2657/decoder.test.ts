import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { concatBytes, fromLatin1 } from '../../kit/bytes.ts';
import { cutAt, flipBits, readingsOf, validReadingsOf } from '../../kit/test-kit.ts';
import { createDecoder } from './decoder.ts';
import { captureCode } from './errors.ts';
import { acknowledgement, commandFrame, deviceFrame } from './frames.ts';

/** A result as the TM-2655 sends it; the values are published (2019-10-29 14:29). */
const FIELDS = [
  'TM2655',
  '1910291429',
  'RB',
  'M',
  'E00',
  'S102',
  'M 87',
  'D 62',
  'P 83',
  'I17',
  'L139',
] as const;
const EXTENDED = [
  'p173',
  'i 0',
  'm0',
  'r0',
  't 35',
  'cN',
  'l  ',
  'd',
  'h     ',
  's     ',
  'w      ',
  'f      ',
  'e      ',
  'b     ',
];

const frame = (fields: readonly string[]): Uint8Array => deviceFrame(fromLatin1(fields.join('\x1e')));
const withField = (index: number, field: string): string[] =>
  FIELDS.map((old, at) => (at === index ? field : old));
const read = (fields: readonly string[]) => readingsOf(createDecoder, [frame(fields)])[0];

const VALUES = {
  systolic: { value: 102, unit: 'mm[Hg]' },
  diastolic: { value: 62, unit: 'mm[Hg]' },
  mean: { value: 87, unit: 'mm[Hg]' },
  'pulse-rate': { value: 83, unit: '/min' },
};
const RESULT = frame(FIELDS);

describe('results', () => {
  test('in both formats', () => {
    const expected = {
      kind: 'blood-pressure',
      status: 'valid',
      values: VALUES,
      deviceTime: '2019-10-29T14:29:00',
      flags: [],
      device: { maker: 'A&D', model: 'TM-2655' },
      frames: 1,
    };
    expect(read(FIELDS)).toEqual(expected);
    expect(read([...withField(2, 'RA'), ...EXTENDED])).toEqual(expected);
  });

  test('a frame of a TM-2657 as a public program keeps it, byte for byte', () => {
    const recorded = concatBytes([
      fromLatin1('\x16\x16\x0100\x02'),
      fromLatin1(
        [
          ...[
            'TM2657',
            '2411121014',
            'RA',
            'M',
            'E00',
            'S127',
            'M 97',
            'D 76',
            'P 78',
            'I00',
            'L232',
            'p173',
          ],
          ...[
            'i 0',
            'm0',
            'r0',
            't 35',
            'cN',
            'l  ',
            'd',
            'h     ',
            's     ',
            'w      ',
            'f      ',
            'e      ',
          ],
          'b     ',
          '',
        ].join('\x1e'),
      ),
      fromLatin1('\x03\x4a'),
    ]);
    expect(readingsOf(createDecoder, [recorded])).toMatchObject([
      {
        status: 'valid',
        values: {
          systolic: { value: 127 },
          diastolic: { value: 76 },
          mean: { value: 97 },
          'pulse-rate': { value: 78 },
        },
        deviceTime: '2024-11-12T10:14:00',
        flags: [],
        device: { model: 'TM-2657' },
      },
    ]);
  });

  test('a pulse table, however many pulses it has, is no result and no damage', () => {
    const pulses = Array.from(
      { length: 120 },
      (_, pulse) => `${String(200 - pulse).padStart(3)},${String(pulse % 40).padStart(3)}`,
    );
    expect(readingsOf(createDecoder, [frame(['TM2655', '1310311616', 'RP', 'N120', ...pulses])])).toEqual([]);
  });

  test('an InBody BPBIO320 frames alike, and is none of these devices', () => {
    const foreign = ['0'.repeat(10), 'RB', '1', '00000', 'S113', 'M000', 'D 68', 'P 84'];
    expect(read(foreign)).toMatchObject({ status: 'invalid', reason: 'structure' });
  });

  test('blank fields say nothing', () => {
    expect(read([...FIELDS, '', '   '])).toMatchObject({ status: 'valid', values: VALUES });
  });

  test('capital and small letters are different fields', () => {
    expect(read([...FIELDS, 'm3', 'p 99', 's 55', 'd 33'])).toMatchObject({
      values: VALUES,
      flags: ['motion'],
    });
  });

  test.each([
    [['i 2', 'm0'], ['irregular-pulse']],
    [['i 0', 'm1'], ['motion']],
    [
      ['i12', 'm 3'],
      ['irregular-pulse', 'motion'],
    ],
    [['i  ', 'm '], []],
  ])('beats and movements %j are flagged %j', (fields, flags) => {
    expect(read([...FIELDS, ...fields])).toMatchObject({ status: 'valid', flags });
  });

  test.each([
    ['TM2657', 'TM-2657'],
    ['TM2657P', 'TM-2657P'],
    ['TM2657VP', 'TM-2657VP'],
    ['TM-2655', 'TM-2655'],
  ])('model %s is %s', (sent, model) => {
    expect(read(withField(0, sent))).toMatchObject({ status: 'valid', device: { maker: 'A&D', model } });
  });

  test.each(['0000000000', '          '])('a clock that was never set (%j) gives no time', (date) => {
    const reading = read(withField(1, date));
    expect(reading).toMatchObject({ status: 'valid' });
    expect(reading).not.toHaveProperty('deviceTime');
  });

  test.each([
    ['a date that does not exist', withField(1, '1902301429')],
    ['a date of nine digits', withField(1, '191029142')],
    ['an unknown model', withField(0, 'XX2655')],
    ['an unknown format', withField(2, 'RC')],
    ['a systolic without number', withField(5, 'S   ')],
    ['a systolic that is no number', withField(5, 'S1O2')],
    ['two systolics', [...FIELDS, 'S103']],
    ['a field without letter', [...FIELDS, '123']],
    ['no error field', withField(4, '')],
  ])('%s is no result', (_name, fields) => {
    expect(read(fields)).toMatchObject({ status: 'invalid', reason: 'structure' });
  });

  test.each([
    ['systolic below diastolic', withField(5, 'S 60')],
    ['mean above systolic', withField(6, 'M110')],
    ['systolic 0', withField(5, 'S  0')],
    ['pulse 0', withField(8, 'P  0')],
  ])('%s is out of range', (_name, fields) => {
    expect(read(fields)).toMatchObject({ status: 'invalid', reason: 'out-of-range' });
  });

  test('acknowledgements, commands and a pulse table say nothing', () => {
    const table = frame(['TM2655', '1910291429', 'RP', '12 13 14']);
    const chunks = [acknowledgement(true), commandFrame('RB'), table, acknowledgement(false)];
    expect(readingsOf(createDecoder, chunks)).toEqual([]);
  });
});

const DOCUMENTED = 'E11 E12 E13 E15 E21 E22 E23 E24 E42 E43 E44 E45 E46 E48 E61 E63'.split(' ');

describe('errors', () => {
  test.each([...DOCUMENTED, 'E01', 'E99'])(
    '%s is a device error, with or without numbers beside it',
    (error) => {
      const blank = [...FIELDS.slice(0, 4), error, 'S   ', 'M   ', 'D   ', 'P   ', 'I  ', 'L   '];
      for (const fields of [blank, withField(4, error)]) {
        const reading = read(fields);
        expect(reading).toMatchObject({ status: 'invalid', reason: 'device-error', detail: error });
        expect(reading).not.toHaveProperty('values');
      }
    },
  );

  test('each documented one has its own advice, and an unknown one is a refusal', () => {
    expect(captureCode('E44')).toBe('CAPTURE_MOVED');
    expect(captureCode('E43')).toBe('CAPTURE_NO_PULSE');
    expect(captureCode('E12')).toBe('CAPTURE_CUFF');
    expect(captureCode('E63')).toBe('CAPTURE_OUT_OF_RANGE');
    expect(DOCUMENTED.map(captureCode)).not.toContain('DEVICE_REFUSED');
    expect(captureCode('E99')).toBe('DEVICE_REFUSED');
  });
});

describe('damage never makes a value', () => {
  const extended = frame([...withField(2, 'RA'), ...EXTENDED]);

  test('no single flipped bit', () => {
    for (const whole of [RESULT, extended]) {
      for (let bit = 0; bit < whole.length * 8; bit += 1) {
        expect(validReadingsOf(createDecoder, [flipBits(whole, [bit])])).toEqual([]);
      }
    }
  });

  test('no lost byte, no doubled byte, no cut', () => {
    for (let at = 0; at < RESULT.length; at += 1) {
      const [before = RESULT, after = RESULT] = cutAt(RESULT, [at]);
      expect(validReadingsOf(createDecoder, [before, after.slice(1)])).toEqual([]);
      expect(validReadingsOf(createDecoder, [before])).toEqual([]);
      expect(validReadingsOf(createDecoder, [after])).toEqual(at === 0 ? [expect.anything()] : []);
    }
  });

  test('no random noise, around or instead of a frame', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 500 }), (noise) => {
        expect(validReadingsOf(createDecoder, [noise])).toEqual([]);
        for (const reading of validReadingsOf(createDecoder, [noise, RESULT, noise])) {
          expect(reading).toMatchObject({ values: VALUES });
        }
      }),
    );
  });

  test('pairs of flipped bits pass the XOR now and then: never more often than the documentation says', () => {
    const pairs = fc.sample(fc.tuple(fc.nat(RESULT.length * 8 - 1), fc.nat(RESULT.length * 8 - 1)), {
      numRuns: 5_000,
      seed: 20,
    });
    const wrong = pairs
      .filter(([first, second]) => first !== second)
      .flatMap((bits) => validReadingsOf(createDecoder, [flipBits(RESULT, bits)]))
      .filter(
        (reading) => reading.status === 'valid' && JSON.stringify(reading.values) !== JSON.stringify(VALUES),
      );
    expect(wrong.length / pairs.length).toBeLessThan(0.01);
  });
});

test('frames cut at every byte and glued together give the same readings', () => {
  const stream = concatBytes([acknowledgement(true), RESULT, RESULT, acknowledgement(false), RESULT]);
  const whole = readingsOf(createDecoder, [stream]);
  expect(whole).toHaveLength(3);
  for (let at = 0; at <= stream.length; at += 1) {
    expect(readingsOf(createDecoder, cutAt(stream, [at]))).toEqual(whole);
  }
  expect(
    readingsOf(
      createDecoder,
      Array.from(stream, (byte) => Uint8Array.of(byte)),
    ),
  ).toEqual(whole);
});
