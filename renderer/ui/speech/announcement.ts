/** A title and its sentence as one announcement: the voice pauses between them, whatever mark the title ends with. */
export const withTitle = (title: string | undefined, sentence: string): string => {
  if (title === undefined) return sentence;
  return /[.?!؟…]$/u.test(title) ? `${title} ${sentence}` : `${title}. ${sentence}`;
};
