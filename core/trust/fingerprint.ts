import { fail, ok, type Result } from '../result.ts';

/** Any line that a tolerant parser might take for a fingerprint. */
const CANDIDATE = /^\s*a\s*=\s*fingerprint/i;
/** RFC 8122 with SHA-256, as every browser writes it. */
const FINGERPRINT = /^a=fingerprint:sha-256 ([0-9A-F]{2}(?::[0-9A-F]{2}){31})$/;

export type FingerprintFault = 'missing' | 'malformed' | 'differing';

/**
 * The one DTLS certificate that a session description announces: 32 bytes in upper-case hexadecimal with colons. Every fingerprint of
 * the description must be the same one, with SHA-256: with two of them a browser could be made to take the one that was not looked at.
 */
export const fingerprintOf = (sdp: string): Result<string, FingerprintFault> => {
  const lines = sdp.split(/\r\n|\n|\r/).filter((line) => CANDIDATE.test(line));
  const [first] = lines;
  if (first === undefined) return fail('missing');
  const fingerprint = FINGERPRINT.exec(first)?.[1];
  if (fingerprint === undefined || lines.some((line) => !FINGERPRINT.test(line))) return fail('malformed');
  return lines.every((line) => line === first) ? ok(fingerprint) : fail('differing');
};
