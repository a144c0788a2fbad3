import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decide, force, LADDER_TIMES, type Ladder, startLadder } from './decide.ts';
import type { LineObservation } from './observation.ts';
import { compareRungs, RUNGS, type Rung } from './rungs.ts';

const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });
const part = fc.double({ min: 0, max: 1, noNaN: true });
const observation: fc.Arbitrary<LineObservation> = fc.record({
  loss: maybe(part),
  roundTripMs: maybe(fc.integer({ min: 0, max: 4_000 })),
  availableBps: maybe(fc.integer({ min: 0, max: 5_000_000 })),
  frozen: maybe(part),
  concealed: maybe(part),
  voiceLost: maybe(part),
  processorBound: fc.boolean(),
  dataWaiting: fc.boolean(),
  besideBps: fc.constantFrom(0, 96_000),
});
/** A line that changes its mind every few seconds. */
const phases = fc.array(fc.record({ line: observation, seconds: fc.integer({ min: 1, max: 40 }) }), {
  minLength: 1,
  maxLength: 40,
});
const rungs = fc.constantFrom(...RUNGS);

const run = (start: Rung, parts: readonly { readonly line: LineObservation; readonly seconds: number }[]) => {
  let ladder = startLadder(start, 0);
  const all: Ladder[] = [ladder];
  for (const { line, seconds } of parts)
    for (let second = 0; second < seconds; second += 1) {
      ladder = decide(ladder, line, ladder.seenMs + 1_000);
      all.push(ladder);
    }
  return all;
};
const changes = (all: readonly Ladder[]) =>
  all.flatMap((ladder, index) => {
    const before = all[index - 1];
    if (before === undefined || before.rung === ladder.rung) return [];
    return [{ atMs: ladder.seenMs, up: compareRungs(ladder.rung, before.rung) > 0, before, after: ladder }];
  });

describe('any line whatever', () => {
  it('sees one rung up at a time, and after the first overload never sooner than 16 s after a step down and 8 s after one up', () => {
    fc.assert(
      fc.property(rungs, phases, (start, parts) => {
        const steps = changes(run(start, parts));
        for (const [index, { atMs, up, before, after }] of steps.entries()) {
          if (!up) continue;
          expect(RUNGS.indexOf(before.rung) - RUNGS.indexOf(after.rung)).toBe(1);
          const last = steps[index - 1];
          const { firstUpMs, upAgainMs, upMs } = LADDER_TIMES;
          const least = before.fresh ? firstUpMs : last?.up ? upAgainMs : upMs;
          expect(atMs - (last?.atMs ?? 0)).toBeGreaterThanOrEqual(least);
        }
      }),
    );
  });

  it('changes at most ten times a minute, in a call of any length', () => {
    fc.assert(
      fc.property(rungs, phases, (start, parts) => {
        const steps = changes(run(start, parts));
        for (const { atMs } of steps) {
          const minute = steps.filter((other) => other.atMs >= atMs && other.atMs < atMs + 60_000);
          expect(minute.length).toBeLessThanOrEqual(10);
        }
      }),
    );
  });

  it('always leaves moving pictures within 15 s of an overload that lasts, and sound alone within 30 s', () => {
    const overload = fc.constantFrom<Partial<LineObservation>>(
      { loss: 0.2 },
      { concealed: 0.12, voiceLost: 0.05 },
      { dataWaiting: true },
      { availableBps: 12_000, loss: 0 },
    );
    fc.assert(
      fc.property(rungs, phases, observation, overload, (start, parts, line, bad) => {
        const before = run(start, parts).at(-1);
        if (before === undefined) return;
        let ladder = before;
        let lowest: Rung = ladder.rung;
        for (let second = 1; second <= 30; second += 1) {
          ladder = decide(ladder, { ...line, ...bad }, before.seenMs + second * 1_000);
          if (compareRungs(ladder.rung, lowest) < 0) lowest = ladder.rung;
          if (second >= 15) expect(compareRungs(ladder.rung, 'stills')).toBeLessThanOrEqual(0);
        }
        expect(lowest).toBe('audio');
        expect(ladder.reason).toBeDefined();
      }),
    );
  });

  it('always climbs back to full picture on a clean line, within nine minutes of whatever was', () => {
    const clean: LineObservation = {
      loss: 0,
      roundTripMs: 20,
      availableBps: 3_000_000,
      frozen: 0,
      concealed: 0,
      voiceLost: 0,
      processorBound: false,
      dataWaiting: false,
      besideBps: 0,
    };
    fc.assert(
      fc.property(rungs, phases, (start, parts) => {
        const all = run(start, [...parts, { line: clean, seconds: 540 }]);
        expect(all.at(-1)).toMatchObject({ rung: 'hd', reason: undefined, strained: false });
      }),
      { numRuns: 50 },
    );
  });

  it('holds what the physician forces, until the sound breaks or they let it go', () => {
    fc.assert(
      fc.property(rungs, rungs, phases, (start, forced, parts) => {
        let ladder = force(startLadder(start, 0), forced, 0);
        for (const { line, seconds } of parts)
          for (let second = 0; second < seconds; second += 1) {
            const before = ladder;
            ladder = decide(ladder, line, ladder.seenMs + 1_000);
            if (ladder.forced !== undefined) expect(ladder).toMatchObject({ rung: forced, reason: 'forced' });
            else if (before.forced !== undefined) {
              expect(ladder.released).toBe(forced);
              expect(compareRungs(ladder.rung, forced)).toBeLessThan(0);
              expect((line.concealed ?? 0) >= 0.08 || line.dataWaiting).toBe(true);
            }
          }
      }),
    );
  });
});
