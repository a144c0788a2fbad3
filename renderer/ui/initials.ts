const TITLES = /^(docteure?|dr|pr|mme|m)\.?$/iu;

/** First letters of the first and last names, titles left out: `Docteur Karim Benali` gives `KB`. */
export const initialsOf = (name: string): string => {
  const words = name.split(/\s+/u).filter((word) => word !== '' && !TITLES.test(word));
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => word?.[0] ?? '');
  return letters.join('').toLocaleUpperCase();
};
