import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { GROUP_SEPARATOR as GS, INS_HEADER, readCode } from './datamatrix-ins.ts';
import { decodedScanSchema } from './scan.ts';

/** A made-up person: the specimen of a public implementation's tests. */
const FIELDS = {
  S1: '277010115400329',
  S2: '1.2.250.1.213.1.4.8',
  S3: 'SARAH-LOU ANNA',
  S4: "D'EXEMPLE",
  S5: 'F',
  S6: '21-01-1977',
  S7: '01154',
};
type Fields = typeof FIELDS;
const VARIABLE = ['S2', 'S3', 'S4'];
const ORDER = Object.keys(FIELDS) as (keyof Fields)[];

const encode = (own: Partial<Fields> = {}, order = ORDER, separator = GS): string => {
  const fields = { ...FIELDS, ...own };
  const parts = order.map((key, index) => {
    const isEnded = VARIABLE.includes(key) && fields[key].length < (key === 'S2' ? 20 : 100);
    return `${key}${fields[key]}${isEnded && index < order.length - 1 ? separator : ''}`;
  });
  return `${INS_HEADER}${parts.join('')}`;
};

const EXPECTED = {
  code: 'ins',
  status: 'valid',
  ins: {
    matricule: '277010115400329',
    oid: '1.2.250.1.213.1.4.8',
    birthGivenNames: 'SARAH-LOU ANNA',
    birthName: "D'EXEMPLE",
    sex: 'female',
    birthDate: '1977-01-21',
    birthPlace: '01154',
  },
  separators: true,
};

describe('a Datamatrix INS', () => {
  test('has seven fields', () => {
    expect(readCode(encode())).toEqual(EXPECTED);
    expect(decodedScanSchema.parse(readCode(encode()))).toEqual(EXPECTED);
  });

  test('has them in any order, and a separator may end it', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(ORDER, { minLength: ORDER.length }), fc.boolean(), (order, ended) => {
        expect(readCode(`${encode({}, order)}${ended ? GS : ''}`)).toEqual(EXPECTED);
      }),
    );
  });

  test('without separators is told apart by its identifiers, and says so', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(ORDER, { minLength: ORDER.length }), (order) => {
        expect(readCode(encode({}, order, ''))).toEqual({ ...EXPECTED, separators: false });
      }),
    );
  });

  test('of which only some separators are missing is damaged', () => {
    expect(readCode(encode().replace(GS, ''))).toMatchObject({ status: 'invalid', reason: 'structure' });
  });

  test.each([']d1', ']d2', ']Q3'])('is the same behind the AIM identifier %s', (aim) => {
    expect(readCode(`${aim}${encode()}`)).toEqual(EXPECTED);
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
  ['a wrong key', { S1: '277010115400328' }, 'checksum', 'S1'],
  ['a matricule with a letter', { S1: '27701011540032X' }, 'structure', 'S1'],
  ['month 13 in the matricule', { S1: '277130115400329' }, 'out-of-range', 'S1'],
  ['an unknown authority', { S2: '1.2.250.1.213.1.4.7' }, 'out-of-range', 'S2'],
  ['an accent', { S3: 'ZOÉ' }, 'structure', 'S3'],
  ['small letters', { S4: 'exemple' }, 'structure', 'S4'],
  ['a digit in a name', { S4: 'EXEMPLE 2' }, 'structure', 'S4'],
  ['a name without letters', { S4: '- ' }, 'structure', 'S4'],
  ['another sex', { S5: 'I' }, 'structure', 'S5'],
  ['30 February', { S6: '30-02-1977' }, 'out-of-range', 'S6'],
  ['a day that is not known', { S6: '00-01-1977' }, 'out-of-range', 'S6'],
  ['year first', { S6: '1977-01-21' }, 'structure', 'S6'],
  ['a place with letters', { S7: 'PARIS' }, 'structure', 'S7'],
])('%s is refused, and the field named', (_what, own, reason, detail) => {
  expect(readCode(encode(own))).toEqual({ code: 'ins', status: 'invalid', reason, detail });
});

test.each<[string, Partial<Fields>]>([
  ['Corsica', { S7: '2A004' }],
  ['abroad', { S7: '99351' }],
  ['29 February of a leap year', { S6: '29-02-1976' }],
  ['a NIA', { S2: '1.2.250.1.213.1.4.9' }],
  ['a test identity', { S2: '1.2.250.1.213.1.4.10' }],
])('%s is accepted', (_what, own) => {
  expect(readCode(encode(own))).toMatchObject({ status: 'valid' });
});

describe('structure', () => {
  test('no field may be missing, and none be there twice', () => {
    for (const field of ORDER) {
      const others = ORDER.filter((other) => other !== field);
      expect(readCode(encode({}, others))).toMatchObject({ reason: 'structure', detail: field });
      expect(readCode(encode({}, [...ORDER, field]))).toMatchObject({ status: 'invalid' });
    }
  });

  test('nothing cut short is valid', () => {
    const whole = encode();
    for (let length = INS_HEADER.length; length < whole.length; length += 1) {
      expect(readCode(whole.slice(0, length))).toMatchObject({ status: 'invalid' });
    }
  });

  test('an unknown field is refused', () => {
    expect(readCode(`${encode()}S8X`)).toMatchObject({ status: 'invalid' });
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
