import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import * as z from 'zod';

/** SHA-256 of the canonical JSON of a value, 64 hexadecimal digits. */
export const contentHashSchema = z.string().regex(/^[0-9a-f]{64}$/);
export type ContentHash = z.infer<typeof contentHashSchema>;

const inOrder = (_key: string, value: unknown): unknown =>
  value === null || typeof value !== 'object' || Array.isArray(value)
    ? value
    : Object.fromEntries(Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1)));

/**
 * JSON in one way only: keys in the order of their UTF-16 units, no blanks, absent where undefined. Two sides that hold the same value
 * write the same text, whatever order they built it in.
 */
export const canonicalJson = (value: unknown): string => JSON.stringify(value, inOrder) ?? '';

/** What both sides compute of a value, to prove that they show the same one. */
export const contentHash = (value: unknown): ContentHash =>
  bytesToHex(sha256(utf8ToBytes(canonicalJson(value))));
