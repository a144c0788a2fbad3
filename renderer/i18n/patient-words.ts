import type { frenchWords } from './fr/index.ts';
import type { WordingIn } from './wording.ts';

type French = typeof frenchWords;
type ToldToPatient<Failures> = { readonly [Code in keyof Failures]: { readonly patient: string } };

/** The part of the words that the patient's window reads: a language of patients has these, complete, and no others. */
type Read = Pick<French, 'common' | 'patient' | 'conversation'> & {
  readonly attendance: Pick<French['attendance'], 'patient'>;
  readonly privacy: Pick<French['privacy'], 'patient'>;
  readonly papers: Omit<French['papers'], 'assistant' | 'physician'>;
  readonly quality: Pick<French['quality'], 'reason' | 'patient' | 'still'>;
  readonly company: Omit<French['company'], 'refused-call' | 'not-sent' | 'part' | 'invite' | 'page'>;
  readonly errors: ToldToPatient<French['errors']>;
  readonly 'other-end': ToldToPatient<French['other-end']>;
  readonly exam: Pick<French['exam'], 'patient' | 'drawing'> & {
    readonly physician: Pick<French['exam']['physician'], 'exam' | 'simulated'>;
    readonly place: Omit<French['exam']['place'], PlaceChoice>;
  };
  /** The words that two people compare stay in a language of the staff. */
  readonly trust: Pick<French['trust'], 'patient'>;
};
/** Words of the staff's choice of a place. */
type PlaceChoice = 'title' | 'correct' | 'lead' | 'elsewhere' | 'hint' | 'pick' | 'cancel';

/** Plural forms of Arabic beside one and other (CLDR). */
export type ArabicForms = 'zero' | 'two' | 'few' | 'many';
/** The words of a patient's language whose plurals have these forms beside one and other. */
export type PatientWordsIn<Forms extends string> = WordingIn<Read, Forms>;
/** The words of a patient's language that counts as French does. */
export type PatientWords = PatientWordsIn<never>;
