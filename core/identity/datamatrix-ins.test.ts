import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { INS_HEADER, readCode, readInsDatamatrix } from './datamatrix-ins.ts';
import { encode, type Fields, ORDER, EXPECTED as READ } from './fake-datamatrix.ts';
import { GROUP_SEPARATOR as GS } from './ins-text.ts';
import { nirKey } from './nir.ts';
import { decodedScanSchema } from './scan.ts';

/** The fields in any order. */
const SHUFFLED = fc.shuffledSubarray(ORDER, { minLength: ORDER.length });

const EXPECTED = { code: 'ins', status: 'valid', ...READ };

describe('a Datamatrix INS', () => {
  test('has seven fields', () => {
    expect(readCode(encode())).toEqual(EXPECTED);
    expect(decodedScanSchema.parse(readCode(encode()))).toEqual(EXPECTED);
  });

  test('has them in any order, and a separator may end it', () => {
    fc.assert(
      fc.property(SHUFFLED, fc.boolean(), (order, ended) => {
        expect(readCode(`${encode({}, order)}${ended ? GS : ''}`)).toEqual(EXPECTED);
      }),
    );
  });

  test('without separators is told apart by its identifiers, and says so', () => {
    fc.assert(
      fc.property(SHUFFLED, (order) => {
        expect(readCode(encode({}, order, ''))).toEqual({ ...EXPECTED, separators: false });
      }),
    );
  });

  test('has no separator after a field of its longest length, and one that is there does no harm', () => {
    const demonstration = encode({ S2: '1.2.250.1.213.1.4.11' });
    expect(demonstration).toContain('1.4.11S3');
    expect(readCode(demonstration)).toMatchObject({ status: 'valid', separators: true });
    expect(readCode(demonstration.replace('1.4.11', `1.4.11${GS}`))).toMatchObject({ status: 'valid' });
    const long = 'A'.repeat(100);
    expect(readCode(encode({ S4: long }))).toMatchObject({ ins: { birthName: long } });
  });
});

test.each<[string, Partial<Fields>, string, string]>([
  ['a wrong key', { S1: '277010115400328' }, 'key', 'S1'],
  ['a matricule with a letter', { S1: '27701011540032X' }, 'character', 'S1'],
  ['a matricule without its key', { S1: '2770101154003' }, 'length', 'S1'],
  ['month 13 in the matricule', { S1: `2771301154003${nirKey('2771301154003')}` }, 'date', 'S1'],
  ['sex 5 in the matricule', { S1: `5770101154003${nirKey('5770101154003')}` }, 'field', 'S1'],
  ['no matricule', { S1: '' }, 'missing-field', 'S1'],
  ['an unknown authority', { S2: '1.2.250.1.213.1.4.7' }, 'field', 'S2'],
  ['the number of a card', { S2: '1.2.250.1.213.1.4.13' }, 'field', 'S2'],
  ['an authority with a letter', { S2: '1.2.250.1.213.1.4.B' }, 'character', 'S2'],
  ['an accent', { S3: 'ZOÉ' }, 'character', 'S3'],
  ['an accent apart from its letter', { S3: 'ZOE\u0301' }, 'character', 'S3'],
  ['another script', { S3: 'ЗОЯ' }, 'character', 'S3'],
  ['no name', { S3: '' }, 'missing-field', 'S3'],
  ['a name of 101 characters', { S3: 'A'.repeat(101) }, 'length', 'S3'],
  ['small letters', { S4: 'exemple' }, 'character', 'S4'],
  ['a digit in a name', { S4: 'EXEMPLE 2' }, 'character', 'S4'],
  ['a name without letters', { S4: '- ' }, 'character', 'S4'],
  ['another sex', { S5: 'I' }, 'field', 'S5'],
  ['30 February', { S6: '30-02-1977' }, 'date', 'S6'],
  ['29 February of a common year', { S6: '29-02-1900' }, 'date', 'S6'],
  ['a day that is not known', { S6: '00-01-1977' }, 'date', 'S6'],
  ['a month that is not known', { S6: '01-00-1977' }, 'date', 'S6'],
  ['a year before all registers', { S6: '01-01-0977' }, 'date', 'S6'],
  ['year first', { S6: '1977-01-21' }, 'date', 'S6'],
  ['slashes', { S6: '21/01/1977' }, 'date', 'S6'],
  ['a place with letters', { S7: 'PARIS' }, 'field', 'S7'],
  ['a postal code of four digits', { S7: '1154' }, 'length', 'S7'],
  ['department 00', { S7: '00154' }, 'field', 'S7'],
])('%s is refused, and the field named', (_what, own, reason, detail) => {
  expect(readCode(encode(own))).toEqual({ code: 'ins', status: 'invalid', reason, detail });
});

test.each<[string, Partial<Fields>]>([
  ['Corsica', { S7: '2A004' }],
  ['abroad', { S7: '99351' }],
  ['29 February of a leap year', { S6: '29-02-1976' }],
  ['a NIA', { S2: '1.2.250.1.213.1.4.9' }],
  ['a test identity', { S2: '1.2.250.1.213.1.4.10' }],
  ['a name that begins with an apostrophe', { S4: "'T HOOFT" }],
  ['a name that ends with S, before an identifier', { S3: 'THOMAS' }],
  ['a name that looks like identifiers', { S3: 'S S', S4: 'SS-S' }],
  ['Corsica in the matricule', { S1: `277012A004003${nirKey('277012A004003')}` }],
])('%s is accepted', (_what, own) => {
  expect(readCode(encode(own))).toMatchObject({ status: 'valid' });
});

describe('structure', () => {
  test('no field may be missing, and none be there twice', () => {
    for (const field of ORDER) {
      const others = ORDER.filter((other) => other !== field);
      expect(readCode(encode({}, others))).toMatchObject({ reason: 'missing-field', detail: field });
      expect(readCode(encode({}, [...ORDER, field]))).toMatchObject({ reason: 'field', detail: field });
    }
  });

  test('nothing cut short is valid', () => {
    const whole = encode();
    for (let length = INS_HEADER.length; length < whole.length; length += 1) {
      expect(readCode(whole.slice(0, length))).toMatchObject({ status: 'invalid' });
    }
  });

  test('an unknown field is refused, and so is text that is in none', () => {
    for (const text of [
      `${encode()}S8X`,
      encode().replace(GS, `${GS}X`),
      `${INS_HEADER}X`,
      encode().replace('S3', 'S9'),
    ]) {
      expect(readCode(text)).toEqual({ code: 'ins', status: 'invalid', reason: 'field' });
    }
  });

  test('another version, a cut header and a signed code are other codes', () => {
    const other = { ok: false, failure: { reason: 'header' } };
    for (const text of [
      encode().replace('IS01', 'IS02'),
      encode().replace('0', ''),
      'DC04FR000001',
      '3400930000120',
      '',
    ]) {
      expect(readInsDatamatrix(text)).toEqual(other);
    }
  });
});

test('any other code says how long it is, and nothing else', () => {
  for (const text of ['3400930000120', 'DC04FR000001', encode().slice(1), `X${encode()}`]) {
    expect(readCode(text)).toEqual({ code: 'other', status: 'valid', length: text.length });
  }
  expect(readCode('')).toBeUndefined();
  expect(readCode(']d1')).toBeUndefined();
});

test('whatever text there is, a failure names a field and never holds its content', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary-ascii' }), (text) => {
      const scan = readCode(`${INS_HEADER}${text}`);
      expect(scan && decodedScanSchema.parse(scan)).toEqual(scan);
      if (scan?.status === 'invalid') expect(scan.detail ?? 'S1').toMatch(/^S[1-7]$/);
    }),
  );
});
