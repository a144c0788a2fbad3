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

/** Waits until `count` more frames have been shown; gives how many were. */
export const seesMoving = async (page: Page, count = 20): Promise<number> => {
  const before = await framesShown(page);
  await expect.poll(() => framesShown(page), { timeout: 30_000 }).toBeGreaterThan(before + count);
  return (await framesShown(page)) - before;
};

/** Live camera and microphone tracks of the page. */
export const liveTracks = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      [...document.querySelectorAll('video')].flatMap((video) =>
        video.srcObject instanceof MediaStream
          ? video.srcObject.getTracks().filter(({ readyState }) => readyState === 'live')
          : [],
      ).length,
  );
