import { readFile, writeFile } from 'node:fs/promises';
import type { Page } from 'playwright';
import { inProject } from '#test/harness/paths.ts';
import { type Pixels, palettePng } from './palette-png.ts';
import type { Scene } from './scene.ts';

/** Pictures of the README, and the screenshots of the demo that they are made of; the technician's, which no visit shows, is taken at the bench. */
const PICTURES = {
  'patient-oximetry.png': 'patient-oximetry',
  'assistant.png': 'assistant-oximetry',
  'physician.png': 'physician-live',
} as const;
/** Twice as wide as the README shows them. */
const WIDEST = 1_280;

/** The screenshot scaled down to the greatest width, by the browser, which is there anyway. */
const scaled = async (page: Page, png: Buffer): Promise<Pixels> => {
  const { width, height, base64 } = await page.evaluate(
    async ({ source, widest }) => {
      const image = await createImageBitmap(await (await fetch(source)).blob());
      const width = Math.min(widest, image.width);
      const height = Math.round((image.height * width) / image.width);
      const context = new OffscreenCanvas(width, height).getContext('2d');
      if (context === null) throw new Error('no canvas');
      context.imageSmoothingQuality = 'high';
      context.drawImage(image, 0, 0, width, height);
      const { data } = context.getImageData(0, 0, width, height);
      return { width, height, base64: btoa(Array.from(data, (byte) => String.fromCharCode(byte)).join('')) };
    },
    { source: `data:image/png;base64,${png.toString('base64')}`, widest: WIDEST },
  );
  return { width, height, rgba: Buffer.from(base64, 'base64') };
};

/** Makes the pictures of `docs/images/` from the screenshots of a visit. */
export const makePictures = async ({ shots, browser }: Scene): Promise<void> => {
  const page = await browser.context.newPage();
  for (const [picture, shot] of Object.entries(PICTURES)) {
    const file = shots.get(shot);
    if (file === undefined) throw new Error(`The demo made no screenshot ${shot}`);
    await writeFile(
      inProject('docs', 'images', picture),
      palettePng(await scaled(page, await readFile(file))),
    );
  }
};
