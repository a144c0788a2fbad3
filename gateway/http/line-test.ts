import { randomFillSync } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { LINE_TEST } from '#core/call/line-test.ts';
import type { Clock } from '#core/time.ts';
import { createBuckets } from '../rate-limit.ts';

/** Requests of one address: three tests at once, one more each 20 s. */
const LINE_TEST_RATE = { burst: 30, perSecond: 0.5 };
const MOST_ADDRESSES = 1_000;

/** Bytes to give back, how many were taken, or that the request was refused with this status. */
export type LineTestAnswer =
  | { readonly type: 'bytes'; readonly bytes: Buffer }
  | { readonly type: 'taken'; readonly bytes: number }
  | { readonly type: 'refused'; readonly status: 400 | 413 | 429 };

/** What one address may ask, within its rate; `addressOf` tells it behind a proxy too. */
export const createLineTest = (addressOf: (request: IncomingMessage) => string, clock: Clock) => {
  const bucketOf = createBuckets(LINE_TEST_RATE, MOST_ADDRESSES, clock);
  // Random, so that nothing on the way packs it; made once.
  const noise = randomFillSync(Buffer.alloc(LINE_TEST.largestBytes));

  const give = (query: string): LineTestAnswer => {
    const asked = /^bytes=(\d{1,7})$/.exec(query)?.[1];
    if (asked === undefined) return { type: 'refused', status: 400 };
    const bytes = Number(asked);
    if (bytes > LINE_TEST.largestBytes) return { type: 'refused', status: 413 };
    return { type: 'bytes', bytes: noise.subarray(0, bytes) };
  };

  const take = async (request: IncomingMessage): Promise<LineTestAnswer> => {
    let bytes = 0;
    for await (const part of request) {
      if (part instanceof Buffer) bytes += part.length;
      if (bytes > LINE_TEST.largestBytes) return { type: 'refused', status: 413 };
    }
    return { type: 'taken', bytes };
  };

  return (request: IncomingMessage, query: string): Promise<LineTestAnswer> | LineTestAnswer => {
    if (!bucketOf(addressOf(request)).take()) return { type: 'refused', status: 429 };
    if (request.method === 'POST') return take(request);
    return request.method === 'GET' ? give(query) : { type: 'refused', status: 400 };
  };
};
