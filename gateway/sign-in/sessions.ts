import { randomUUID } from 'node:crypto';
import { jwtVerify, SignJWT } from 'jose';
import * as z from 'zod';
import type { Clock, Milliseconds } from '#core/time.ts';
import { type PhysicianCard, physicianCardSchema } from '#core/visit/words.ts';

/** Somebody whose profession the identity provider has vouched for. */
export interface Physician {
  /** Segment of topics, and the same at each sign-in. */
  readonly physicianId: string;
  readonly card: PhysicianCard;
}

export interface WorkingSession extends Physician {
  readonly sessionId: string;
}

/** A physician's working day, in seconds: as long as the tokens of it may be renewed. */
export const SESSION_SECONDS = 12 * 3_600;
/** More sessions than this are not remembered as ended; the oldest end has long expired by then. */
const MOST_ENDED = 10_000;

const ISSUER = 'cabine-gateway';
const AUDIENCE = 'cabine-session';
const claimsSchema = z.object({
  jti: z.uuid(),
  physician: z.string().regex(/^[A-Za-z0-9-]{1,64}$/),
  card: physicianCardSchema,
});

/**
 * Sessions of physicians. A session is a signed value in a cookie that scripts cannot read, so that it outlives the gateway's process;
 * what is remembered here is only which ones were ended before their time.
 */
export interface Sessions {
  /** A new session and the value of its cookie. */
  open(physician: Physician): Promise<{ readonly session: WorkingSession; readonly cookie: string }>;
  /** The session of a cookie; undefined when it is forged, expired or ended. */
  find(cookie: string): Promise<WorkingSession | undefined>;
  end(sessionId: string): void;
  isEnded(sessionId: string): boolean;
}

/** Sessions signed with `signingKey`, base64url of at least 32 bytes. */
export const createSessions = (signingKey: string, clock: Clock): Sessions => {
  const key = new Uint8Array(Buffer.from(signingKey, 'base64url'));
  const ended = new Map<string, Milliseconds>();
  const epochMs = (): number => Date.parse(clock.now());
  const isEnded = (sessionId: string): boolean => ended.has(sessionId);
  return {
    open: async (physician) => {
      const now = Math.floor(epochMs() / 1_000);
      const session: WorkingSession = { ...physician, sessionId: randomUUID() };
      const cookie = await new SignJWT({ physician: physician.physicianId, card: physician.card })
        .setProtectedHeader({ alg: 'HS256' })
        .setIssuer(ISSUER)
        .setAudience(AUDIENCE)
        .setJti(session.sessionId)
        .setIssuedAt(now)
        .setExpirationTime(now + SESSION_SECONDS)
        .sign(key);
      return { session, cookie };
    },
    find: async (cookie) => {
      try {
        const { payload } = await jwtVerify(cookie, key, {
          algorithms: ['HS256'],
          issuer: ISSUER,
          audience: AUDIENCE,
          currentDate: new Date(epochMs()),
        });
        const { jti, physician, card } = claimsSchema.parse(payload);
        return isEnded(jti) ? undefined : { sessionId: jti, physicianId: physician, card };
      } catch {
        return undefined;
      }
    },
    end: (sessionId) => {
      for (const [id, untilMs] of ended) if (untilMs < clock.monotonic()) ended.delete(id);
      ended.set(sessionId, clock.monotonic() + SESSION_SECONDS * 1_000);
      const [oldest] = ended.keys();
      if (ended.size > MOST_ENDED && oldest !== undefined) ended.delete(oldest);
    },
    isEnded,
  };
};
