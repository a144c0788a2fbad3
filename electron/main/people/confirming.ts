import { type Failure, failure } from '#core/contract/error-codes.ts';
import {
  CONFIRMATION_RATE,
  CONFIRMATION_SECONDS,
  type Confirmation,
  type ConfirmationFailure,
  confirmationFailureOf,
} from '#core/opening/confirmation.ts';
import type { SitePerson } from '#core/opening/people.ts';
import { fail, ok, type Result } from '#core/result.ts';
import type { Clock, Milliseconds } from '#core/time.ts';
import { type Bucket, takeToken } from '#core/token-bucket.ts';

/** Asks a person of the site on a device of their own, one at a time. */
export interface Confirming {
  /** `NOT_ALLOWED`: nobody of this site, or nobody who can be asked so. What becomes of it is in `view`. */
  begin(personId: string): Result<null, Failure>;
  /** Nobody waits for the answer any more. */
  stop(): void;
  /** What is waited for, or why the last one came to nothing; until the next, or somebody is on duty. */
  view(): Confirmation | undefined;
}

interface ConfirmingOptions {
  readonly clock: Clock;
  readonly people: readonly SitePerson[];
  /** Undefined: no provider is asked here. `settle` hears the answer once, unless it was stopped before. */
  readonly ask:
    | ((
        request: { readonly nationalId: string; readonly number: string },
        settle: (outcome: Result<null, Failure>) => void,
      ) => () => void)
    | undefined;
  /** Two digits, another each time. */
  readonly newNumber: () => string;
  /** It is they: gives them the duty, or says what stands in the way. */
  readonly take: (personId: string) => ConfirmationFailure | undefined;
  readonly onChange: () => void;
  readonly audit: (what: string) => void;
}

const LASTS_MS: Milliseconds = CONFIRMATION_SECONDS * 1_000;

/** Nobody is asked yet. */
export const createConfirming = (options: ConfirmingOptions): Confirming => {
  const { clock, people, ask, onChange, audit } = options;
  const buckets = new Map<string, Bucket>();
  let state: Confirmation | undefined;
  let untilMs: Milliseconds = 0;
  let stopAsking: () => void = () => undefined;

  const fails = ({ id, name }: SitePerson, why: ConfirmationFailure, detail = ''): void => {
    audit(`${name}: not confirmed on their own device, ${why} ${detail}`.trim());
    state = { state: 'failed', personId: id, why };
    onChange();
  };

  const settle = (person: SitePerson, outcome: Result<null, Failure>): void => {
    stopAsking = () => undefined;
    const why = outcome.ok ? options.take(person.id) : confirmationFailureOf(outcome.failure.code);
    if (why !== undefined) {
      fails(person, why, outcome.ok ? '' : outcome.failure.detail);
      return;
    }
    state = undefined;
    onChange();
  };

  const stop = (): void => {
    stopAsking();
    stopAsking = () => undefined;
    if (state === undefined) return;
    state = undefined;
    onChange();
  };

  return {
    view: () =>
      state?.state === 'waiting'
        ? { ...state, remainingMs: Math.max(0, untilMs - clock.monotonic()) }
        : state,
    stop,
    begin: (personId) => {
      const person = people.find(({ id }) => id === personId);
      if (ask === undefined || person?.nationalId === undefined) return fail(failure('NOT_ALLOWED'));
      stop();
      const taken = takeToken(CONFIRMATION_RATE, buckets.get(personId), clock.monotonic());
      buckets.set(personId, taken.bucket);
      if (!taken.within) {
        fails(person, 'too-many');
        return ok(null);
      }
      const number = options.newNumber();
      untilMs = clock.monotonic() + LASTS_MS;
      state = { state: 'waiting', personId, number, remainingMs: LASTS_MS };
      audit(`${person.name}: asked on their own device`);
      stopAsking = ask({ nationalId: person.nationalId, number }, (outcome) => settle(person, outcome));
      onChange();
      return ok(null);
    },
  };
};
