import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { encode, typedOnAzerty } from '#core/identity/fake-datamatrix.ts';
import { concatBytes, fromLatin1, toLatin1 } from '../../kit/bytes.ts';
import { createDecoder } from './decoder.ts';
import { SPECIMEN } from './fake-code.ts';
import { createMask } from './mask.ts';
import { scanReports } from './report.ts';

const masked = (...chunks: readonly Uint8Array[]): Uint8Array => {
  const mask = createMask();
  return concatBytes([...chunks.map((chunk) => mask.push(chunk)), mask.end()]);
};
const scansIn = (bytes: Uint8Array) => {
  const decoder = createDecoder();
  return [...decoder.push(bytes), ...decoder.end()].flatMap((item) =>
    item.type === 'scan' ? [item.scan] : [],
  );
};

const NOBODY = {
  code: 'ins',
  status: 'valid',
  ins: {
    matricule: '100010100000036',
    oid: '1.2.250.1.213.1.4.8',
    birthGivenNames: 'XXXXXXXXXXXXXX',
    birthName: 'XXXXXXXXX',
    sex: 'female',
    birthDate: '2000-01-01',
    birthPlace: '01000',
  },
  separators: true,
};

describe('an identity', () => {
  test.each([
    ['a line', [fromLatin1(`${SPECIMEN}\r\n`)]],
    ['reports', scanReports(']d1', fromLatin1(SPECIMEN))],
  ])('in %s becomes no one’s, valid and of the same length', (_form, chunks) => {
    const bytes = masked(...chunks);
    expect(bytes).toHaveLength(concatBytes(chunks).length);
    expect(scansIn(bytes)).toEqual([NOBODY]);
  });

  test('that was refused is refused for the same reason, and holds nothing', () => {
    for (const [from, to] of [
      ['5400329', '5400328'],
      ['277010115400329', '277130115400327'],
      ['277010115400329', '577010115400373'],
      ['277010115400329', '27701011540032'],
      ['01154', '00154'],
      ['21-01', '30-02'],
      ['SARAH', 'sarah'],
      ['.4.8', '.4.7'],
      ['S5F', 'S5I'],
    ] as const) {
      const line = fromLatin1(`${SPECIMEN.replace(from, to)}\r`);
      const bytes = masked(line);
      expect(bytes).toHaveLength(line.length);
      expect(scansIn(bytes)).toEqual(scansIn(line));
      expect(toLatin1(bytes).toUpperCase()).not.toMatch(/SARAH|ANNA|EXEMPLE|7701|77130|1977|1154/);
    }
  });

  test('that was cut anywhere leaves nothing behind', () => {
    for (let length = 0; length <= SPECIMEN.length; length += 1) {
      expect(toLatin1(masked(fromLatin1(SPECIMEN.slice(0, length))))).not.toMatch(
        /SARA|ANN|EXEM|2770|1977|0115/,
      );
    }
  });
});

test.each([
  ['signs for separators', encode({}, undefined, '~')],
  ['blanks for separators', encode({}, undefined, ' ')],
  ['small letters', encode().toLowerCase()],
  ['a wrong keyboard layout', typedOnAzerty(encode({}, undefined, ''))],
])('an identity with %s leaves nothing behind', (_what, code) => {
  const bytes = fromLatin1(`${code}\r`);
  const left = toLatin1(masked(bytes));
  expect(left).toHaveLength(bytes.length);
  expect(left.slice(26)).not.toMatch(/SARA|ANN|EXEM|2770|1977|0115|EXE?PLE/i);
  // Digits of the matricule as the wrong layout writes them.
  expect(left).not.toContain(typedOnAzerty('54'));
});

test('any other code is masked too: it may be of a person', () => {
  expect(toLatin1(masked(fromLatin1(']C13400930000120\rDUPONT 1980\r')))).toBe(
    ']C10000000000000\rXXXXXX 0000\r',
  );
});

test('lengths and chunks: as many bytes come out as went in, however they were cut', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 80 })), (chunks) => {
      const whole = concatBytes(chunks);
      expect(masked(...chunks)).toEqual(masked(whole));
      expect(masked(whole)).toHaveLength(whole.length);
    }),
  );
});
