import { expect, type Page } from 'playwright/test';

declare global {
  interface Window {
    testFrames?: WeakMap<HTMLVideoElement, number>;
  }
}

/**
 * Frames that the picture of the other side has shown so far, counted by the browser itself; one's own picture does not count.
 * Firefox counts none of a stream: there each frame is counted from the first look on.
 */
export const framesShown = (page: Page): Promise<number> =>
  page.evaluate(() => {
    window.testFrames ??= new WeakMap();
    const shown = window.testFrames;
    // A method: a function of its own would be named through a helper of tsx, which the page does not have when the demo plays.
    const frames = {
      watch(video: HTMLVideoElement): void {
        video.requestVideoFrameCallback(() => {
          shown.set(video, (shown.get(video) ?? 0) + 1);
          frames.watch(video);
        });
      },
    };
    const videos = [...document.querySelectorAll('video')].filter(
      (video) => video.srcObject instanceof MediaStream && video.closest('.self, .selfview') === null,
    );
    return Math.max(
      0,
      ...videos.map((video) => {
        const counted = shown.get(video);
        if (counted === undefined) {
          shown.set(video, 0);
          frames.watch(video);
        }
        return Math.max(video.getVideoPlaybackQuality().totalVideoFrames, counted ?? 0);
      }),
    );
  });

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
