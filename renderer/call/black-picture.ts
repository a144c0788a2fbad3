/** Black for this many looks: a lamp that is switched off and on is not told. */
const BLACK_LOOKS = 3;
/** Of 255. A dark room yields noise well above it; a covered lens or an empty frame does not. */
const DARKEST_ROOM = 18;

/** Whether a small RGBA picture shows nothing at all: of each pixel the parts 0 to 255, opacity last and not looked at. */
export const isDark = (pixels: ArrayLike<number>): boolean => {
  for (let index = 0; index < pixels.length; index += 1)
    if (index % 4 !== 3 && (pixels[index] ?? 0) >= DARKEST_ROOM) return false;
  return true;
};

/** Tells at each change whether a picture has become black, from one look after the other. */
export const createBlackJudge = (tell: (black: boolean) => void): ((dark: boolean) => void) => {
  let darkLooks = 0;
  return (dark) => {
    const before = darkLooks >= BLACK_LOOKS;
    darkLooks = dark ? darkLooks + 1 : 0;
    if (before !== darkLooks >= BLACK_LOOKS) tell(!before);
  };
};
