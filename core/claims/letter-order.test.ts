import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Attempt } from '../contract/signalling.ts';
import { type LetterOrder, type LetterStanding, orderLetter } from './letter-order.ts';

const play = (letters: readonly (readonly [string, number])[]): LetterStanding[] => {
  let order: LetterOrder | undefined;
  return letters.map(([attemptId, generation]) => {
    const judged = orderLetter(order, { attemptId, generation });
    ({ order } = judged);
    return judged.standing;
  });
};

describe('the order of letters', () => {
  it('tells the next from the same again and from one that is late', () => {
    expect(
      play([
        ['page1', 1],
        ['page1', 1],
        ['page1', 3],
        ['page1', 2],
        ['page1', 3],
        ['page1', 4],
      ]),
    ).toEqual(['next', 'again', 'next', 'stale', 'again', 'next']);
  });

  it('lets a page that is loaded again begin anew, and takes nothing more of the one before', () => {
    expect(
      play([
        ['page1', 7],
        ['page2', 1],
        ['page1', 7],
        ['page1', 8],
        ['page2', 2],
      ]),
    ).toEqual(['next', 'next', 'stale', 'stale', 'next']);
  });

  it('takes no letter twice and none before an earlier one, however they come', () => {
    const letter = fc.record({
      attemptId: fc.constantFrom('p1', 'p2', 'p3'),
      generation: fc.integer({ min: 1, max: 9 }),
    });
    fc.assert(
      fc.property(fc.array(letter, { maxLength: 60 }), (letters) => {
        let order: LetterOrder | undefined;
        const taken: Attempt[] = [];
        for (const one of letters) {
          const judged = orderLetter(order, one);
          if (judged.standing === 'next') {
            const earlier = taken.filter(({ attemptId }) => attemptId === one.attemptId);
            for (const { generation } of earlier) expect(generation).toBeLessThan(one.generation);
            if (earlier.length > 0) expect(taken.at(-1)?.attemptId).toBe(one.attemptId);
            taken.push(one);
          }
          order = judged.order;
        }
      }),
    );
  });
});
