/** How many letters must be put in, taken out, changed or swapped with their neighbour to make one word of the other. */
const distance = (first: string, second: string): number => {
  const rows: number[][] = Array.from({ length: first.length + 1 }, (_, index) => [index]);
  const at = (row: number, column: number): number => rows[row]?.[column] ?? 0;
  for (let column = 1; column <= second.length; column += 1) {
    const top = rows[0];
    if (top !== undefined) top[column] = column;
  }
  for (let row = 1; row <= first.length; row += 1) {
    for (let column = 1; column <= second.length; column += 1) {
      const [here, there] = [first[row - 1], second[column - 1]];
      const isSwap = row > 1 && column > 1 && here === second[column - 2] && first[row - 2] === there;
      const cost = Math.min(
        at(row - 1, column) + 1,
        at(row, column - 1) + 1,
        at(row - 1, column - 1) + (here === there ? 0 : 1),
        ...(isSwap ? [at(row - 2, column - 2) + 1] : []),
      );
      const line = rows[row];
      if (line !== undefined) line[column] = cost;
    }
  }
  return at(first.length, second.length);
};

/** The known word that somebody most likely meant; undefined when none is near. */
export const nearest = (word: string, known: readonly string[]): string | undefined => {
  const lower = word.toLowerCase();
  const [best] = known
    .map((candidate) => ({ candidate, off: distance(lower, candidate.toLowerCase()) }))
    .sort((first, second) => first.off - second.off);
  if (best !== undefined && best.off <= Math.max(2, Math.floor(lower.length / 3))) return best.candidate;
  return lower.length < 3
    ? undefined
    : known.find((candidate) => candidate.startsWith(lower) || candidate.includes(lower));
};

/** The end of a refusal: the word that was meant, else all that there are. */
export const suggestion = (word: string, known: readonly string[]): string => {
  const meant = nearest(word, known);
  return meant === undefined ? `; known: ${known.join(', ')}` : `; did you mean ${meant}?`;
};
