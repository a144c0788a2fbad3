/** Drawn portraits of the people of the demonstration; everyone else is shown by initials. */
const PORTRAITS: Readonly<Record<string, 'nurse' | 'doctor'>> = {
  'Awa Diallo': 'nurse',
  'Karim Benali': 'doctor',
};

/** The drawn portrait of a person, if there is one; a title before the name does not matter. */
export const portraitOf = (name: string): 'nurse' | 'doctor' | undefined =>
  PORTRAITS[name.replace(/^(docteure?|dr)\.?\s+/iu, '')];
