import { type StaffLanguage, staffLanguageSchema } from '#core/visit/words.ts';

/** Language of a staff screen, from the address of its page (`?lang=en`); French unless it says otherwise. */
export const pageLanguage = (search: string): StaffLanguage => {
  const asked = staffLanguageSchema.safeParse(new URLSearchParams(search).get('lang'));
  return asked.success ? asked.data : 'fr';
};
