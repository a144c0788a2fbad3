import { errors, jwtVerify, SignJWT } from 'jose';
import * as z from 'zod';
import { fail, ok, type Result } from '#core/result.ts';
import type { Clock } from '#core/time.ts';
import { RESERVED_SITE } from '../client/topics.ts';
import { type Party, subjectOf } from './rights.ts';

const ISSUER = 'cabine-gateway';
const AUDIENCE = 'cabine-broker';
const segment = z.string().regex(/^[A-Za-z0-9-]{1,64}$/);

const claimsSchema = z.intersection(
  z.object({ sub: z.string(), exp: z.number() }),
  z.discriminatedUnion('role', [
    z.object({
      role: z.literal('cabin'),
      site: segment.refine((site) => site !== RESERVED_SITE),
      cabin: segment,
    }),
    z.object({ role: z.literal('physician'), physician: segment }),
  ]),
);

export interface Verified {
  readonly party: Party;
  /** Milliseconds since 1970. */
  readonly expiresAtMs: number;
}

/** Session tokens: JWT (RFC 7519), HS256, one key for the gateway's lifetime and its restarts. */
export interface Tokens {
  issue(party: Party, lifetimeSeconds: number): Promise<string>;
  verify(token: string): Promise<Result<Verified, 'expired' | 'invalid'>>;
}

/** Tokens signed with `signingKey`, base64url of at least 32 bytes. */
export const createTokens = (signingKey: string, clock: Clock): Tokens => {
  const key = new Uint8Array(Buffer.from(signingKey, 'base64url'));
  const epochMs = (): number => Date.parse(clock.now());
  return {
    issue: (party, lifetimeSeconds) => {
      const now = Math.floor(epochMs() / 1_000);
      const own =
        party.role === 'cabin'
          ? { role: party.role, site: party.siteId, cabin: party.cabinId }
          : { role: party.role, physician: party.physicianId };
      return new SignJWT(own)
        .setProtectedHeader({ alg: 'HS256' })
        .setIssuer(ISSUER)
        .setAudience(AUDIENCE)
        .setSubject(subjectOf(party))
        .setIssuedAt(now)
        .setExpirationTime(now + lifetimeSeconds)
        .sign(key);
    },
    verify: async (token) => {
      try {
        const { payload } = await jwtVerify(token, key, {
          algorithms: ['HS256'],
          issuer: ISSUER,
          audience: AUDIENCE,
          currentDate: new Date(epochMs()),
        });
        const claims = claimsSchema.parse(payload);
        const party: Party =
          claims.role === 'cabin'
            ? { role: 'cabin', siteId: claims.site, cabinId: claims.cabin }
            : { role: 'physician', physicianId: claims.physician };
        if (claims.sub !== subjectOf(party)) return fail('invalid');
        return ok({ party, expiresAtMs: claims.exp * 1_000 });
      } catch (error) {
        return fail(error instanceof errors.JWTExpired ? 'expired' : 'invalid');
      }
    },
  };
};
