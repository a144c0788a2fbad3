import type { Page } from 'playwright';
import { lendNames } from './lend-names.ts';

declare global {
  interface Window {
    /** What one end of a compared call sends, and where it shows the other. */
    benchMedia?: {
      readonly stream: MediaStream;
      readonly show: (remote: MediaStream | null) => void;
      /** The page's time of the first frame of the other side. */
      readonly firstFrame: Promise<number>;
      readonly close: () => void;
    };
  }
}

/** Opens camera and microphone as the cabin asks for them, and a picture on the page. */
export const openBenchMedia = async (page: Page): Promise<void> => {
  await lendNames(page);
  await page.evaluate(async () => {
    const stream = await navigator.mediaDevices.getUserMedia({
      audio: { echoCancellation: true, noiseSuppression: true, autoGainControl: true },
      video: { width: { ideal: 1_280 }, height: { ideal: 720 }, frameRate: { ideal: 25, max: 30 } },
    });
    const video = document.createElement('video');
    Object.assign(video, { autoplay: true, muted: true, width: 640, height: 480 });
    Object.assign(video.style, { position: 'fixed', inset: '0 auto auto 0', zIndex: '10' });
    document.body.append(video);
    window.benchMedia = {
      stream,
      show: (remote) => {
        if (video.srcObject !== remote) video.srcObject = remote;
      },
      firstFrame: new Promise<number>((resolve, reject) => {
        setTimeout(() => reject(new Error('no frame within 30 s')), 30_000);
        video.requestVideoFrameCallback(() => resolve(performance.timeOrigin + performance.now()));
      }),
      close: () => {
        for (const track of stream.getTracks()) track.stop();
        video.remove();
      },
    };
  });
};

export const closeBenchMedia = (page: Page): Promise<void> => page.evaluate(() => window.benchMedia?.close());

/** When the page presented the first frame of the other side, on its clock. */
export const benchFrame = (page: Page): Promise<number> =>
  page.evaluate(() => window.benchMedia?.firstFrame ?? Number.NaN);

/** A compared call: times of its beginning and of the first frame on each side, on the pages' clocks. */
export interface ComparedCall {
  readonly beganAt: number;
  readonly callerSees: number;
  readonly calledSees: number;
}
