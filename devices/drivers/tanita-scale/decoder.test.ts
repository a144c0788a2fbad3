import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { concatBytes, fromLatin1 } from '../../kit/bytes.ts';
import { cutAt, flipBits, readingsOf, validReadingsOf } from '../../kit/test-kit.ts';
import { createDecoder } from './decoder.ts';
import { lineChecksum } from './lines.ts';

const sealed = (covered: string, ending = '\r\n'): string => `${covered}CS,${lineChecksum(covered)}${ending}`;
const read = (text: string) => readingsOf(createDecoder, [fromLatin1(text)]);

/** The sample of the SC-240 manual. */
const SAMPLE =
  '{0,16,~0,1,~1,1,~2,1,MO,"SC-240",SN,"00000002",Bt,0,GE,1,AG,30,Hm,170,Pt,0.0,Wk,82.7,FW,18.6,fW,15.4,MW,67.3,mW,64.0,' +
  'sW,19,bW,3.3,wW,48.0,ww,58.0,MI,28.6,Sw,63.6,OV,30.0,IF,6,rb,8255,rB,1973,rJ,12,rA,28,ZF,369.4,CS,FD\r\n';
const SAMPLE_READING = {
  kind: 'body-weight',
  status: 'valid',
  values: { weight: { value: 82.7, unit: 'kg' } },
  flags: [],
  device: { maker: 'Tanita', model: 'SC-240', serial: '00000002' },
  frames: 1,
};

describe('protected lines', () => {
  test.each(['\r\n', '}\r\n', '\n', '\r', '}', ''])('a line may end with %j', (ending) => {
    expect(read(SAMPLE.replace('\r\n', ending))).toEqual([SAMPLE_READING]);
  });

  test('text bytes above 7F count in the sum as they are', () => {
    const [reading] = read(sealed('{0,16,~0,1,ID,"Zo\xe9",MO,"SC-330",Wk,61.5,'));
    expect(reading).toMatchObject({ status: 'valid', values: { weight: { value: 61.5 } } });
  });

  test("a typed height is never measured; a rod's is", () => {
    expect(read(sealed('{0,16,~0,1,~1,1,~2,1,MO,"MC-780",Hm,171.0,Wk,70.2,'))).toHaveLength(1);
    expect(read(sealed('{0,16,~0,1,~1,1,~2,1,MO,"WB-3000",Hm,171.5,Wk,70.2,'))).toMatchObject([
      { kind: 'body-weight', values: { weight: { value: 70.2, unit: 'kg' } } },
      { kind: 'body-height', status: 'valid', values: { height: { value: 171.5, unit: 'cm' } } },
    ]);
    expect(read(sealed('{0,16,~0,1,MO,"WB-3000",Hm,0.0,Wk,70.2,'))).toHaveLength(1);
    expect(read(sealed('{0,16,~0,1,MO,"WB-3000",Hm,320.0,Wk,70.2,'))).toMatchObject([
      { status: 'valid' },
      { kind: 'body-height', status: 'invalid', reason: 'out-of-range' },
    ]);
  });

  test('pounds and inches are converted, however the model says them', () => {
    expect(read(sealed('{0,16,~0,3,~1,2,~2,3,~3,4,MO,"BC-601",Hm,67.5,Wk,230.8,'))).toMatchObject([
      { kind: 'body-weight', values: { weight: { value: 104.69, unit: 'kg' } } },
    ]);
    expect(read(sealed('{0,16,~0,1,~1,1,~2,1,MO,"WB-3000",Hf,67.5,Wp,154.6,'))).toMatchObject([
      { kind: 'body-weight', values: { weight: { value: 70.13, unit: 'kg' } } },
      { kind: 'body-height', values: { height: { value: 171.5, unit: 'cm' } } },
    ]);
  });

  test.each([
    ['a unit that the head does not name', '{0,16,MO,"SC-240",Wk,82.7,'],
    ['an unknown unit', '{0,16,~0,7,MO,"SC-240",Wk,82.7,'],
    ['two units', '{0,16,~0,1,MO,"SC-240",Wk,82.7,Wp,182.3,'],
    ['a decimal comma', '{0,16,~0,1,MO,"SC-240",Wk,82,7,'],
    ['a weight that is no number', '{0,16,~0,1,MO,"SC-240",Wk,8x.7,'],
    ['a tag twice', '{0,16,~0,1,MO,"SC-240",Wk,82.7,Wk,82.7,'],
    ['an open quote', '{0,16,~0,1,MO,"SC-240,Wk,82.7,'],
    ['control bytes', '{0,16,~0,1,MO,"SC\x01240",Wk,82.7,'],
  ])('%s is refused though the checksum is right', (_name, covered) => {
    expect(read(sealed(covered))).toMatchObject([
      { kind: 'body-weight', status: 'invalid', reason: 'structure' },
    ]);
  });

  test.each(['0.0', '1.5', '400.0'])('a weight of %s kg is out of range', (weight) => {
    expect(read(sealed(`{0,16,~0,1,MO,"SC-240",Wk,${weight},`))).toMatchObject([
      { status: 'invalid', reason: 'out-of-range' },
    ]);
  });

  test('tags are case-sensitive', () => {
    expect(read(sealed('{0,16,~0,1,MO,"SC-240",wk,82.7,WK,82.7,'))).toEqual([]);
  });

  test('a profile weighs nothing and says nothing', () => {
    expect(read('{0,16,~1,2,~3,4,MO,"BC-601",DB,"31/08/1985",Bt,0,GE,1,Hm,173.0,AL,2,CS,F4\r\n')).toEqual([]);
  });

  test.each([
    ['"02/05/2023"', '"11:59:02"', '2023-05-02T11:59:02'],
    ['"2023/05/02"', '"11:59"', '2023-05-02T11:59:00'],
    ['"31/04/2023"', '"11:59:02"', undefined],
    ['"05/31/2023"', '"11:59:02"', undefined],
    ['"02/05/2023"', '"25:00:00"', undefined],
    ['"02/05/2023"', '""', undefined],
  ])('date %s and time %s are %s', (date, time, expected) => {
    for (const [dateTag, timeTag] of [
      ['DT', 'Ti'],
      ['Da', 'TI'],
    ]) {
      const [reading] = read(sealed(`{0,16,~0,1,MO,"SC-240",${dateTag},${date},${timeTag},${time},Wk,82.7,`));
      expect(reading?.status).toBe('valid');
      expect(reading?.deviceTime).toBe(expected);
    }
  });

  test.each([
    ['3', '"02/05/2023"', '2023-02-05T11:59:02'],
    ['3', '"19/02/2026"', undefined],
    ['4', '"02/05/2023"', '2023-05-02T11:59:02'],
    ['7', '"02/05/2023"', undefined],
    ['7', '"2023/05/02"', '2023-05-02T11:59:02'],
  ])('with %s in the head, date %s is %s', (order, date, expected) => {
    const [reading] = read(sealed(`{0,16,~0,2,~3,${order},MO,"BC-601",DT,${date},Ti,"11:59:02",Wk,82.7,`));
    expect(reading?.deviceTime).toBe(expected);
    expect(read(sealed('{0,16,~0,2,~3,3,~3,4,MO,"BC-601",Wk,82.7,'))).toMatchObject([
      { reason: 'structure' },
    ]);
  });

  test('a published line of a BC-601 that was set to month before day', () => {
    const line =
      '{0,16,~0,2,~1,2,~2,4,~3,3,MO,"BC-601",DT,"02/27/2026",Ti,"06:55:20",Bt,0,GE,2,AG,46,Hm,160.0,AL,2,Wk,77.1,MI,30.1,' +
      'FW,39.7,Fr,41.8,Fl,42.5,FR,43.5,FL,42.4,FT,37.1,mW,44.1,mr,2.2,ml,2.3,mR,7.4,mL,7.5,mT,24.7,bW,2.4,IF,8,rD,2333,rA,64,ww,44.6,CS,B6';
    expect(read(line)).toMatchObject([
      { values: { weight: { value: 77.1, unit: 'kg' } }, deviceTime: '2026-02-27T06:55:20' },
    ]);
  });

  test('the date of a DC-320 begins with two digits of the year', () => {
    // The published line hides its user's number, and with it its sum.
    const line =
      '{0,16,~0,1,~1,1,~2,1,MO,"DC-320",SN,"0000000002",ID,112,DA,"19/01/30",TI,"19:59",Bt,0,GE,1,AG,56,Hm,174.0,Pt,1.5,Wk,65.6,FW,20.3,';
    expect(read(sealed(line))).toMatchObject([
      { values: { weight: { value: 65.6, unit: 'kg' } }, deviceTime: '2019-01-30T19:59:00' },
    ]);
  });

  test('a weight alone, as a published line of an MC-780 gives it', () => {
    expect(
      read(
        '{0,16,~0,1,MO,"MC-780",ID,"0000000000000000",DT,"2026/06/03",TI,"15:22",Pt,0.0,Wk,67.8,CS,57\r\n',
      ),
    ).toMatchObject([{ values: { weight: { value: 67.8, unit: 'kg' } }, deviceTime: '2026-06-03T15:22:00' }]);
  });

  test('garbage after a line is passed over, and the next line is read', () => {
    const noise = Uint8Array.from({ length: 96 }, (_, index) => (index * 73 + 151) & 0xff);
    expect(readingsOf(createDecoder, [fromLatin1(SAMPLE), noise, fromLatin1(SAMPLE)])).toEqual([
      SAMPLE_READING,
      SAMPLE_READING,
    ]);
  });

  test('a line that never ended does not spoil the next one', () => {
    expect(read(`${SAMPLE.slice(0, 80)}${SAMPLE}`)).toMatchObject([
      { reason: 'structure' },
      { status: 'valid' },
    ]);
  });

  test('a wrong checksum is told, and lower-case digits are no checksum', () => {
    expect(read(SAMPLE.replace('CS,FD', 'CS,FC'))).toMatchObject([{ status: 'invalid', reason: 'checksum' }]);
    expect(read(SAMPLE.replace('CS,FD', 'CS,fd'))).toMatchObject([
      { status: 'invalid', reason: 'structure' },
    ]);
  });
});

/** The line of a TBF-310 as the onyx project tests it. */
const PLAIN = '0,2,170,110.6,431,28.4,31.4,79.2,58.0,27,32.3,9771';

describe('plain lines', () => {
  test('give an unprotected weight when their masses agree', () => {
    for (const ending of ['\r\n', '\n', '']) {
      expect(read(`${PLAIN}${ending}`)).toMatchObject([
        { status: 'valid', values: { weight: { value: 110.6, unit: 'kg' } }, flags: ['unprotected'] },
      ]);
    }
  });

  test.each([
    ['another weight', PLAIN.replace('110.6', '111.6')],
    ['another fat mass', PLAIN.replace('31.4', '33.4')],
    ['a height in inches', PLAIN.replace('170', '67')],
    ['a gender that is none', PLAIN.replace('0,2,', '0,3,')],
    ['a weight without decimal', PLAIN.replace('110.6', '110')],
  ])('%s is refused', (_name, text) => {
    expect(read(`${text}\r\n`)).toMatchObject([{ status: 'invalid', reason: 'structure' }]);
  });

  test('eleven or thirteen numbers are no line of a scale', () => {
    expect(read(`${PLAIN},1\r\n`)).toMatchObject([{ status: 'invalid', reason: 'structure' }]);
    expect(read(`${PLAIN.slice(2)}\r\n`)).toMatchObject([{ status: 'invalid', reason: 'structure' }]);
  });
});

describe('damage never makes a value', () => {
  const bytes = fromLatin1(SAMPLE);

  test('no single flipped bit', () => {
    for (let bit = 0; bit < bytes.length * 8; bit += 1) {
      expect(validReadingsOf(createDecoder, [flipBits(bytes, [bit])])).toEqual([]);
    }
  });

  test('no lost byte and no cut before the checksum is whole', () => {
    for (let at = 0; at < bytes.length; at += 1) {
      const [before = bytes, after = bytes] = cutAt(bytes, [at]);
      const isEnd = at >= bytes.length - 2;
      expect(validReadingsOf(createDecoder, [before])).toHaveLength(isEnd ? 1 : 0);
      expect(validReadingsOf(createDecoder, [before, after.slice(1)])).toHaveLength(isEnd ? 1 : 0);
    }
  });

  test('no random noise, around or instead of a line', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 500 }), (noise) => {
        expect(validReadingsOf(createDecoder, [noise])).toEqual([]);
        for (const reading of validReadingsOf(createDecoder, [noise, bytes, noise])) {
          expect(reading).toEqual(SAMPLE_READING);
        }
      }),
    );
  });

  test('pairs of flipped bits pass the sum now and then: never more often than the documentation says', () => {
    const bit = fc.nat(bytes.length * 8 - 1);
    const pairs = fc.sample(fc.tuple(bit, bit), { numRuns: 5_000, seed: 20 });
    const wrong = pairs
      .filter(([first, second]) => first !== second)
      .flatMap((bits) => validReadingsOf(createDecoder, [flipBits(bytes, bits)]))
      .filter((reading) => reading.status === 'valid' && reading.values.weight?.value !== 82.7);
    expect(wrong.length / pairs.length).toBeLessThan(0.002);
  });
});

test('lines cut at every byte and glued together give the same readings', () => {
  const stream = concatBytes([fromLatin1(SAMPLE), fromLatin1(`${PLAIN}\r\n`), fromLatin1(SAMPLE)]);
  const whole = readingsOf(createDecoder, [stream]);
  expect(whole).toHaveLength(3);
  for (let at = 0; at <= stream.length; at += 1) {
    expect(readingsOf(createDecoder, cutAt(stream, [at]))).toEqual(whole);
  }
});
