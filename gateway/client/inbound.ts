import type * as z from 'zod';
import type { ErrorCode } from '#core/contract/error-codes.ts';
import { LARGEST_SIGNALLING_MESSAGE_BYTES, LETTER_RATE } from '#core/contract/signalling.ts';
import type { Clock } from '#core/time.ts';
import { type Bucket, takeToken } from '#core/token-bucket.ts';

/** Why a letter was not read: no JSON of its schema, larger than any may be, or above the rate of one sender. */
export type LetterFault = Extract<
  ErrorCode,
  'INVALID_MESSAGE' | 'MESSAGE_TOO_LONG' | 'MESSAGE_TOO_MANY' | 'PROTOCOL_VERSION'
>;

/** A payload that was not taken. */
export interface Dropped<Sender> {
  readonly code: LetterFault;
  readonly from: Sender;
}

/** Reads MQTT payloads as JSON of a known shape, as many of each sender as `LETTER_RATE` allows, and tells what it did not take. */
export interface Inbound<Sender> {
  /** The message, or undefined when it was dropped. */
  read<Schema extends z.ZodType>(
    schema: Schema,
    payload: Uint8Array,
    from: Sender,
  ): z.infer<Schema> | undefined;
}

export interface InboundOptions<Sender> {
  readonly clock: Pick<Clock, 'monotonic'>;
  /** One and the same for every letter of a sender. */
  readonly keyOf: (from: Sender) => string;
  readonly onDropped: (dropped: Dropped<Sender>) => void;
  /** Takes what is of no schema of ours for something else, where that can be told. */
  readonly otherwise?: (value: unknown, from: Sender) => LetterFault | undefined;
}

/** Senders are known by the broker's word; far more than ever speak to one desk. */
const SENDERS_KEPT = 512;

const decoder = new TextDecoder('utf-8', { fatal: true });
const parse = (payload: Uint8Array): unknown => {
  try {
    return JSON.parse(decoder.decode(payload));
  } catch {
    // Not UTF-8 or not JSON: of no schema, like any other stranger.
    return undefined;
  }
};

/** A reader that has heard nobody yet. */
export const createInbound = <Sender>({
  clock,
  keyOf,
  onDropped,
  otherwise = () => undefined,
}: InboundOptions<Sender>): Inbound<Sender> => {
  const buckets = new Map<string, Bucket>();
  const isWithin = (from: Sender): boolean => {
    const key = keyOf(from);
    const { within, bucket } = takeToken(LETTER_RATE, buckets.get(key), clock.monotonic());
    buckets.delete(key);
    buckets.set(key, bucket);
    const [oldest] = buckets.keys();
    if (buckets.size > SENDERS_KEPT && oldest !== undefined) buckets.delete(oldest);
    return within;
  };
  return {
    read: (schema, payload, from) => {
      const drop = (code: LetterFault): undefined => {
        onDropped({ code, from });
      };
      if (!isWithin(from)) return drop('MESSAGE_TOO_MANY');
      if (payload.length > LARGEST_SIGNALLING_MESSAGE_BYTES) return drop('MESSAGE_TOO_LONG');
      const value = parse(payload);
      const parsed = schema.safeParse(value);
      return parsed.success ? parsed.data : drop(otherwise(value, from) ?? 'INVALID_MESSAGE');
    },
  };
};
