import { calculateJwkThumbprint, importJWK, SignJWT } from 'jose';
import {
  type KeySet,
  type PrivateKey,
  type PublicKey,
  STATEMENT_AUDIENCE,
  STATEMENT_ISSUER,
  STATEMENT_TYPE,
} from '#core/contract/identity.ts';
import { assertNever, fail, ok, type Result } from '#core/result.ts';
import type { Clock } from '#core/time.ts';
import type { PhysicianCard } from '#core/visit/words.ts';
import { type Subject, subjectOf } from './rights.ts';

/** A holder renews at half of it; a gateway that is away for a few minutes stops no call. Seconds. */
const STATEMENT_SECONDS = 15 * 60;

/** Whom a statement is about; a physician's holds the card that the patient is shown. */
export type Stated =
  | Exclude<Subject, { readonly role: 'physician' }>
  | (Extract<Subject, { readonly role: 'physician' }> & { readonly card: PhysicianCard });

const ownClaims = (stated: Stated) => {
  switch (stated.role) {
    case 'cabin':
      return { role: stated.role, site: stated.siteId, cabin: stated.cabinId };
    case 'physician':
      return { role: stated.role, physician: stated.physicianId, card: stated.card };
    case 'guest':
      return { role: stated.role, site: stated.siteId, cabin: stated.cabinId, guest: stated.guestId };
    default:
      return assertNever(stated);
  }
};

/** Signs who holds which key, for the other end of a call to verify. */
export interface IdentityStatements {
  /** Fails with `invalid-key` when the key is no point of the curve. */
  issue(stated: Stated, key: PublicKey): Promise<Result<string, 'invalid-key'>>;
  readonly keys: KeySet;
}

/** Statements signed with `privateKey`; see `IdentityStatements`. */
export const createIdentityStatements = async (
  privateKey: PrivateKey,
  clock: Clock,
): Promise<IdentityStatements> => {
  const { d: _secret, ...publicKey } = privateKey;
  const kid = await calculateJwkThumbprint(publicKey);
  const signer = await importJWK(privateKey, 'ES256');
  return {
    keys: { keys: [{ ...publicKey, kid, alg: 'ES256', use: 'sig' }] },
    issue: async (stated, key) => {
      try {
        await importJWK(key, 'ES256');
      } catch {
        return fail('invalid-key');
      }
      const now = Math.floor(Date.parse(clock.now()) / 1_000);
      const statement = await new SignJWT({ ...ownClaims(stated), cnf: { jwk: key } })
        .setProtectedHeader({ alg: 'ES256', typ: STATEMENT_TYPE, kid })
        .setIssuer(STATEMENT_ISSUER)
        .setAudience(STATEMENT_AUDIENCE)
        .setSubject(subjectOf(stated))
        .setIssuedAt(now)
        .setExpirationTime(now + STATEMENT_SECONDS)
        .sign(signer);
      return ok(statement);
    },
  };
};
