import { isSubject, type Subject } from './identity-answer.ts';

type Language = 'fr' | 'en';

/** What the words of the command line ask for. */
export type Call =
  | { readonly type: 'help' | 'wrong'; readonly language: Language }
  | { readonly type: 'answer'; readonly subject: Subject; readonly input: string };

/** Words that set the language of the help. They stand before all others: a number or a text may hold anything. */
const languageWords = ([first, second]: readonly string[]): number => {
  if (first === '--lang' && (second === 'fr' || second === 'en')) return 2;
  return first === '--lang=fr' || first === '--lang=en' ? 1 : 0;
};

const isEnglish = (words: readonly string[]): boolean => / --lang[ =]en /.test(` ${words.join(' ')} `);

/**
 * Reads the command line: a subject and what is asked of it. A number grouped by blanks may come as several words, and so may a text
 * in which blanks stand for separators.
 */
export const readCall = (words: readonly string[]): Call => {
  const language = isEnglish(words) ? 'en' : 'fr';
  const [subject, ...input] = words.slice(languageWords(words));
  const asksHelp = (word: string | undefined): boolean => word === '--help' || word === '-h';
  if (asksHelp(subject) || (input.length > 0 && input.every(asksHelp))) return { type: 'help', language };
  return isSubject(subject) && input.length > 0
    ? { type: 'answer', subject, input: input.join(' ') }
    : { type: 'wrong', language };
};
