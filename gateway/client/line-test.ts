import { blockRate, LINE_TEST, LINE_TEST_PATH, type LineMeasure } from '#core/call/line-test.ts';
import { type Failure, failure } from '#core/contract/error-codes.ts';
import { fail, ok, type Result } from '#core/result.ts';
import type { Clock, Milliseconds } from '#core/time.ts';

/** `fetch` of the browser or of Node. */
export type LineFetch = (url: string, init?: RequestInit) => Promise<Response>;

interface LineTestOptions {
  readonly fetch: LineFetch;
  /** Of the gateway, without a path: `https://gateway.example`; empty for the page's own. */
  readonly gateway: string;
  readonly clock: Clock;
  /** So many bytes that no way packs. */
  readonly noise: (bytes: number) => Uint8Array<ArrayBuffer>;
  /** Ends the test early, as one that failed: the line is needed. */
  readonly stop?: AbortSignal;
}

/** Counts what comes until the end or the deadline. */
const readAll = async (response: Response, count: (bytes: number) => void): Promise<void> => {
  const reader = response.body?.getReader();
  for (;;) {
    const part = await reader?.read();
    if (part === undefined || part.done) return;
    count(part.value.length);
  }
};

/**
 * Measures round trip, down and up rate to the gateway, in a few seconds and under a megabyte; it stops early on a thin line.
 * GATEWAY_LOST when the gateway does not answer or refuses.
 */
export const measureLine = async (options: LineTestOptions): Promise<Result<LineMeasure, Failure>> => {
  const { clock } = options;
  const url = options.gateway + LINE_TEST_PATH;

  /** How long one exchange takes, and how many bytes of an answer came before its deadline. */
  const exchange = async (query: string, init: RequestInit, leftMs: Milliseconds) => {
    const giveUp = new AbortController();
    const cancel = clock.after(leftMs, () => giveUp.abort());
    const began = clock.monotonic();
    let came = 0;
    try {
      const response = await options.fetch(url + query, {
        ...init,
        cache: 'no-store',
        signal: options.stop ? AbortSignal.any([giveUp.signal, options.stop]) : giveUp.signal,
      });
      if (!response.ok) throw new Error(`status ${response.status}`);
      await readAll(response, (bytes) => {
        came += bytes;
      });
    } catch (error) {
      if (!giveUp.signal.aborted) throw error;
    } finally {
      cancel();
    }
    return { tookMs: clock.monotonic() - began, came, cut: giveUp.signal.aborted };
  };

  const roundTrip = async (): Promise<Milliseconds> => {
    const times: Milliseconds[] = [];
    for (let turn = 0; turn < LINE_TEST.roundTrips; turn += 1) {
      const { tookMs, cut } = await exchange('?bytes=0', {}, LINE_TEST.longestMs);
      if (cut) throw new Error('no answer');
      times.push(tookMs);
    }
    return Math.min(...times);
  };

  const rate = async (roundTripMs: Milliseconds, way: 'down' | 'up'): Promise<number> => {
    /** Of all blocks that can tell: what was lost on the way delays a block by seconds, and nothing makes one quicker than its line. */
    let best = 0;
    let last = 0;
    let leftMs: Milliseconds = LINE_TEST.longestMs + roundTripMs;
    for (const [turn, bytes] of LINE_TEST.blocks.entries()) {
      const [query, init]: [string, RequestInit] =
        way === 'down' ? [`?bytes=${bytes}`, {}] : ['', { method: 'POST', body: options.noise(bytes) }];
      const { tookMs, came, cut } = await exchange(query, init, leftMs);
      // Of what was sent before the deadline nobody knows how much arrived: the block before tells, or that it was less than this.
      if (cut) {
        const partial = way === 'down' ? blockRate(came, tookMs, roundTripMs) : 0;
        return Math.max(best, partial) || last || blockRate(bytes, tookMs, 0);
      }
      last = blockRate(bytes, tookMs, roundTripMs);
      if (tookMs - roundTripMs >= LINE_TEST.tellingMs) best = Math.max(best, last);
      leftMs -= tookMs;
      if ((turn > 0 && tookMs - roundTripMs >= LINE_TEST.enoughMs) || leftMs <= roundTripMs) break;
    }
    return best || last;
  };

  try {
    const roundTripMs = await roundTrip();
    const downBps = await rate(roundTripMs, 'down');
    const upBps = await rate(roundTripMs, 'up');
    return ok({ roundTripMs, downBps, upBps });
  } catch (error) {
    return fail(failure('GATEWAY_LOST', error instanceof Error ? error.message : undefined));
  }
};
