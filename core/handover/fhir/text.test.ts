import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { fhirInstant, fhirText } from './text.ts';

/** Patterns of the R4 primitives `string` and `dateTime` (hl7.org/fhir/R4/datatypes.html). */
const STRING = /^[ \r\n\t\S]+$/u;
const DATE_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]((0\d|1[0-3]):[0-5]\d|14:00))$/;

it('makes any text one that the R4 pattern accepts, or nothing', () =>
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const clean = fhirText(text);
      return clean === undefined || (STRING.test(clean) && clean === clean.trim());
    }),
  ));

it.each([
  ['Toux\u00a0: 3\u202fjours', 'Toux : 3 jours'],
  ['  une\nligne\t', 'une\nligne'],
  ['a\u0000b\ud800', 'a\uFFFDb\uFFFD'],
  ['\u00a0 ', undefined],
])('writes %j as %j', (text, expected) => {
  expect(fhirText(text)).toBe(expected);
});

it('keeps the offset of an instant, and turns one that FHIR does not know into UTC', () => {
  expect(fhirInstant('2026-03-02T09:41:05.120+01:00')).toBe('2026-03-02T09:41:05.120+01:00');
  expect(fhirInstant('2026-03-02T09:41:05+14:00')).toBe('2026-03-02T09:41:05+14:00');
  expect(fhirInstant('2026-03-02T23:41:05+23:00')).toBe('2026-03-02T00:41:05.000Z');
  expect(fhirInstant('2026-03-02T23:41:05+14:30')).toMatch(DATE_TIME);
});
