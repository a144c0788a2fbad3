import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import * as z from 'zod';

const PURPOSE = 'cabine call words 1';

const place = z.int().min(0).max(255);

/** Places of two different words in the lists of 256, the same in every language. */
export const callWordsSchema = z.tuple([place, place]).readonly();
export type CallWords = z.infer<typeof callWordsSchema>;

/**
 * The two words that both ends show: the same ones if, and only if, both speak with the same two certificates (fingerprints as
 * `fingerprintOf` gives them), up to one chance in 65 280.
 */
export const callWords = (cabin: string, physician: string): CallWords => {
  const [first = 0, ...others] = sha256(utf8ToBytes([PURPOSE, cabin, physician].join('\n')));
  return [first, others.find((other) => other !== first) ?? first];
};
