import { expect, type Page } from 'playwright/test';

/** Frames that the picture of the other side has shown so far, counted by the browser itself; one's own picture does not count. */
export const framesShown = (page: Page): Promise<number> =>
  page.evaluate(() =>
    Math.max(
      0,
      ...[...document.querySelectorAll('video')]
        .filter(
          (video) => video.srcObject instanceof MediaStream && video.closest('.self, .selfview') === null,
        )
        .map((video) => video.getVideoPlaybackQuality().totalVideoFrames),
    ),
  );

/** Waits until `count` more frames have been shown, also when the picture begins anew meanwhile; gives how many were. */
export const seesMoving = async (page: Page, count = 20): Promise<number> => {
  let last = await framesShown(page);
  let seen = 0;
  const look = async (): Promise<number> => {
    const now = await framesShown(page);
    seen += now < last ? now : now - last;
    last = now;
    return seen;
  };
  await expect.poll(look, { timeout: 30_000 }).toBeGreaterThan(count);
  return seen;
};
