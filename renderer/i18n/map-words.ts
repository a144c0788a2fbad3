/** The same tree of words with each phrase changed. */
export const mapWords = <Words extends object>(words: Words, change: (text: string) => string): Words => {
  const walk = (value: unknown): unknown => {
    if (typeof value === 'string') return change(value);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, walk(inner)]));
  };
  // The shape is kept key by key; only the phrases differ.
  return walk(words) as Words;
};
