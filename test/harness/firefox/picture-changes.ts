import { expect, type Locator } from 'playwright/test';

/** Of what the browser paints of a video, frame after frame: how many differ from the one before, and the colour in the middle. */
interface Painted {
  readonly different: number;
  readonly middle: readonly number[];
}

const LOOKS = 12;

const paint = (video: Locator): Promise<Painted> =>
  video.evaluate(async (element: HTMLVideoElement, looks) => {
    const surface = new OffscreenCanvas(160, 90).getContext('2d', { willReadFrequently: true });
    let before = '';
    let different = -1;
    let middle: number[] = [];
    for (let look = 0; look < looks; look += 1) {
      await new Promise((resolve) => element.requestVideoFrameCallback(resolve));
      surface?.drawImage(element, 0, 0, 160, 90);
      const pixels = surface?.getImageData(0, 0, 160, 90).data ?? new Uint8ClampedArray();
      const now = pixels.join();
      if (now !== before) different += 1;
      before = now;
      middle = [...pixels.subarray((45 * 160 + 80) * 4, (45 * 160 + 80) * 4 + 3)];
    }
    return { different, middle };
  }, LOOKS);

/** The pixels of a video change from frame to frame, and it is not black: a picture that is really seen, not an element that is there. */
export const picturesChange = async (video: Locator): Promise<void> => {
  await expect
    .poll(
      () => paint(video).then(({ different, middle }) => different >= LOOKS / 2 && Math.max(...middle) > 60),
      {
        timeout: 20_000,
      },
    )
    .toBe(true);
};
