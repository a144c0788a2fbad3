import type { Locator } from 'playwright/test';

/** How many pixels of a canvas are drawn on. */
export const inkOf = (canvas: Locator): Promise<number> =>
  canvas.evaluate((element) => {
    if (!(element instanceof HTMLCanvasElement)) return 0;
    const image = element.getContext('2d')?.getImageData(0, 0, element.width, element.height);
    return image?.data.filter((byte, index) => index % 4 === 3 && byte > 0).length ?? 0;
  });
