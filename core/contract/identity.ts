import * as z from 'zod';
import { physicianCardSchema } from '../visit/words.ts';
import type { ErrorCode, Failure } from './error-codes.ts';

/**
 * Who is at the other end of a call, as the gateway states it. A statement is a JWT (RFC 7519, ES256) that binds a public key to a
 * cabin, a physician or a guest (`cnf`, RFC 7800); it is shown to the peer, which the broker's session token never is.
 */

/** A coordinate or a scalar of P-256: 32 bytes. */
const field = z.base64url().length(43);

/** A public key, ECDSA P-256, as JWK (RFC 7517). */
export const publicKeySchema = z.strictObject({
  kty: z.literal('EC'),
  crv: z.literal('P-256'),
  x: field,
  y: field,
});
export type PublicKey = z.infer<typeof publicKeySchema>;

/** The gateway's own key pair: it signs statements and nothing else. */
export const privateKeySchema = publicKeySchema.extend({ d: field });
export type PrivateKey = z.infer<typeof privateKeySchema>;

/** `GET /keys` of the gateway: what its statements are verified with (JWKS). */
export const keySetSchema = z.strictObject({
  keys: z
    .array(
      publicKeySchema.extend({ kid: z.string().max(64), alg: z.literal('ES256'), use: z.literal('sig') }),
    )
    .min(1)
    .max(8),
});
export type KeySet = z.infer<typeof keySetSchema>;

/**
 * `POST /identity` of the gateway, with the session token as `Authorization: Bearer`; `POST /guest/identity` with the cookie of whoever came
 * in with a link.
 */
export const identityRequestSchema = z.strictObject({ key: publicKeySchema });
export const identityReplySchema = z.strictObject({ statement: z.string().max(4_096) });

export const STATEMENT_ISSUER = 'cabine-gateway';
export const STATEMENT_AUDIENCE = 'cabine-peer';
/** The `typ` of a statement's header: no other token of the gateway can pass for one. */
export const STATEMENT_TYPE = 'cabine-identity+jwt';

const id = z.string().regex(/^[A-Za-z0-9-]{1,64}$/);
const common = {
  iss: z.literal(STATEMENT_ISSUER),
  aud: z.literal(STATEMENT_AUDIENCE),
  sub: z.string(),
  /** Seconds since 1970. */
  iat: z.int(),
  exp: z.int(),
  /** The key that its holder signs proofs with. */
  cnf: z.strictObject({ jwk: publicKeySchema }),
};

/** What a statement says. */
export const statementClaimsSchema = z.discriminatedUnion('role', [
  z.strictObject({ ...common, role: z.literal('cabin'), site: id, cabin: id }),
  z.strictObject({ ...common, role: z.literal('physician'), physician: id, card: physicianCardSchema }),
  /** Who came in with one link; nobody vouches for the name that they gave. */
  z.strictObject({ ...common, role: z.literal('guest'), site: id, cabin: id, guest: id }),
]);
export type StatementClaims = z.infer<typeof statementClaimsSchema>;

/** What goes with every session description: who made it, and their signature (ECDSA P-256, SHA-256, IEEE P1363) over `proofBytes`. */
export const proofSchema = z.strictObject({
  statement: z.string().max(4_096),
  signature: z.base64url().length(86),
});
export type Proof = z.infer<typeof proofSchema>;

/** Why a description was not taken. */
const PEER_REFUSALS = [
  'PEER_UNPROVEN',
  'PEER_FORGED',
  'PEER_STATEMENT_EXPIRED',
  'PEER_CLOCK',
] as const satisfies readonly ErrorCode[];
export const peerRefusalSchema = z.enum(PEER_REFUSALS);
export type PeerRefusal = z.infer<typeof peerRefusalSchema>;

/** The code of a failure, when it is that the other end is not proven. */
export const peerRefusalOf = (failure: Failure | undefined): PeerRefusal | undefined =>
  peerRefusalSchema.safeParse(failure?.code).data;
