import type { Page } from 'playwright';
import { lendNames } from './lend-names.ts';

declare global {
  interface Window {
    /** Times of the page's clock, filled by the watch of the bench. */
    benchCall?: { touchedAtMs?: number; frameAtMs?: number };
  }
}

/** Notes the next touch, and the first frame of the other side's picture that is presented. */
export const watchFirstFrame = async (page: Page): Promise<void> => {
  await lendNames(page);
  await page.evaluate(() => {
    const times: NonNullable<Window['benchCall']> = {};
    window.benchCall = times;
    const touch = ({ timeStamp }: Event): void => {
      times.touchedAtMs ??= performance.timeOrigin + timeStamp;
    };
    window.addEventListener('pointerup', touch, { capture: true, once: true });
    const watched = new WeakSet<HTMLVideoElement>();
    const look = (): void => {
      for (const video of document.querySelectorAll('video')) {
        if (watched.has(video) || video.closest('.self, .selfview') !== null) continue;
        watched.add(video);
        const seen = (): void => {
          // A frame that arrives before its element is shown was seen by nobody.
          if (video.checkVisibility()) times.frameAtMs ??= performance.timeOrigin + performance.now();
          else if (video.isConnected) video.requestVideoFrameCallback(seen);
        };
        video.requestVideoFrameCallback(seen);
      }
      if (times.frameAtMs === undefined) requestAnimationFrame(look);
    };
    look();
  });
};

const FRAME_WITHIN_MS = 30_000;

/** When the watched page presented the frame, on its clock. */
export const firstFrameAt = async (page: Page): Promise<number> => {
  const handle = await page.waitForFunction(() => window.benchCall?.frameAtMs, undefined, {
    timeout: FRAME_WITHIN_MS,
  });
  return (await handle.jsonValue()) ?? Number.NaN;
};

export const touchedAt = (page: Page): Promise<number> =>
  page.evaluate(() => window.benchCall?.touchedAtMs ?? Number.NaN);
