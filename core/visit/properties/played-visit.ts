import type { Decision } from '../decide/context.ts';
import { decide, decideForCabin } from '../decide/decide.ts';
import type { EventBody } from '../events.ts';
import { evolve } from '../evolve.ts';
import { AWA } from '../fake-visit.ts';
import { emptyVisit, type Visit } from '../visit.ts';
import type { Possibility } from './possibilities.ts';

/** A step of a play: what was tried, what came of it, and the visit on both sides of it. */
export interface Step {
  readonly possibility: Possibility;
  readonly before: Visit;
  readonly after: Visit;
  /** Empty when it was refused, or changed nothing. */
  readonly events: readonly EventBody[];
  readonly refusal?: string;
}

/** Whatever changes a visit in place fails at once. */
const freeze = <Value>(value: Value): Value => {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const part of Object.values(value)) freeze(part);
  }
  return value;
};

export const newVisit = (epoch = 1): Visit =>
  freeze(emptyVisit(`6f1c2f0e-6d0f-4a53-9d3c-7a8f1f2f9c${10 + epoch}`, epoch, 'fr'));

const STEP_MS = 20_000;
const NOW = '2026-03-02T09:41:05.120+01:00';
/** The date of every play. */
export const TODAY = NOW.slice(0, 10);

/** Plays one step at a time; ids are those of the step's place in the play. */
export const step = (before: Visit, possibility: Possibility, place: number): Step => {
  let ids = 0;
  const context = {
    now: NOW,
    nowMs: place * STEP_MS,
    newId: () => {
      ids += 1;
      return `visit${before.epoch}-step${place}-${ids}`;
    },
    by: possibility.by === 'cabin' ? ('assistant' as const) : possibility.by,
    assistant: possibility.unattended === true ? undefined : AWA,
  };
  const decision: Decision =
    possibility.by === 'cabin'
      ? decideForCabin(before, possibility.command, context)
      : decide(before, possibility.command, context);
  if (!decision.ok) return { possibility, before, after: before, events: [], refusal: decision.failure.code };
  let after = before;
  for (const [index, body] of decision.value.entries()) {
    const event = {
      sequence: place * 100 + index,
      at: context.now,
      atMs: context.nowMs,
      by: possibility.by,
      body,
    };
    after = freeze(evolve(after, event));
  }
  return { possibility, before, after, events: decision.value };
};
