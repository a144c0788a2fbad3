import { readProfileText } from '#core/site/read-profile.ts';
import { type Language, WORDS } from './words.ts';

/** What is told of a profile's text, and whether it is good. */
export interface ProfileReport {
  readonly good: boolean;
  readonly lines: readonly string[];
}

/** Every mistake of a profile as `file:line:column: field: what to do`. */
export const checkProfile = (file: string, text: string, language: Language): ProfileReport => {
  const words = WORDS[language];
  const read = readProfileText(text, language);
  if (read.ok) return { good: true, lines: [`${file}: ${words.good}`] };
  return {
    good: false,
    lines: read.failure.map(({ line, column, field, fault, expected }) => {
      const hint = expected === '' || fault === 'missing' ? '' : ` (${words.expected}: ${expected})`;
      return `${file}:${line}:${column}: ${field === '' ? words.whole : field}: ${words.faults[fault]}${hint}`;
    }),
  };
};
