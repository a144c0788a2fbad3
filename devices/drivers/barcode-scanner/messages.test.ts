import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { concatBytes, fromLatin1 } from '../../kit/bytes.ts';
import { cutAt } from '../../kit/test-kit.ts';
import { SPECIMEN } from './fake-code.ts';
import { createMessageReader, type Message } from './messages.ts';
import { LONGEST_DATA, REPORT_LENGTH, readReport, scanReports } from './report.ts';

const read = (...chunks: readonly Uint8Array[]): Message[] => {
  const reader = createMessageReader();
  return [...chunks.flatMap((chunk) => reader.push(chunk)), ...reader.end()];
};
const codesIn = (messages: readonly Message[]): string[] =>
  messages.flatMap((message) => (message.type === 'code' ? [message.text] : []));
const REPORTS = scanReports(']d1', fromLatin1(SPECIMEN));

describe('lines', () => {
  test.each(['\r', '\n', '\r\n'])('end with %j', (end) => {
    expect(codesIn(read(fromLatin1(`${SPECIMEN}${end}3400930000120${end}`)))).toEqual([
      SPECIMEN,
      '3400930000120',
    ]);
  });

  test('that never end are broken, and so are those with other control characters', () => {
    expect(read(fromLatin1(SPECIMEN)).map(({ type }) => type)).toEqual(['damage']);
    expect(read(fromLatin1('12\u000034\r')).map(({ type }) => type)).toEqual(['damage']);
    expect(read(new Uint8Array(5_000).fill(0x41)).map(({ type }) => type)).toEqual(['damage']);
  });
});

describe('reports', () => {
  test('are put together until the last one', () => {
    expect(REPORTS.length).toBe(Math.ceil(SPECIMEN.length / LONGEST_DATA));
    expect(codesIn(read(...REPORTS))).toEqual([`]d1${SPECIMEN}`]);
  });

  test('may have one byte more before the symbology', () => {
    const report = new Uint8Array(REPORT_LENGTH);
    report.set([0x02, 4, 0x20, ...fromLatin1(']C134A\r')]);
    expect(readReport(report)).toMatchObject({ identifier: ']C1', continued: false });
    expect(codesIn(read(report))).toEqual([']C134A']);
  });

  test('of which one is missing its symbology, or has another, give no code', () => {
    const [first, second, ...others] = REPORTS;
    if (first === undefined || second === undefined) throw new Error('a code of several reports is needed');
    const without = second.slice();
    without[2] = 0x20;
    const other = second.slice();
    other[3] = 0x51;
    for (const altered of [without, other]) {
      expect(codesIn(read(first, altered, ...others))).not.toContain(`]d1${SPECIMEN}`);
    }
  });

  test.each([
    ['another number', 0, 0x03],
    ['too long', 1, 57],
    ['no symbology', 2, 0x41],
  ])('with %s are none', (_what, at, byte) => {
    const altered = REPORTS[0]?.slice() ?? new Uint8Array();
    altered[at] = byte;
    expect(readReport(altered)).toBeUndefined();
  });

  test('that go on without end are given up', () => {
    const [first = new Uint8Array()] = REPORTS;
    const reader = createMessageReader();
    const read = Array.from({ length: 200 }, () => reader.push(first)).flat();
    expect(read.map(({ type }) => type)).toEqual(['damage', 'damage']);
  });

  test('that stop half-way are broken', () => {
    const reader = createMessageReader();
    expect(reader.push(REPORTS[0] ?? new Uint8Array())).toEqual([]);
    expect(reader.isOpen()).toBe(true);
    expect(reader.end().map(({ type }) => type)).toEqual(['damage']);
    expect(reader.isOpen()).toBe(false);
  });
});

const WHOLE = concatBytes([fromLatin1(`${SPECIMEN}\r\n`), ...REPORTS, fromLatin1('123\r\n')]);

test('how the bytes are cut changes nothing', () => {
  const expected = [SPECIMEN, `]d1${SPECIMEN}`, '123'];
  for (let at = 0; at <= WHOLE.length; at += 1) {
    expect(codesIn(read(...cutAt(WHOLE, [at])))).toEqual(expected);
  }
});

test('every byte is in exactly one message, whatever they are', () => {
  const pieces = fc.array(
    fc.oneof(fc.uint8Array({ maxLength: 90 }), fc.constantFrom(...REPORTS), fc.constant(fromLatin1('12\r'))),
  );
  fc.assert(
    fc.property(pieces, (chunks) => {
      expect(concatBytes(read(...chunks).map(({ raw }) => raw))).toEqual(concatBytes(chunks));
    }),
  );
});
