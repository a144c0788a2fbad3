import * as z from 'zod';
import { fail, ok, type Result } from '../result.ts';
import type { StaffLanguage } from '../visit/words.ts';
import { EXPECTED_IN_FRENCH } from './expected-in-french.ts';
import { type Place, readPlacedJson } from './json-places.ts';
import { profileSchema, type SiteProfile } from './profile.ts';

/** What is wrong with a field, for words in any language. */
export const PROFILE_FAULTS = ['syntax', 'repeated-key', 'missing', 'unknown', 'invalid'] as const;
export type ProfileFault = (typeof PROFILE_FAULTS)[number];

/** One mistake in a profile, and where. */
export interface ProfileMistake extends Place {
  readonly fault: ProfileFault;
  /** Keys from the root, such as `site.name`; empty for the whole file. */
  readonly field: string;
  /** What the field should hold, in the language asked for; empty where the fault says it all. */
  readonly expected: string;
}

type Issue = NonNullable<ReturnType<typeof profileSchema.safeParse>['error']>['issues'][number];

const valueAt = (root: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined,
    root,
  );

const unknownKeys = (issue: Issue): readonly string[] =>
  issue.code === 'unrecognized_keys' ? issue.keys : [];

const localeOf = { fr: z.locales.fr(), en: z.locales.en() } as const;
const inLanguage = (message: string, language: StaffLanguage): string =>
  language === 'fr' ? (EXPECTED_IN_FRENCH[message] ?? message) : message;

/** Reads the text of a profile; the failure is every mistake in it, in the order of the file. */
export const readProfileText = (
  text: string,
  language: StaffLanguage,
): Result<SiteProfile, readonly ProfileMistake[]> => {
  const json = readPlacedJson(text);
  if (!json.ok) {
    const { fault, place } = json.failure;
    return fail([{ ...place, fault, field: '', expected: '' }]);
  }
  const { value, placeOf } = json.value;
  const parsed = profileSchema.safeParse(value, { error: localeOf[language].localeError });
  if (parsed.success) return ok(parsed.data);
  const mistakes = parsed.error.issues.flatMap((issue): ProfileMistake[] => {
    const mistake = (path: readonly PropertyKey[], fault: ProfileFault, expected: string) => ({
      ...placeOf(path),
      fault,
      field: path.map(String).join('.'),
      expected,
    });
    const unknown = unknownKeys(issue);
    if (unknown.length > 0) return unknown.map((key) => mistake([...issue.path, key], 'unknown', ''));
    const fault = valueAt(value, issue.path) === undefined ? 'missing' : 'invalid';
    return [mistake(issue.path, fault, inLanguage(issue.message, language))];
  });
  return fail(mistakes.toSorted((one, other) => one.line - other.line || one.column - other.column));
};
