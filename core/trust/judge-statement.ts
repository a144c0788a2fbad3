import type { Failure } from '../contract/error-codes.ts';
import { failure } from '../contract/error-codes.ts';
import type { PublicKey, StatementClaims } from '../contract/identity.ts';
import { assertNever, fail, ok, type Result } from '../result.ts';

/** Who is to be at the other end. */
export type Person =
  | { readonly role: 'cabin'; readonly siteId: string; readonly cabinId: string }
  | { readonly role: 'physician'; readonly physicianId: string }
  | { readonly role: 'guest'; readonly siteId: string; readonly cabinId: string; readonly guestId: string };

/** How much two looks at the gateway's clock may differ. Milliseconds. */
export const TOLERANCE_MS = 60_000;

const isAbout = (claims: StatementClaims, expected: Person): boolean => {
  switch (claims.role) {
    case 'cabin':
      return (
        expected.role === 'cabin' && claims.site === expected.siteId && claims.cabin === expected.cabinId
      );
    case 'physician':
      return expected.role === 'physician' && claims.physician === expected.physicianId;
    case 'guest':
      return (
        expected.role === 'guest' &&
        claims.site === expected.siteId &&
        claims.cabin === expected.cabinId &&
        claims.guest === expected.guestId
      );
    default:
      return assertNever(claims);
  }
};

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
  if (!isAbout(claims, expected)) return fail(failure('PEER_FORGED', `a statement about ${claims.sub}`));
  const age = Math.round(nowMs / 1_000) - claims.iat;
  if (claims.iat * 1_000 > nowMs + TOLERANCE_MS) return fail(failure('PEER_CLOCK', `issued in ${-age} s`));
  if (claims.exp * 1_000 + TOLERANCE_MS <= nowMs)
    return fail(failure('PEER_STATEMENT_EXPIRED', `issued ${age} s ago`));
  return ok(claims.cnf.jwk);
};
