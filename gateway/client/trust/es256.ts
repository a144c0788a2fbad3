import { type PublicKey, publicKeySchema } from '#core/contract/identity.ts';
import { fromBase64url, toBase64url } from './base64url.ts';

const CURVE = { name: 'ECDSA', namedCurve: 'P-256' } as const;
const ALGORITHM = { name: 'ECDSA', hash: 'SHA-256' } as const;

/** A key pair whose private half cannot leave the process, or the page, that made it. */
export interface SigningKey {
  readonly publicKey: PublicKey;
  /** A signature in base64url: 64 bytes, IEEE P1363, as JWS has it (RFC 7518, 3.4). */
  sign(bytes: Uint8Array<ArrayBuffer>): Promise<string>;
}

/** A new pair, such as a browser can keep: the private half is not extractable. */
export const createKeyPair = (): Promise<CryptoKeyPair> => crypto.subtle.generateKey(CURVE, false, ['sign']);

/** Signs with a pair that was made, or kept. */
export const signingKeyOf = async (pair: CryptoKeyPair): Promise<SigningKey> => {
  const { kty, crv, x, y } = await crypto.subtle.exportKey('jwk', pair.publicKey);
  return {
    publicKey: publicKeySchema.parse({ kty, crv, x, y }),
    sign: async (bytes) => toBase64url(await crypto.subtle.sign(ALGORITHM, pair.privateKey, bytes)),
  };
};

export const createSigningKey = async (): Promise<SigningKey> => signingKeyOf(await createKeyPair());

/** Whether the holder of `key` signed these bytes. False also for a signature, or a key, that is none. */
export const isSignedBy = async (
  key: PublicKey,
  bytes: Uint8Array<ArrayBuffer>,
  signature: string,
): Promise<boolean> => {
  const decoded = fromBase64url(signature);
  if (decoded?.length !== 64) return false;
  const { kty, crv, x, y } = key;
  try {
    const imported = await crypto.subtle.importKey('jwk', { kty, crv, x, y }, CURVE, false, ['verify']);
    return await crypto.subtle.verify(ALGORITHM, imported, decoded, bytes);
  } catch {
    return false;
  }
};
