import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nirFault, nirKey, readNir } from './nir.ts';

const withKey = (thirteen: string): string => `${thirteen}${nirKey(thirteen)}`;

/** Specimens of public documents, no one's number. */
test.each([
  ['269054958815780', undefined],
  ['277010115400329', undefined],
  ['118058599124123', 'key'],
  ['277130115400329', 'key'],
  ['577010115400329', 'key'],
  ['27701011540032', 'length'],
  ['2770101154003299', 'length'],
  ['27701011540032X', 'character'],
  ['27701 115400329', 'character'],
  ['27701C115400329', 'character'],
  ['27701A115400329', 'character'],
])('%s: %s', (text, fault) => {
  expect(nirFault(text)?.reason).toBe(fault);
});

describe('Corsica', () => {
  test('counts as 19 and 18 in the key', () => {
    expect(nirKey('177012A004001')).toBe(nirKey('1770119004001'));
    expect(nirKey('177012B004001')).toBe(nirKey('1770118004001'));
  });

  test.each(['177012A004001', '277122B033017', '1530220004001'])('%s with its key is a NIR', (thirteen) => {
    expect(nirFault(withKey(thirteen))).toBeUndefined();
  });

  test('has no department 2C, and no letter elsewhere', () => {
    for (const text of ['177012C00400100', '177012A00A00100', 'A77012A00400100']) {
      expect(nirFault(text)).toEqual({ reason: 'character' });
    }
  });
});

test('months of their own for births of which the month is not known', () => {
  const withMonth = (month: number): string => withKey(`177${String(month).padStart(2, '0')}15400300`);
  for (const month of [1, 12, 20, 30, 42, 50, 99]) expect(nirFault(withMonth(month))).toBeUndefined();
  for (const month of [0, 13, 19, 43, 49]) expect(nirFault(withMonth(month))).toEqual({ reason: 'date' });
});

test('people who are being registered have sexes of their own', () => {
  for (const sex of [1, 2, 3, 4, 7, 8]) expect(nirFault(withKey(`${sex}770101154003`))).toBeUndefined();
  for (const sex of [0, 5, 6, 9]) {
    expect(nirFault(withKey(`${sex}770101154003`))).toEqual({ reason: 'field', part: 'sex' });
  }
});

test('overseas, abroad and North Africa are departments, 00 is none', () => {
  for (const department of ['01', '20', '91', '96', '97', '98', '99']) {
    expect(nirFault(withKey(`17701${department}351003`))).toBeUndefined();
  }
  expect(nirFault(withKey('1770100351003'))).toEqual({ reason: 'field', part: 'department' });
});

describe('a typed number', () => {
  test.each([
    '2 69 05 49 588 157 80',
    ' 269054958815780\n',
    '2.69.05.49.588.157.80',
    '2-69-05-49-588-157-80',
    '2\u00a069\u00a005\u202f49\u2009588\u202f157\u00a080',
    '2‑69‑05 – 49 588 157 / 80'.replace(' /', ''),
    '\ufeff269054958815780\u200e',
  ])('%j is read whatever groups it', (typed) => {
    expect(readNir(typed)).toEqual({ ok: true, value: '269054958815780' });
  });

  test('may have small letters for Corsica', () => {
    const whole = withKey('177012A004001');
    expect(readNir(whole.replace('A', 'a'))).toEqual({ ok: true, value: whole });
  });

  test.each([
    ['2690549588157', { reason: 'length', expectedKey: '80' }],
    ['177012a004001', { reason: 'length', expectedKey: nirKey('177012A004001') }],
    ['26905495881578', { reason: 'length' }],
    ['2690549588157801', { reason: 'length' }],
    ['', { reason: 'length' }],
    ['269054958815781', { reason: 'key' }],
    ['26905495881578O', { reason: 'character' }],
    ['2690549588l5780', { reason: 'character' }],
    ['2/69/05/49/588/157/80', { reason: 'character' }],
    ['٢٦٩٠٥٤٩٥٨٨١٥٧٨٠', { reason: 'character' }],
    ["é-çà('ç(__&(è_à", { reason: 'character' }],
  ])('%j is refused', (typed, failure) => {
    expect(readNir(typed)).toEqual({ ok: false, failure });
  });
});

/** Numbers of every kind, with their key. */
const numbers = fc
  .record({
    sex: fc.constantFrom('1', '2', '3', '4', '7', '8'),
    year: fc.integer({ min: 0, max: 99 }),
    month: fc.oneof(
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 20, max: 42 }),
      fc.integer({ min: 50, max: 99 }),
    ),
    department: fc.oneof(
      fc.constantFrom('2A', '2B', '97', '99'),
      fc.integer({ min: 1, max: 99 }).map((number) => String(number).padStart(2, '0')),
    ),
    rest: fc.integer({ min: 0, max: 999_999 }),
  })
  .map(({ sex, year, month, department, rest }) => {
    const two = (number: number): string => String(number).padStart(2, '0');
    return withKey(`${sex}${two(year)}${two(month)}${department}${String(rest).padStart(6, '0')}`);
  });

describe('whatever the number', () => {
  test('its key is found again, and it is read however it is grouped', () => {
    fc.assert(
      fc.property(
        numbers,
        fc.array(fc.constantFrom(' ', '.', '-', '\u00a0', ''), { maxLength: 15 }),
        (number, marks) => {
          const typed = [...number].map((letter, index) => `${letter}${marks[index] ?? ''}`).join('');
          expect(readNir(typed)).toEqual({ ok: true, value: number });
          expect(readNir(number.slice(0, 13))).toEqual({
            ok: false,
            failure: { reason: 'length', expectedKey: number.slice(13) },
          });
        },
      ),
    );
  });

  test('each single wrong character is seen, in the key too', () => {
    fc.assert(
      fc.property(numbers, (number) => {
        for (let at = 0; at < number.length; at += 1) {
          for (const other of '0123456789AB') {
            if (number[at] === other) continue;
            expect(nirFault(`${number.slice(0, at)}${other}${number.slice(at + 1)}`)).toBeDefined();
          }
        }
      }),
    );
  });

  test('each swap of two neighbours is seen, across the key too', () => {
    fc.assert(
      fc.property(numbers, (number) => {
        for (let at = 0; at + 1 < number.length; at += 1) {
          const [left = '', right = ''] = number.slice(at, at + 2);
          if (left === right) continue;
          expect(nirFault(`${number.slice(0, at)}${right}${left}${number.slice(at + 2)}`)).toBeDefined();
        }
      }),
    );
  });
});

test('what the key lets through: two errors that weigh a multiple of 97 together, and 19 or 18 in Corsica’s place', () => {
  // 157 and 254 are 97 apart.
  expect(nirFault('269054958825480')).toBeUndefined();
  expect(nirFault(withKey('177012A004001').replace('2A', '19'))).toBeUndefined();
});
