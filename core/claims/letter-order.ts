import type { Attempt } from '../contract/signalling.ts';

/**
 * Which of a physician's letters about a place have been taken. Each load of their page has an id (`attemptId`) and numbers its letters
 * upwards (`generation`), so that one which comes again, late or after the page was closed is known for what it is.
 */
export interface LetterOrder {
  /** The load that has the word. */
  readonly page: string;
  /** The highest number taken from it. */
  readonly last: number;
  /** Loads before it, newest last: nothing that they said counts any more. */
  readonly former: readonly string[];
}

/** A page that is loaded over and over is remembered this many times. */
const FORMER_KEPT = 16;

/** `again`: the very letter that was taken last. `stale`: one before it, or of a former page. */
export type LetterStanding = 'next' | 'again' | 'stale';

export interface Ordered {
  readonly standing: LetterStanding;
  readonly order: LetterOrder;
}

/** Judges a letter by what was taken before; undefined: nothing of this physician was. */
export const orderLetter = (
  known: LetterOrder | undefined,
  { attemptId: page, generation }: Attempt,
): Ordered => {
  if (known === undefined) return { standing: 'next', order: { page, last: generation, former: [] } };
  if (page !== known.page) {
    if (known.former.includes(page)) return { standing: 'stale', order: known };
    const former = [...known.former, known.page].slice(-FORMER_KEPT);
    return { standing: 'next', order: { page, last: generation, former } };
  }
  if (generation === known.last) return { standing: 'again', order: known };
  if (generation < known.last) return { standing: 'stale', order: known };
  return { standing: 'next', order: { ...known, last: generation } };
};
