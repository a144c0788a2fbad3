import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** Dots per inch: small print and the modules of a QR code stay sharp on a laser printer. */
const RESOLUTION = 300;
/** Units of a PDF. Per inch. */
const POINTS = 72;
/** Longest side of a drawn page in pixels: A4 at this resolution is 3 508. */
const LONGEST_SIDE = 5_000;

/** A page as a picture, upright on a portrait sheet whatever way it lies. */
export const drawPage = async (page: PDFPageProxy): Promise<HTMLImageElement> => {
  const flat = page.getViewport({ scale: 1 });
  const rotation = flat.width > flat.height ? (page.rotate + 90) % 360 : page.rotate;
  const upright = page.getViewport({ scale: 1, rotation });
  const scale = Math.min(RESOLUTION / POINTS, LONGEST_SIDE / Math.max(upright.width, upright.height));
  const viewport = page.getViewport({ scale, rotation });
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(viewport.width);
  canvas.height = Math.round(viewport.height);
  await page.render({ canvas, viewport, intent: 'print', background: 'white' }).promise;
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  // The canvas of one page is 35 MB: it goes before the next one is drawn.
  canvas.width = 0;
  if (blob === null) throw new Error('no picture came of the page');
  const picture = new Image();
  picture.className = 'sheet';
  picture.alt = '';
  picture.src = URL.createObjectURL(blob);
  await picture.decode();
  return picture;
};
