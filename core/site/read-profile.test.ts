import Ajv from 'ajv';
import { describe, expect, test } from 'vitest';
import { SAMPLE_PROFILE } from '#test/harness/sample-profile.ts';
import { dueForCalibration, equipmentListSchema } from './equipment.ts';
import { profileJsonSchema } from './profile.ts';
import { readProfileText } from './read-profile.ts';

const written = (profile: object): string => JSON.stringify(profile, null, 2);
const mistakes = (text: string) => {
  const read = readProfileText(text, 'en');
  return read.ok ? [] : read.failure.map(({ line, fault, field }) => `${line} ${fault} ${field}`);
};
/** What a text is told to hold where it is wrong; of an unknown field nothing is told in words. */
const expectations = (text: string, language: 'fr' | 'en') => {
  const read = readProfileText(text, language);
  return read.ok
    ? []
    : read.failure.filter(({ fault }) => fault !== 'unknown').map(({ expected }) => expected);
};
/** Line of the sample on which a text first stands. */
const lineOf = (text: string): number =>
  written(SAMPLE_PROFILE)
    .split('\n')
    .findIndex((line) => line.includes(text)) + 1;
const accepts = new Ajv({ strict: false, validateFormats: false }).compile(profileJsonSchema());
const { accessibility: _, ...WITHOUT_ACCESSIBILITY } = SAMPLE_PROFILE;

/** Each with one mistake: where it is told, and whether a JSON schema can see it. */
const BAD: readonly (readonly [string, (text: string) => string, string, boolean])[] = [
  [
    'an emergency line that is a number',
    (text) => text.replace('"02 61 91 00 15"', '15'),
    '"emergencyLine"',
    true,
  ],
  ['another kind of place', (text) => text.replace('"town-hall"', '"station"'), '"kind"', true],
  ['a field that does not exist', (text) => text.replace('"floor"', '"flor"'), '"floor"', true],
  ['a time that is none', (text) => text.replace('"17:30"', '"25:30"'), '"17:30"', true],
  ['an end before the beginning', (text) => text.replace('"17:30"', '"13:00"'), '"17:30"', false],
  ['intervals that overlap', (text) => text.replace('"14:00"', '"11:00"'), '"monday"', false],
  ['a date that is none', (text) => text.replace('"2028-01-15"', '"2028-02-30"'), '"2028-01-15"', true],
  ['a calibration over before it began', (text) => text.replace('"2028-', '"2025-'), '"2028-', false],
  ['a serial number twice', (text) => text.replace('"OT-77"', '"5190400123"'), '"equipment"', false],
  ['a door as wide as a street', (text) => text.replace('90,', '9000,'), '"doorWidthCm"', true],
  ['a wait that ends before it begins', (text) => text.replace('14\n', '4\n'), '"toMinutes"', false],
  ['a code in the clear', (text) => text.replace(/scrypt[^"]*/, '1357'), '"codeHash"', true],
];

describe('a profile', () => {
  test('with every field is accepted, by the JSON schema too', () => {
    expect(mistakes(written(SAMPLE_PROFILE))).toEqual([]);
    expect(accepts(SAMPLE_PROFILE), JSON.stringify(accepts.errors)).toBe(true);
  });

  test('needs none of what is optional', () => {
    const { site, people, usualWait } = SAMPLE_PROFILE;
    const bare = { site, people, usualWait };
    expect(mistakes(written(bare))).toEqual([]);
    expect(mistakes(written(WITHOUT_ACCESSIBILITY))).toEqual([]);
    expect(accepts(bare)).toBe(true);
  });

  test.each(BAD)('with %s is refused at its line', (_what, damage, at, bySchema) => {
    const damaged = damage(written(SAMPLE_PROFILE));
    expect(damaged).not.toBe(written(SAMPLE_PROFILE));
    expect(mistakes(damaged).map((told) => Number.parseInt(told, 10))).toContain(lineOf(at));
    expect(accepts(JSON.parse(damaged))).toBe(!bySchema);
    expect(expectations(damaged, 'fr')).not.toEqual(expectations(damaged, 'en'));
  });

  test('is told all its mistakes, in the order of the file', () => {
    const text = '{\n  "site": {},\n  "people": [],\n  "more": 1\n}';
    const told = mistakes(text);
    expect(told[0]).toBe('1 missing usualWait');
    expect(told).toContain('2 missing site.name');
    expect(told.slice(-2)).toEqual(['3 invalid people', '4 unknown more']);
  });

  test('that is no JSON is told where it stops being any', () => {
    expect(mistakes('{\n  "site": {\n')).toEqual(['3 syntax ']);
    expect(mistakes('{\n  "site": 1,\n  "site": 2\n}')).toEqual(['3 repeated-key ']);
  });
});

test('an instrument is due the day after its calibration holds last', () => {
  const list = equipmentListSchema.parse(SAMPLE_PROFILE.equipment);
  expect(dueForCalibration(list, '2028-01-15')).toEqual([]);
  expect(dueForCalibration(list, '2028-01-16').map(({ name }) => name)).toEqual(['A&D TM-2657']);
});

test('every field of the site says in the schema what it is for', () => {
  const schema = JSON.parse(JSON.stringify(profileJsonSchema()));
  for (const field of Object.keys(SAMPLE_PROFILE.site)) {
    expect(schema).toHaveProperty(['properties', 'site', 'properties', field, 'description']);
  }
});
