import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { PublicKey } from '../contract/identity.ts';
import { keyId } from './key-id.ts';

/** What the gateway asks a tablet to answer to: once for each connection, and again after a while. */
export interface TabletChallenge {
  readonly nonce: string;
  /** SHA-256 of the authority's certificate, as the cabin shows it beside the code. */
  readonly fingerprint: string;
}

/**
 * That whoever holds `key` reads the code on the cabin's screen: HMAC-SHA-256 under the code, 64 hexadecimal digits. It binds code, key,
 * challenge and authority together, so that it serves no other key and no other moment.
 */
export const pairingProof = (
  digits: string,
  { nonce, fingerprint }: TabletChallenge,
  key: PublicKey,
): string =>
  bytesToHex(
    hmac(
      sha256,
      utf8ToBytes(digits),
      utf8ToBytes(`cabine tablet pairing 1\n${nonce}\n${fingerprint}\n${keyId(key)}`),
    ),
  );

/** What a paired tablet signs with its own key to be recognized. */
export const sessionBytes = (
  { nonce, fingerprint }: TabletChallenge,
  pairing: string,
): Uint8Array<ArrayBuffer> =>
  new Uint8Array(utf8ToBytes(`cabine tablet session 1\n${nonce}\n${fingerprint}\n${pairing}`));
