import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { concatBytes, fromHex, fromLatin1 } from '../../kit/bytes.ts';
import { cutAt, flipBits, readingsOf, validReadingsOf } from '../../kit/test-kit.ts';
import { createDecoder } from './decoder.ts';

const read = (...texts: string[]) => readingsOf(createDecoder, texts.map(fromLatin1));

const ID = '12345678901234567890';
/** Formats 1 to 5: layouts published with manual 2873643-0F (github.com/leon80148/BP_checker, MIT). */
const FORMAT_1 = 'MMBP203N\r2026.07.11\r120\r080\r072\r';
const FORMAT_2 = 'ID99999999B26/07/11/09:05 120 080 072 ';
const FORMAT_3 = `bp,${ID},2026/07/11,09:05,120,090,080,072,0\r`;
const FORMAT_5 = `2026,07,11,09,05,${ID},0,120,080,072,0\r\n`;
/** Recorded from an HBP-9030 and published (github.com/limxc/Limxc.Tools, a test of its parser). The numbers are padded with blanks. */
const RECORDED_5 = `2020,12,18,10,54,${' '.repeat(20)},0,148,122, 81,1\r\n`;
/** Recorded from an HBP-9020 and published. */
const STX = '\x02 150502 0943 125 075 099\x03';

const FORMS = { FORMAT_1, FORMAT_2, FORMAT_3, FORMAT_5, STX } as const;
const forms = Object.entries(FORMS);

const values = (systolic: number, diastolic: number, pulse: number, mean?: number) => ({
  systolic: { value: systolic, unit: 'mm[Hg]' },
  diastolic: { value: diastolic, unit: 'mm[Hg]' },
  ...(mean === undefined ? {} : { mean: { value: mean, unit: 'mm[Hg]' } }),
  'pulse-rate': { value: pulse, unit: '/min' },
});

describe('messages', () => {
  const valid = (said: object, model: string, deviceTime?: string) => ({
    kind: 'blood-pressure',
    status: 'valid',
    values: said,
    ...(deviceTime === undefined ? {} : { deviceTime }),
    flags: ['unprotected'],
    device: { maker: 'Omron', model },
    frames: 1,
  });

  test.each([
    ['format 1, which says no time', FORMAT_1, valid(values(120, 80, 72), 'HBP-9030')],
    ['format 2', FORMAT_2, valid(values(120, 80, 72), 'HBP-9030', '2026-07-11T09:05:00')],
    ['format 3 or 4', FORMAT_3, valid(values(120, 80, 72, 90), 'HBP-9020/HBP-9030', '2026-07-11T09:05:00')],
    [
      'mode 5 of the HBP-9020',
      `${FORMAT_3}\n`,
      valid(values(120, 80, 72, 90), 'HBP-9020/HBP-9030', '2026-07-11T09:05:00'),
    ],
    ['format 5', FORMAT_5, valid(values(120, 80, 72), 'HBP-9030', '2026-07-11T09:05:00')],
    ['the STX form', STX, valid(values(125, 75, 99), 'HBP-9020', '2015-05-02T09:43:00')],
  ])('%s', (_name, text, expected) => {
    expect(read(text)).toEqual([expected]);
  });

  test('nothing is left of an ID, whatever characters it has', () => {
    for (const id of ['                    ', 'DUPONT JEAN-01/02:03', '~~~~~~~~~~~~~~~~~~~~']) {
      const [reading] = read(FORMAT_5.replace(ID, id));
      expect(reading).toMatchObject({ status: 'valid' });
      expect(JSON.stringify(reading)).not.toContain(id.trim() || 'DUPONT');
    }
  });

  test('format 5 as it was recorded', () => {
    expect(read(RECORDED_5)).toEqual([
      {
        ...valid(values(148, 122, 81), 'HBP-9030', '2020-12-18T10:54:00'),
        flags: ['motion', 'unprotected'],
      },
    ]);
  });

  test.each(Object.entries(FORMS))('%s with blanks for leading zeros says the same', (_name, text) => {
    expect(read(text.replaceAll(/(?<=[, \r])0(?=\d\d(?!\d))/g, ' '))).toEqual(read(text));
  });

  test('a date of format 5 may be padded with blanks like its numbers', () => {
    expect(read(FORMAT_5.replace('07,11,09,05', ' 7,11, 9, 5'))).toEqual(read(FORMAT_5));
  });

  test('the STX form after what a host that expects another parity sees of its head', () => {
    expect(read(`??\0?\0\0${STX}*\r`)).toEqual(read(STX));
  });

  test('movements are flagged, and no number', () => {
    expect(read(FORMAT_5.replace(',0\r\n', ',3\r\n'))).toMatchObject([
      { status: 'valid', flags: ['motion', 'unprotected'], values: values(120, 80, 72) },
    ]);
  });
});

describe('errors of the device', () => {
  const blank = '   ';
  const format5 = (error: string, fields = [blank, blank, blank].join(',')) =>
    `2026,07,11,09,05,${ID},${error},${fields},0\r\n`;

  test.each(['1', '2', '7', '9'])('error %s, with or without numbers beside it', (error) => {
    for (const fields of [undefined, '120,080,072']) {
      const [reading] = read(format5(error, fields));
      expect(reading).toMatchObject({
        status: 'invalid',
        reason: 'device-error',
        detail: error,
        deviceTime: '2026-07-11T09:05:00',
      });
      expect(reading).not.toHaveProperty('values');
    }
  });

  test('in the bp line', () => {
    expect(read(FORMAT_3.replace('120,090,080,072,0', '   ,   ,   ,   ,4'))).toMatchObject([
      { status: 'invalid', reason: 'device-error', detail: '4' },
    ]);
  });

  test.each([
    ['blank values without an error', format5('0')],
    ['some blank values', format5('2', '120,   ,072')],
    ['a value with a blank behind', format5('0', '12 ,080,072')],
    ['a value with a blank within', format5('0', '1 0,080,072')],
    ['an error that is no digit', format5('E')],
    ['blanks in a form without error field', STX.replace('125', '   ')],
  ])('%s is damage', (_name, text) => {
    expect(read(text)).toMatchObject([{ status: 'invalid', reason: 'structure' }]);
  });
});

describe('limits', () => {
  const vitals = (systolic: string, diastolic: string, pulse: string) =>
    FORMAT_5.replace('120,080,072', [systolic, diastolic, pulse].join(','));

  test.each([
    ['060', '030', '040'],
    ['260', '200', '180'],
  ])('%s %s %s is measured', (...said) => {
    expect(read(vitals(...said))).toMatchObject([{ status: 'valid' }]);
  });

  test.each([
    ['059', '030', '072'],
    ['261', '080', '072'],
    ['120', '029', '072'],
    ['250', '216', '072'],
    ['120', '080', '039'],
    ['120', '080', '181'],
    ['120', '120', '072'],
    ['080', '120', '072'],
    ['094', '080', '072'],
    ['000', '000', '000'],
  ])('%s %s %s is out of range', (...said) => {
    expect(read(vitals(...said))).toMatchObject([{ status: 'invalid', reason: 'out-of-range' }]);
  });

  test.each(['120', '121', '080', '079', '000'])('a mean of %s contradicts 120/80', (mean) => {
    expect(read(FORMAT_3.replace(',090,', `,${mean},`))).toMatchObject([
      { status: 'invalid', reason: 'out-of-range' },
    ]);
  });
});

describe('dates', () => {
  test.each([
    ['29 February of a leap year', '2024,02,29,23,59', '2024-02-29T23:59:00'],
    ['midnight', '2026,07,11,00,00', '2026-07-11T00:00:00'],
  ])('%s', (_name, date, deviceTime) => {
    expect(read(FORMAT_5.replace('2026,07,11,09,05', date))).toMatchObject([{ status: 'valid', deviceTime }]);
  });

  test.each([
    '2025,02,29,09,05',
    '2026,13,11,09,05',
    '2026,00,11,09,05',
    '2026,07,32,09,05',
    '2026,07,11,24,00',
    '2026,07,11,09,60',
    '1926,07,11,09,05',
    '2126,07,11,09,05',
  ])('%s is damage', (date) => {
    expect(read(FORMAT_5.replace('2026,07,11,09,05', date))).toMatchObject([
      { status: 'invalid', reason: 'structure' },
    ]);
  });

  test('a date of format 1 that does not exist is damage too', () => {
    expect(read(FORMAT_1.replace('07.11', '06.31'))).toMatchObject([{ reason: 'structure' }]);
  });
});

describe('a message stands alone', () => {
  test.each(forms)('%s glued to another one, or to itself', (_name, text) => {
    for (const [, other] of forms) {
      expect(read(`${text}${other}${text}`).map(({ status }) => status)).toEqual(['valid', 'valid', 'valid']);
    }
  });

  test.each(forms)('%s in the middle of other bytes is damage like them', (_name, text) => {
    const glued = text === STX ? [] : read(`0123456789ABCDEF,${text}`);
    expect(glued.filter(({ status }) => status === 'valid')).toEqual([]);
  });

  test.each(forms)('%s after a broken line', (_name, text) => {
    expect(read(`${FORMAT_5.slice(0, 30)}\r\n${text}`)).toMatchObject([
      { status: 'invalid', reason: 'structure' },
      { status: 'valid' },
    ]);
  });

  test('a few bytes of noise say nothing', () => {
    expect(read('\x00\xffA', '\r\n', FORMAT_5)).toMatchObject([{ status: 'valid' }]);
    expect(read('noise')).toEqual([]);
  });

  test('a short or long ID, a missing and a further field are damage', () => {
    for (const text of [
      FORMAT_5.replace(ID, ID.slice(1)),
      FORMAT_5.replace(ID, `${ID}1`),
      FORMAT_5.replace(',0\r\n', '\r\n'),
      FORMAT_5.replace(',0\r\n', ',0,9\r\n'),
      FORMAT_5.replace('\r\n', '\n'),
      FORMAT_3.replace(ID, 'a,b,c,d,e,f,g,h,i,j,'),
    ]) {
      expect(read(text)).toMatchObject([{ status: 'invalid', reason: 'structure' }]);
    }
  });
});

describe('damage', () => {
  /** Single bits whose flip leaves a value (in the ID, the date or a digit), and a wrong one: without checksum a digit may become another. */
  const FLIPS: Readonly<Record<keyof typeof FORMS, { readonly values: number; readonly wrong: number }>> = {
    FORMAT_1: { values: 35, wrong: 18 },
    FORMAT_2: { values: 92, wrong: 18 },
    FORMAT_3: { values: 168, wrong: 21 },
    FORMAT_5: { values: 171, wrong: 18 },
    STX: { values: 39, wrong: 15 },
  };

  test.each(forms)(
    'single flipped bits of %s: as many values as the documentation says, all unprotected',
    (name, text) => {
      const bytes = fromLatin1(text);
      const [whole] = readingsOf(createDecoder, [bytes]);
      const through = Array.from({ length: bytes.length * 8 }, (_, bit) =>
        validReadingsOf(createDecoder, [flipBits(bytes, [bit])]),
      ).flat();
      const wrong = through.filter(
        (reading) =>
          reading.status === 'valid' &&
          whole?.status === 'valid' &&
          JSON.stringify(reading.values) !== JSON.stringify(whole.values),
      );
      expect(through.every(({ flags }) => flags.includes('unprotected'))).toBe(true);
      expect({ values: through.length, wrong: wrong.length }).toEqual(FLIPS[name as keyof typeof FORMS]);
    },
  );

  test.each(forms)('no lost byte and no cut of %s makes a value', (_name, text) => {
    const bytes = fromLatin1(text);
    for (let at = 0; at < bytes.length; at += 1) {
      const [before = bytes, after = bytes] = cutAt(bytes, [at]);
      expect(validReadingsOf(createDecoder, [before])).toEqual([]);
      expect(validReadingsOf(createDecoder, [before, after.slice(1)])).toEqual([]);
      expect(validReadingsOf(createDecoder, [before, after.slice(1), bytes]).length).toBeLessThanOrEqual(1);
      if (at > 0) expect(validReadingsOf(createDecoder, [after])).toEqual([]);
    }
  });

  test.each(forms)('a doubled byte of %s makes no other value', (_name, text) => {
    const bytes = fromLatin1(text);
    const [whole] = readingsOf(createDecoder, [bytes]);
    for (let at = 0; at < bytes.length; at += 1) {
      const doubled = concatBytes([bytes.slice(0, at + 1), bytes.slice(at)]);
      for (const reading of validReadingsOf(createDecoder, [doubled])) expect(reading).toEqual(whole);
    }
  });

  test('random noise makes no value, around or instead of a message', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 400 }),
        fc.constantFrom(...Object.values(FORMS)),
        (noise, text) => {
          const bytes = fromLatin1(text);
          const [whole] = readingsOf(createDecoder, [bytes]);
          expect(validReadingsOf(createDecoder, [noise])).toEqual([]);
          for (const reading of validReadingsOf(createDecoder, [noise, bytes, noise]))
            expect(reading).toEqual(whole);
        },
      ),
    );
  });
});

test('chunks say nothing about messages', () => {
  const stream = concatBytes([
    ...[FORMAT_1, FORMAT_2, 'x'.repeat(300), '\r\n', FORMAT_3, '\n', FORMAT_5].map(fromLatin1),
    fromHex('FF 02 00 41 42 03') ?? new Uint8Array(),
    ...[STX, FORMAT_5.slice(0, 20), '\x02', STX, FORMAT_5.slice(0, 40)].map(fromLatin1),
  ]);
  const whole = readingsOf(createDecoder, [stream]);
  expect(whole.filter(({ status }) => status === 'valid')).toHaveLength(6);
  for (let at = 0; at <= stream.length; at += 1) {
    expect(readingsOf(createDecoder, cutAt(stream, [at]))).toEqual(whole);
  }
  expect(readingsOf(createDecoder, cutAt(stream, [...stream.keys()]))).toEqual(whole);
});
