import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Clock, Milliseconds } from '#core/time.ts';
import type { StaffLanguage } from '#core/visit/words.ts';

/** What the gateway remembers between sending a browser to the identity provider and its way back. */
export interface Attempt {
  readonly state: string;
  readonly nonce: string;
  /** PKCE (RFC 7636). */
  readonly verifier: string;
  readonly language: StaffLanguage;
}

/** Attempts at signing in: kept here alone, found by the browser's cookie, good once. */
export interface Attempts {
  /** Keeps it; the answer goes into the cookie. */
  keep(attempt: Attempt): string;
  /** The language of an attempt, which stays. */
  languageOf(id: string): StaffLanguage | undefined;
  /** Takes the attempt out when `state` is its own; `mismatch` leaves it, so that a forged way back spoils nothing. */
  take(id: string, state: string): Attempt | 'mismatch' | 'gone';
}

/** Long enough for a card, a telephone and a forgotten PIN. */
export const ATTEMPT_SECONDS = 600;
const MOST_ATTEMPTS = 1_000;

const digest = (text: string): Buffer => createHash('sha256').update(text, 'utf8').digest();

/** An empty memory; the oldest attempt is forgotten beyond a thousand. */
export const createAttempts = (clock: Clock): Attempts => {
  const kept = new Map<string, { readonly attempt: Attempt; readonly untilMs: Milliseconds }>();
  const find = (id: string): Attempt | undefined => {
    const found = kept.get(id);
    if (found && found.untilMs > clock.monotonic()) return found.attempt;
    kept.delete(id);
    return undefined;
  };
  return {
    keep: (attempt) => {
      const id = randomBytes(32).toString('base64url');
      kept.set(id, { attempt, untilMs: clock.monotonic() + ATTEMPT_SECONDS * 1_000 });
      const [oldest] = kept.keys();
      if (kept.size > MOST_ATTEMPTS && oldest !== undefined) kept.delete(oldest);
      return id;
    },
    languageOf: (id) => find(id)?.language,
    take: (id, state) => {
      const attempt = find(id);
      if (!attempt) return 'gone';
      if (!timingSafeEqual(digest(state), digest(attempt.state))) return 'mismatch';
      kept.delete(id);
      return attempt;
    },
  };
};
