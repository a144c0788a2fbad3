import type { IncomingMessage } from 'node:http';
import { fail, ok, type Result } from '#core/result.ts';
import type { Clock } from '#core/time.ts';
import type { Rate } from '#core/token-bucket.ts';
import type { Party } from '../accounts/rights.ts';
import type { Tokens, Verified } from '../accounts/tokens.ts';
import { createBuckets } from '../rate-limit.ts';
import { type Answer, refusal } from './answer.ts';
import { isSameOrigin } from './origin.ts';

const MOST_PHYSICIANS = 1_000;

/** Who asks: the token's physician and session, and until when it is good. */
export type SignedIn = Omit<Verified, 'party'> & {
  readonly party: Extract<Party, { readonly role: 'physician' }>;
};

/** Recognizes a physician's page by its token (`Authorization: Bearer`), and counts its requests against `rate`; else fails with the answer. */
export const createSignedIn = (tokens: Pick<Tokens, 'verify'>, rate: Rate, clock: Clock) => {
  const bucketOf = createBuckets(rate, MOST_PHYSICIANS, clock);
  return async (request: IncomingMessage): Promise<Result<SignedIn, Answer>> => {
    if (!isSameOrigin(request)) return fail(refusal(403, 'NOT_ALLOWED'));
    const [, token = ''] = /^Bearer (\S{1,4096})$/.exec(request.headers.authorization ?? '') ?? [];
    const verified = await tokens.verify(token);
    if (!verified.ok) return fail(refusal(401, 'SESSION_EXPIRED'));
    const { party, ...rest } = verified.value;
    if (party.role !== 'physician') return fail(refusal(401, 'SESSION_EXPIRED'));
    if (!bucketOf(party.physicianId).take()) return fail(refusal(429, 'NOT_NOW'));
    return ok({ ...rest, party });
  };
};
