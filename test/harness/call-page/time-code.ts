/** Bits of a time code: milliseconds modulo about 65 s. */
const BITS = 16;
const WRAP_MS = 2 ** BITS;

type Size = { readonly width: number; readonly height: number };

/** Writes a time as sixteen large black or white fields across the picture, so that compression leaves it readable. */
export const drawTimeCode = (
  surface: CanvasRenderingContext2D,
  { width, height }: Size,
  timeMs: number,
): void => {
  const code = Math.floor(timeMs) % WRAP_MS;
  const wide = width / BITS;
  for (let bit = 0; bit < BITS; bit += 1) {
    surface.fillStyle = (code >> bit) & 1 ? '#fff' : '#000';
    surface.fillRect(bit * wide, 0, wide, height);
  }
};

/** How long ago the time in the picture was, in milliseconds, at `nowMs` of the same clock. */
export const ageOfTimeCode = (
  video: HTMLVideoElement,
  surface: CanvasRenderingContext2D,
  nowMs: number,
): number => {
  surface.drawImage(video, 0, 0, BITS, 1);
  const { data } = surface.getImageData(0, 0, BITS, 1);
  let code = 0;
  for (let bit = 0; bit < BITS; bit += 1) if ((data[bit * 4] ?? 0) > 127) code |= 1 << bit;
  return (Math.floor(nowMs) - code + WRAP_MS) % WRAP_MS;
};
