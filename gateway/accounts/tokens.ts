import { errors, jwtVerify, SignJWT } from 'jose';
import * as z from 'zod';
import { assertNever, fail, ok, type Result } from '#core/result.ts';
import type { Clock } from '#core/time.ts';
import { physicianCardSchema } from '#core/visit/words.ts';
import { RESERVED_SITE } from '../client/topics.ts';
import { type Party, subjectOf } from './rights.ts';

const ISSUER = 'cabine-gateway';
const AUDIENCE = 'cabine-broker';
const segment = z.string().regex(/^[A-Za-z0-9-]{1,64}$/);

const sessionSchema = z.object({ id: z.uuid(), card: physicianCardSchema });

const claimsSchema = z.intersection(
  z.object({ sub: z.string(), exp: z.number() }),
  z.discriminatedUnion('role', [
    z.object({
      role: z.literal('cabin'),
      site: segment.refine((site) => site !== RESERVED_SITE),
      cabin: segment,
    }),
    z.object({ role: z.literal('guest'), site: segment, cabin: segment, guest: segment }),
    z.object({
      role: z.literal('physician'),
      site: segment,
      cabin: segment,
      physician: segment,
      session: sessionSchema.optional(),
    }),
  ]),
);

export type TokenSession = z.infer<typeof sessionSchema>;

export interface Verified {
  readonly party: Party;
  /** Milliseconds since 1970. */
  readonly expiresAtMs: number;
  /** The physician's session that the token belongs to, with the card that a patient is shown. */
  readonly session?: TokenSession;
  /** What ends the token before its time when it ends: a physician's session, a guest's stay. */
  readonly sessionId: string | undefined;
}

/** Session tokens: JWT (RFC 7519), HS256, one key for the gateway's lifetime and its restarts. */
export interface Tokens {
  issue(party: Party, lifetimeSeconds: number, session?: TokenSession): Promise<string>;
  verify(token: string): Promise<Result<Verified, 'expired' | 'invalid'>>;
}

const ownClaims = (party: Party, session: TokenSession | undefined) => {
  switch (party.role) {
    case 'cabin':
      return { role: party.role, site: party.siteId, cabin: party.cabinId };
    case 'physician':
      return {
        role: party.role,
        site: party.siteId,
        cabin: party.cabinId,
        physician: party.physicianId,
        ...(session && { session }),
      };
    case 'guest':
      return { role: party.role, site: party.siteId, cabin: party.cabinId, guest: party.guestId };
    default:
      return assertNever(party);
  }
};

const partyOf = (claims: z.infer<typeof claimsSchema>): Party => {
  switch (claims.role) {
    case 'cabin':
      return { role: claims.role, siteId: claims.site, cabinId: claims.cabin };
    case 'physician':
      return {
        role: claims.role,
        siteId: claims.site,
        cabinId: claims.cabin,
        physicianId: claims.physician,
      };
    case 'guest':
      return { role: claims.role, siteId: claims.site, cabinId: claims.cabin, guestId: claims.guest };
    default:
      return assertNever(claims);
  }
};

/**
 * Tokens signed with `signingKey`, base64url of at least 32 bytes. One whose session was ended, or whose guest is not expected any more, is
 * expired before its time.
 */
export const createTokens = (
  signingKey: string,
  clock: Clock,
  isEnded: (sessionId: string) => boolean = () => false,
  isGuest: (guestId: string) => boolean = () => false,
): Tokens => {
  const key = new Uint8Array(Buffer.from(signingKey, 'base64url'));
  const epochMs = (): number => Date.parse(clock.now());
  return {
    issue: (party, lifetimeSeconds, session) => {
      const now = Math.floor(epochMs() / 1_000);
      return new SignJWT(ownClaims(party, session))
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
        const party = partyOf(claims);
        if (claims.sub !== subjectOf(party)) return fail('invalid');
        const session = claims.role === 'physician' ? claims.session : undefined;
        if (session && isEnded(session.id)) return fail('expired');
        if (party.role === 'guest' && !isGuest(party.guestId)) return fail('expired');
        return ok({
          party,
          expiresAtMs: claims.exp * 1_000,
          sessionId: party.role === 'guest' ? party.guestId : session?.id,
          ...(session && { session }),
        });
      } catch (error) {
        return fail(error instanceof errors.JWTExpired ? 'expired' : 'invalid');
      }
    },
  };
};
