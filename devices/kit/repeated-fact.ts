/**
 * A fact that every line of a device repeats, without a checksum behind it: the first saying is news, and another one only once it
 * was said twice in a row, so that a damaged line changes nothing.
 */
export interface RepeatedFact {
  /** Takes what a line says; true when it is news. */
  say(fact: string): boolean;
}

/** A fact that nothing was said of yet. */
export const createRepeatedFact = (): RepeatedFact => {
  let believed: string | undefined;
  let lastSaid: string | undefined;
  return {
    say: (fact) => {
      const isNews = fact !== believed && (believed === undefined || fact === lastSaid);
      lastSaid = fact;
      if (isNews) believed = fact;
      return isNews;
    },
  };
};
