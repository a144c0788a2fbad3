import type { Page } from 'playwright';

/** How far the clock of a page is ahead of ours, in ms, and how wrong that can be at most (half the shortest round trip). */
export interface ClockOffset {
  readonly aheadMs: number;
  readonly uncertaintyMs: number;
}

const PINGS = 200;

/** Our clock: milliseconds since 1970 when this process began, then monotonic. Pages have the same, since they were loaded. */
export const ourClock = (): number => performance.timeOrigin + performance.now();

/** Compares a page's clock with ours by many pings, of which the quickest counts: it waited nowhere. */
export const compareClocks = async (page: Page): Promise<ClockOffset> => {
  let best = { roundTripMs: Number.POSITIVE_INFINITY, aheadMs: 0 };
  for (let ping = 0; ping < PINGS; ping += 1) {
    const sent = ourClock();
    const there = await page.evaluate(() => performance.timeOrigin + performance.now());
    const back = ourClock();
    if (back - sent < best.roundTripMs) {
      best = { roundTripMs: back - sent, aheadMs: there - (sent + back) / 2 };
    }
  }
  return { aheadMs: best.aheadMs, uncertaintyMs: best.roundTripMs / 2 };
};
