import type { Failure } from '../contract/error-codes.ts';
import { failure } from '../contract/error-codes.ts';
import type { PublicKey, StatementClaims } from '../contract/identity.ts';
import { fail, ok, type Result } from '../result.ts';

/** Who is to be at the other end. */
export type Person =
  | { readonly role: 'cabin'; readonly siteId: string; readonly cabinId: string }
  | { readonly role: 'physician'; readonly physicianId: string };

/** How much two looks at the gateway's clock may differ. Milliseconds. */
export const TOLERANCE_MS = 60_000;

/**
 * Whether a statement that the gateway signed is about `expected` and holds at `nowMs` (milliseconds since 1970 by the gateway's own
 * clock); gives the key that its holder signs with. PEER_FORGED: it is about somebody else. PEER_STATEMENT_EXPIRED. PEER_CLOCK: it
 * is from the future, so the clock it was judged by is wrong.
 */
export const judgeStatement = (
  claims: StatementClaims,
  expected: Person,
  nowMs: number,
): Result<PublicKey, Failure> => {
  const same =
    claims.role === 'cabin'
      ? expected.role === 'cabin' && claims.site === expected.siteId && claims.cabin === expected.cabinId
      : expected.role === 'physician' && claims.physician === expected.physicianId;
  if (!same) return fail(failure('PEER_FORGED', `a statement about ${claims.sub}`));
  const age = Math.round(nowMs / 1_000) - claims.iat;
  if (claims.iat * 1_000 > nowMs + TOLERANCE_MS) return fail(failure('PEER_CLOCK', `issued in ${-age} s`));
  if (claims.exp * 1_000 + TOLERANCE_MS <= nowMs)
    return fail(failure('PEER_STATEMENT_EXPIRED', `issued ${age} s ago`));
  return ok(claims.cnf.jwk);
};
