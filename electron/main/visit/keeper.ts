import type { Failure } from '#core/contract/error-codes.ts';
import type { ClosedReason } from '#core/opening/opening.ts';
import { fail, ok, type Result } from '#core/result.ts';
import type { Clock } from '#core/time.ts';
import type { CabinCommand } from '#core/visit/cabin-commands.ts';
import type { Command } from '#core/visit/commands.ts';
import type { Decision, DecisionContext } from '#core/visit/decide/context.ts';
import { decide, decideForCabin } from '#core/visit/decide/decide.ts';
import type { VisitEvent } from '#core/visit/events.ts';
import { evolve } from '#core/visit/evolve.ts';
import { pendingTimer } from '#core/visit/timers.ts';
import { emptyVisit, type Visit } from '#core/visit/visit.ts';
import type { Actor, Assistant, Language, Role } from '#core/visit/words.ts';
import type { Journal } from './journal.ts';

export type Outcome = Result<null, Failure>;
export type EventListener = (event: VisitEvent, visit: Visit) => void;

/** Holds the one visit of the cabin: takes commands, keeps the journal, tells the rest what happened. */
export interface VisitKeeper {
  visit(): Visit;
  /** A person's command, with the role that the sender was found to have. */
  ask(role: Role, command: Command): Outcome;
  /** What the cabin itself brings: devices, timers, the physician, the handover. */
  bring(command: CabinCommand): Outcome;
  /**
   * Called after each event, in order, with the visit that it led to. What a listener brings is decided at once, and told once all listeners
   * have heard the event before it.
   */
  onEvent(listener: EventListener): void;
  /** Forgets the visit and opens the next one, in the language of the cabin. */
  begin(): Visit;
  close(): void;
}

interface Happened {
  readonly event: VisitEvent;
  readonly visit: Visit;
}

interface KeeperOptions {
  readonly clock: Clock;
  readonly newId: () => string;
  readonly journal: Journal;
  readonly language: Language;
  /** Who is on duty; undefined while nobody is signed in. */
  readonly onDuty: () => Assistant | undefined;
  /** Why no visit can begin besides that. */
  readonly closed?: () => ClosedReason | undefined;
}

export const createVisitKeeper = ({
  clock,
  newId,
  journal,
  language,
  onDuty,
  closed = () => undefined,
}: KeeperOptions): VisitKeeper => {
  const listeners: EventListener[] = [];
  let visit = emptyVisit(newId(), 1, language);
  let cancelTimer: (() => void) | undefined;

  const context = (by: Role): DecisionContext => ({
    now: clock.now(),
    nowMs: clock.monotonic(),
    newId,
    by,
    assistant: onDuty(),
    closed: closed(),
  });

  const personBehind = (by: Actor): Pick<VisitEvent, 'person'> => {
    const person = {
      assistant: onDuty()?.name,
      physician: visit.claim?.card.name,
      patient: undefined,
      cabin: undefined,
    }[by];
    return person === undefined ? {} : { person };
  };

  const armTimer = (): void => {
    cancelTimer?.();
    const timer = pendingTimer(visit);
    cancelTimer =
      timer && clock.after(Math.max(0, timer.dueMs - clock.monotonic()), () => void bring(timer.command));
  };

  const untold: Happened[] = [];
  let telling = false;
  const tell = (): void => {
    if (telling) return;
    telling = true;
    try {
      for (let next = untold.shift(); next !== undefined; next = untold.shift()) {
        for (const listener of listeners) listener(next.event, next.visit);
      }
    } finally {
      telling = false;
    }
  };

  const apply = (decision: Decision, by: Actor): Outcome => {
    if (!decision.ok) return fail(decision.failure);
    for (const body of decision.value) {
      const event: VisitEvent = {
        sequence: journal.read().length + 1,
        at: clock.now(),
        atMs: clock.monotonic(),
        by,
        ...personBehind(by),
        body,
      };
      journal.append([event]);
      visit = evolve(visit, event);
      untold.push({ event, visit });
    }
    armTimer();
    tell();
    return ok(null);
  };

  const bring = (command: CabinCommand): Outcome =>
    apply(decideForCabin(visit, command, context('assistant')), 'cabin');

  return {
    visit: () => visit,
    ask: (role, command) => apply(decide(visit, command, context(role)), role),
    bring,
    onEvent: (listener) => {
      listeners.push(listener);
    },
    begin: () => {
      journal.erase();
      untold.length = 0;
      visit = emptyVisit(newId(), visit.epoch + 1, language);
      armTimer();
      return visit;
    },
    close: () => cancelTimer?.(),
  };
};
