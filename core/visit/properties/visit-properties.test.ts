import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyVisit, type Visit } from '../visit.ts';
import { explore } from './explore.ts';
import { type Step, step } from './played-visit.ts';
import { possibilities } from './possibilities.ts';
import { brokenBy } from './rules.ts';

const PLAYS = 150;
/** To make a play that broke a rule short enough to read takes longer than anybody waits; as short as it is by then will do. */
const PATIENCE = { interruptAfterTimeLimit: 60_000, markInterruptAsFailure: true };
const FIRST_PLACE = 1_000;
/** How many refusals are borne before a step counts as taken: else most plays would stand still. */
const TRIES = 8;

const visits = [...new Set(explore().map(({ after }) => after))];
/** A visit at any point, and the numbers that choose what is tried from there. */
const plays = fc.record({
  from: fc.nat(visits.length - 1),
  chosen: fc.array(fc.nat(1_000_000), { minLength: 10, maxLength: 60 }),
});

const oneOf = (visit: Visit, chosen: number, place: number): Step => {
  const all = possibilities(visit);
  let tried: Step | undefined;
  for (let attempt = 0; attempt < TRIES && !tried?.events.length; attempt += 1) {
    const possibility = all[(chosen + attempt * 7_919) % all.length];
    if (possibility) tried = step(visit, possibility, place);
  }
  if (tried === undefined) throw new Error('nothing can be asked');
  return tried;
};

const play = function* (from: number, chosen: readonly number[]): Generator<Step> {
  let visit = visits[from];
  for (const [index, choice] of chosen.entries()) {
    if (visit === undefined) return;
    const played = oneOf(visit, choice, FIRST_PLACE + index);
    yield played;
    visit = played.after;
  }
};

describe('whatever is asked by whomever in whatever order', { timeout: 120_000 }, () => {
  it('breaks no rule', () => {
    fc.assert(
      fc.property(plays, ({ from, chosen }) => {
        for (const played of play(from, chosen)) {
          const broken = brokenBy(played);
          if (broken.length > 0) expect.fail(`${broken}: ${JSON.stringify(played.possibility)}`);
        }
      }),
      { numRuns: PLAYS, ...PATIENCE },
    );
  });

  it('is refused in the next visit when a device answers for the one before', () => {
    fc.assert(
      fc.property(plays, ({ from, chosen }) => {
        const answers = possibilities(visits[from] ?? emptyVisit('none', 1, 'fr')).filter(
          ({ command }) => 'captureId' in command,
        );
        for (const { after } of play(from, chosen)) {
          const next = {
            ...after,
            epoch: 2,
            ...(after.capture && { capture: { ...after.capture, captureId: 'next' } }),
          };
          for (const answer of answers) expect(step(next, answer, FIRST_PLACE).events).toEqual([]);
        }
      }),
      { numRuns: PLAYS / 3, ...PATIENCE },
    );
  });
});
