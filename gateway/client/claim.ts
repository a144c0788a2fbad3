import type { LineMeasure } from '#core/call/line-test.ts';
import { type ErrorCode, type Failure, failure } from '#core/contract/error-codes.ts';
import type { Attempt, ToPhysician } from '#core/contract/signalling.ts';
import { fail, ok, type Result } from '#core/result.ts';
import type { Clock } from '#core/time.ts';
import type { QueueEntry } from './queue.ts';

/** A ticket of a cabin, as the page names it. */
export interface Place {
  readonly siteId: string;
  readonly cabinId: string;
  readonly ticketId: string;
}

export type ClaimState =
  | { readonly state: 'none' }
  | { readonly state: 'asking'; readonly place: Place }
  /** `line` is the cabin's own, seen from the cabin; undefined when it has measured none. */
  | { readonly state: 'held'; readonly place: Place; readonly line: LineMeasure | undefined }
  | { readonly state: 'refused'; readonly place: Place; readonly code: ErrorCode }
  /** The visit is over, or another took over: the page forgets it. */
  | { readonly state: 'ended'; readonly place: Place };

/** How long a cabin has to answer a claim, in milliseconds. */
export const CLAIM_ANSWER_MS = 10_000;

/** The one claim of a physician's page. */
export interface Claim {
  state(): ClaimState;
  ask(place: Place): Promise<Result<null, Failure>>;
  /** Sends the claim again while it is unanswered. */
  askAgain(): void;
  giveBack(): Place | undefined;
  /** The number of the next letter of this page about a place. */
  nextLetter(): Attempt;
  /** Another page of the same physician takes the place up: this one forgets it, and gives nothing back. */
  handOver(): void;
  dismiss(): void;
  /** A message of the cabin of this place about the claim itself. */
  answered(message: Exclude<ToPhysician, { readonly type: 'signal' | 'signal-refused' }>): void;
  /** What the cabin publishes about its place decides, should a direct message have been lost. */
  follow(siteId: string, cabinId: string, entry: QueueEntry | undefined): void;
  close(): void;
}

/** No claim of this load of the page (`page`); `send` sends one, `changed` is called with each new state. */
export const createClaim = (
  page: string,
  clock: Clock,
  send: (place: Place, letter: Attempt) => void,
  changed: (state: ClaimState) => void,
): Claim => {
  let state: ClaimState = { state: 'none' };
  let letters = 0;
  /** The letter that asked for the present place. */
  let asked: Attempt = { attemptId: page, generation: 1 };
  const givenBack = new Set<string>();
  /** The cabin has published that this physician holds the place: from then on `waiting` means that the claim is lost. */
  let publishedAsOurs = false;
  let settle: (result: Result<null, Failure>, line?: LineMeasure) => void = () => {};

  const become = (next: ClaimState): void => {
    state = next;
    changed(next);
  };

  const nextLetter = (): Attempt => {
    letters += 1;
    return { attemptId: page, generation: letters };
  };

  const ask = (place: Place): Promise<Result<null, Failure>> =>
    new Promise((resolve) => {
      settle(fail(failure('TICKET_GONE', 'replaced by another claim')));
      givenBack.delete(place.ticketId);
      publishedAsOurs = false;
      const cancelDeadline = clock.after(CLAIM_ANSWER_MS, () => settle(fail(failure('GATEWAY_LOST'))));
      settle = (result, line) => {
        cancelDeadline();
        settle = () => {};
        become(
          result.ok ? { state: 'held', place, line } : { state: 'refused', place, code: result.failure.code },
        );
        resolve(result);
      };
      asked = nextLetter();
      become({ state: 'asking', place });
      send(place, asked);
    });

  const end = (place: Place): void => {
    settle(fail(failure('TICKET_GONE')));
    become({ state: 'ended', place });
  };

  /** A place that this physician already holds, because the page was loaded again, is taken up by itself. */
  const resume = ({ siteId, cabinId, ticket: { ticketId } }: QueueEntry): void => {
    const known = state.state !== 'none' && state.place.ticketId === ticketId;
    if ((state.state !== 'none' && state.state !== 'ended') || known || givenBack.has(ticketId)) return;
    void ask({ siteId, cabinId, ticketId });
  };

  return {
    state: () => state,
    ask,
    nextLetter,
    askAgain: () => {
      // The same letter: a cabin that has it already answers again, and does nothing else.
      if (state.state === 'asking') send(state.place, asked);
    },
    giveBack: () => {
      if (state.state !== 'held' && state.state !== 'asking') return undefined;
      const { place } = state;
      givenBack.add(place.ticketId);
      settle(fail(failure('TICKET_GONE', 'given back')));
      become({ state: 'none' });
      return place;
    },
    handOver: () => {
      settle(fail(failure('TICKET_GONE', 'taken up by a newer page')));
      become({ state: 'none' });
    },
    dismiss: () => {
      if (state.state === 'refused' || state.state === 'ended') become({ state: 'none' });
    },
    answered: (message) => {
      if (state.state === 'none' || state.state === 'ended' || state.place.ticketId !== message.ticketId)
        return;
      // It speaks of a claim before the present one.
      const { letter } = message;
      if (letter !== undefined && (letter.attemptId !== page || letter.generation !== asked.generation))
        return;
      if (message.type === 'claim-granted') settle(ok(null), message.line);
      else if (message.type === 'claim-ended') {
        // Without a letter it may speak of a claim that was given back: the answer to the one that we ask for comes after it.
        if (state.state !== 'asking' || letter !== undefined) end(state.place);
      } else {
        settle(fail(failure(message.code)));
        if (state.state !== 'refused') become({ state: 'refused', place: state.place, code: message.code });
      }
    },
    follow: (siteId, cabinId, entry) => {
      if (state.state === 'held' && state.place.siteId === siteId && state.place.cabinId === cabinId) {
        const same = entry?.ticket.ticketId === state.place.ticketId;
        if (same && entry.holder === 'me') publishedAsOurs = true;
        else if (!same || entry.holder === 'other' || publishedAsOurs) end(state.place);
      }
      if (entry?.holder === 'me') resume(entry);
    },
    close: () => settle(fail(failure('GATEWAY_LOST', 'closed'))),
  };
};
