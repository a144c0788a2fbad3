import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readInsDatamatrix } from './datamatrix-ins.ts';
import { EXPECTED, encode, ORDER, typedOnAzerty, VARIABLE } from './fake-datamatrix.ts';
import { GROUP_SEPARATOR as GS, restoreInsText } from './ins-text.ts';

/** The fields in any order. */
const SHUFFLED = fc.shuffledSubarray(ORDER, { minLength: ORDER.length });

const READ = { ok: true, value: EXPECTED };

test('a text that is as it should be stays as it is', () => {
  fc.assert(
    fc.property(SHUFFLED, (order) => void expect(restoreInsText(encode({}, order))).toBe(encode({}, order))),
  );
});

describe('a separator that the scanner cannot send', () => {
  test.each([
    '~',
    '^]',
    '<GS>',
    '<gs>',
    '[GS]',
    '{GS}',
    '(GS)',
    '<FNC1>',
    '␝',
    '|',
    '\\x1d',
    '\\x1D',
    '\\u001d',
    '%1D',
    '<0x1D>',
    '&#29;',
    ' ',
    '\u00a0',
    `${GS} `,
    ` ${GS}`,
    `${GS}${GS}`,
  ])('is read when %j stands for it', (sign) => {
    fc.assert(
      fc.property(SHUFFLED, (order) => void expect(readInsDatamatrix(encode({}, order, sign))).toEqual(READ)),
    );
  });

  test.each(['#', '/', '$', 'è', '_', '\u0004'])('is not guessed: %j is no sign for it', (sign) => {
    expect(readInsDatamatrix(encode({}, undefined, sign))).toMatchObject({ ok: false });
  });

  test('may be there after every field, and some may be lost', () => {
    fc.assert(
      fc.property(SHUFFLED, fc.array(fc.boolean(), { minLength: 7, maxLength: 7 }), (order, kept) => {
        const isLost = order.some(
          (field, index) => VARIABLE.includes(field) && index < order.length - 1 && kept[index] === false,
        );
        const text = encode({}, order, GS, (_, index) => kept[index] ?? false);
        expect(readInsDatamatrix(text)).toEqual({ ok: true, value: { ...EXPECTED, separators: !isLost } });
      }),
    );
  });
});

describe('around the code', () => {
  test.each([
    [']d1', ''],
    [']d2', ''],
    [']Q3', '\r\n'],
    ['', '\r'],
    ['', '\n'],
    ['\u0002', '\u0003'],
    ['  ', '\t'],
    ['\ufeff', ''],
    [`]d2${GS}`, GS],
    ['<GS>', '<GS>\r\n'],
  ])('%j and %j are taken off', (before, after) => {
    expect(readInsDatamatrix(`${before}${encode()}${after}`)).toEqual(READ);
  });

  test('anything else makes it another code', () => {
    for (const before of ['X', '0', 'S1', ']d']) {
      expect(readInsDatamatrix(`${before}${encode()}`)).toEqual({ ok: false, failure: { reason: 'header' } });
    }
  });
});

describe('a keyboard between scanner and program', () => {
  test('with Caps Lock gives small letters', () => {
    for (const separator of [GS, '<GS>', '']) {
      expect(readInsDatamatrix(encode({}, undefined, separator).toLowerCase())).toMatchObject({
        value: { ins: EXPECTED.ins },
      });
    }
  });

  test('in French for a scanner that believes in an American one is undone, each key', () => {
    fc.assert(
      fc.property(SHUFFLED, fc.constantFrom('NFC', 'NFD'), fc.constantFrom('', ']d2'), (order, form, aim) => {
        const typed = typedOnAzerty(`${aim}${encode({ S4: "L'ECUYER-WAGNER MAZQ" }, order, '')}`);
        expect(typed).not.toMatch(/[0-9]/);
        const { ins } = EXPECTED;
        expect(readInsDatamatrix(`${typed}\r`.normalize(form))).toEqual({
          ok: true,
          value: { ins: { ...ins, birthName: "L'ECUYER-WAGNER MAZQ" }, separators: false },
        });
      }),
    );
  });

  test('that lost Shift instead is not taken for it: letters would be others', () => {
    expect(readInsDatamatrix(typedOnAzerty(encode({}, undefined, '')).replaceAll(':', ';'))).toEqual({
      ok: false,
      failure: { reason: 'header' },
    });
  });

  test('of which the digits are right and the dots are not is refused: its letters could be others', () => {
    expect(readInsDatamatrix(encode().replaceAll('.', ':'))).toEqual({
      ok: false,
      failure: { reason: 'character', field: 'S2' },
    });
  });
});

test('a typographic apostrophe is one', () => {
  expect(readInsDatamatrix(encode({ S4: 'D’EXEMPLE' }))).toEqual(READ);
});

test('a text longer than any code is looked at once, however it is made', () => {
  for (const mark of [' ', GS, '~', 'S1']) {
    expect(readInsDatamatrix(`${encode()}${mark.repeat(1_000_000)}`)).toMatchObject({ ok: false });
  }
});
