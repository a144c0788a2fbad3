import { expect, test } from 'vitest';
import { SAMPLE_PROFILE } from '#test/harness/sample-profile.ts';
import { checkProfile } from './check-profile.ts';

const TEXT = JSON.stringify(SAMPLE_PROFILE, null, 2);

test('a good profile is said to be one', () => {
  expect(checkProfile('site.json', TEXT, 'en')).toEqual({
    good: true,
    lines: ['site.json: the profile is good'],
  });
});

test('a mistake is told with its place, its field and what to do', () => {
  const { good, lines } = checkProfile('site.json', TEXT.replace('"17:30"', '"5 pm"'), 'en');
  expect(good).toBe(false);
  expect(lines).toEqual([
    expect.stringMatching(
      /^site\.json:\d+:9: openingHours\.monday\.1\.to: this value does not fit \(expected: a time of day such as 08:30\)$/,
    ),
  ]);
  expect(checkProfile('site.json', '{ "site" }', 'fr').lines).toEqual([
    'site.json:1:10: fichier: ce n’est pas du JSON à partir d’ici : regardez virgules, guillemets et accolades',
  ]);
});
