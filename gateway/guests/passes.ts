import { jwtVerify, SignJWT } from 'jose';
import * as z from 'zod';
import type { Clock } from '#core/time.ts';

/** The longest stay of a guest, in seconds: longer than any consultation. */
export const PASS_SECONDS = 4 * 3_600;
const ISSUER = 'cabine-gateway';
const AUDIENCE = 'cabine-guest';
const claimsSchema = z.object({ jti: z.string() });

/**
 * What a guest's browser keeps, in a cookie that no script can read, so that the page can be loaded again although the link is used up. It
 * is good for asking for tokens, and for nothing else.
 */
export interface Passes {
  issue(guestId: string): Promise<string>;
  /** The guest; undefined when the pass is forged or expired. */
  read(pass: string): Promise<string | undefined>;
}

/** Passes signed with `signingKey`, base64url of at least 32 bytes. */
export const createPasses = (signingKey: string, clock: Clock): Passes => {
  const key = new Uint8Array(Buffer.from(signingKey, 'base64url'));
  const epochMs = (): number => Date.parse(clock.now());
  return {
    issue: (guestId) => {
      const now = Math.floor(epochMs() / 1_000);
      return new SignJWT({})
        .setProtectedHeader({ alg: 'HS256' })
        .setIssuer(ISSUER)
        .setAudience(AUDIENCE)
        .setJti(guestId)
        .setIssuedAt(now)
        .setExpirationTime(now + PASS_SECONDS)
        .sign(key);
    },
    read: async (pass) => {
      try {
        const { payload } = await jwtVerify(pass, key, {
          algorithms: ['HS256'],
          issuer: ISSUER,
          audience: AUDIENCE,
          currentDate: new Date(epochMs()),
        });
        return claimsSchema.parse(payload).jti;
      } catch {
        return undefined;
      }
    },
  };
};
