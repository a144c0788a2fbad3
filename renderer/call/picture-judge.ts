/** What is wrong with the picture of a camera that is open: nothing is to be seen in it, or no frame comes any more. */
export type PictureFlaw = 'black' | 'frozen';

/** The same flaw for this many looks: a lamp that is switched off and on is not told. */
const FLAWED_LOOKS = 3;
/** Of 255. A dark room yields noise well above it; a covered lens or an empty frame does not. */
const DARKEST_ROOM = 18;

/** Whether a small RGBA picture shows nothing at all: of each pixel the parts 0 to 255, opacity last and not looked at. */
export const isDark = (pixels: ArrayLike<number>): boolean => {
  for (let index = 0; index < pixels.length; index += 1)
    if (index % 4 !== 3 && (pixels[index] ?? 0) >= DARKEST_ROOM) return false;
  return true;
};

/** Tells at each change what is wrong with a picture, from one look after the other. */
export const createPictureJudge = (
  tell: (flaw: PictureFlaw | undefined) => void,
): ((look: PictureFlaw | undefined) => void) => {
  let told: PictureFlaw | undefined;
  let last: PictureFlaw | undefined;
  let looks = 0;
  return (look) => {
    looks = look === last ? looks + 1 : 1;
    last = look;
    if (look === told || (look !== undefined && looks < FLAWED_LOOKS)) return;
    told = look;
    tell(look);
  };
};
