import * as z from 'zod';
import { type Failure, failure } from '#core/contract/error-codes.ts';
import {
  type KeySet,
  STATEMENT_TYPE,
  type StatementClaims,
  statementClaimsSchema,
} from '#core/contract/identity.ts';
import { fail, ok, type Result } from '#core/result.ts';
import { fromBase64url } from './base64url.ts';
import { isSignedBy } from './es256.ts';

const headerSchema = z.object({
  alg: z.literal('ES256'),
  typ: z.literal(STATEMENT_TYPE),
  kid: z.string().max(64),
});

const readPart = <Part>(schema: z.ZodType<Part>, part: string): Part | undefined => {
  const bytes = fromBase64url(part);
  if (!bytes) return undefined;
  try {
    return schema.safeParse(JSON.parse(new TextDecoder().decode(bytes))).data;
  } catch {
    return undefined;
  }
};

/** What a statement says of itself, unverified: enough to find out the time of one's own. */
export const readClaims = (statement: string): StatementClaims | undefined =>
  readPart(statementClaimsSchema, statement.split('.')[1] ?? '');

/**
 * What a statement (JWS in compact form) says, once one of the gateway's keys has verified it. PEER_UNPROVEN: it is no statement.
 * `unknown-key`: the gateway has another key than these. PEER_FORGED: its signature does not fit.
 */
export const openStatement = async (
  statement: string,
  { keys }: KeySet,
): Promise<Result<StatementClaims, Failure | 'unknown-key'>> => {
  const [first = '', second = '', signature = '', ...more] = statement.split('.');
  const header = readPart(headerSchema, first);
  const claims = readPart(statementClaimsSchema, second);
  if (!header || !claims || more.length > 0) return fail(failure('PEER_UNPROVEN', 'unreadable statement'));
  const key = keys.find(({ kid }) => kid === header.kid);
  if (!key) return fail('unknown-key');
  const signed = new TextEncoder().encode(`${first}.${second}`);
  return (await isSignedBy(key, signed, signature))
    ? ok(claims)
    : fail(failure('PEER_FORGED', 'a statement that the gateway did not sign'));
};
