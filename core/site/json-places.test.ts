import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPlacedJson } from './json-places.ts';

const TEXT = `{
  "site": {
    "name": "Mairie"
  },
  "people": [
    { "id": "a" },
    { "id": "b" }
  ]
}`;
const placeOf = (path: readonly PropertyKey[]) => {
  const read = readPlacedJson(TEXT);
  return read.ok ? read.value.placeOf(path) : undefined;
};
const refusal = (text: string) => {
  const read = readPlacedJson(text);
  return read.ok ? undefined : read.failure;
};
const understood = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

describe('a JSON text', () => {
  test('is read as the platform reads it', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(undefined, 2, '\t'), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        const read = readPlacedJson(text);
        expect(read.ok && read.value.value).toEqual(JSON.parse(text));
      }),
    );
  });

  test('damaged anywhere, is refused just when the platform refuses it', () => {
    const damages = fc.constantFrom('', ',', '"', '}', "'", '//', 'x', '-', '01', '\u0000', '\\');
    fc.assert(
      fc.property(fc.nat(TEXT.length), fc.nat(3), damages, (at, removed, put) => {
        const damaged = TEXT.slice(0, at) + put + TEXT.slice(at + removed);
        const { fault } = refusal(damaged) ?? {};
        expect(fault === 'syntax').toBe(!understood(damaged));
      }),
      { numRuns: 500 },
    );
  });

  test('says where a key or an item stands, and what is around one that is missing', () => {
    expect(placeOf(['site', 'name'])).toEqual({ line: 3, column: 5 });
    expect(placeOf(['people', 1])).toEqual({ line: 7, column: 5 });
    expect(placeOf(['people', 1, 'name'])).toEqual({ line: 7, column: 5 });
    expect(placeOf(['wait'])).toEqual({ line: 1, column: 1 });
  });

  test.each([
    ['', 1, 1],
    ['{\n  "a": 1,\n}', 3, 1],
    ['{\n  "a": x\n}', 2, 8],
    ["{\n  'a': 1\n}", 2, 3],
    ['{\n  "a": 1\n  "b": 2\n}', 3, 3],
    ['{ "a": 1 } more', 1, 12],
    ['[1,\n2', 2, 2],
  ])('%j is refused at its place', (text, line, column) => {
    expect(refusal(text)).toEqual({ fault: 'syntax', place: { line, column } });
  });

  test('with a key twice is refused: one of the two would be lost', () => {
    expect(refusal('{\n "a": 1,\n "a": 2 }')).toEqual({
      fault: 'repeated-key',
      place: { line: 3, column: 2 },
    });
  });
});
