import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nirFault, nirKey } from './nir.ts';

/** Specimens of public documents, no one's number. */
test.each([
  ['269054958815780', undefined],
  ['277010115400329', undefined],
  ['118058599124123', 'checksum'],
  ['277130115400329', 'out-of-range'],
  ['577010115400329', 'structure'],
  ['27701011540032', 'structure'],
  ['2770101154003299', 'structure'],
  ['27701011540032X', 'structure'],
  ['27701 115400329', 'structure'],
  ['27701C115400329', 'structure'],
])('%s: %s', (text, fault) => {
  expect(nirFault(text)).toBe(fault);
});

describe('Corsica', () => {
  test('counts as 19 and 18 in the key', () => {
    expect(nirKey('177012A004001')).toBe(nirKey('1770119004001'));
    expect(nirKey('177012B004001')).toBe(nirKey('1770118004001'));
  });

  test.each(['177012A004001', '277122B033017'])('%s with its key is a NIR', (thirteen) => {
    expect(nirFault(`${thirteen}${nirKey(thirteen)}`)).toBeUndefined();
  });

  test('has no department 2C', () => {
    expect(nirFault('177012C00400100')).toBe('structure');
  });
});

test('months of their own for births of which the month is not known', () => {
  const withMonth = (month: string): string => {
    const thirteen = `177${month}15400300`.slice(0, 13);
    return `${thirteen}${nirKey(thirteen)}`;
  };
  for (const month of ['01', '12', '20', '42', '50', '99'])
    expect(nirFault(withMonth(month))).toBeUndefined();
  for (const month of ['00', '13', '19', '43', '49']) expect(nirFault(withMonth(month))).toBe('out-of-range');
});

test('any single digit that is wrong is seen', () => {
  const valid = '277010115400329';
  const place = fc.integer({ min: 0, max: valid.length - 1 });
  fc.assert(
    fc.property(place, fc.integer({ min: 0, max: 9 }), (at, digit) => {
      const altered = `${valid.slice(0, at)}${digit}${valid.slice(at + 1)}`;
      fc.pre(altered !== valid);
      expect(nirFault(altered)).toBeDefined();
    }),
  );
});
