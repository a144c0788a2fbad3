/** The screen that the patient's sizes are drawn for, in CSS pixels; portrait is the same turned. */
const LONG = 1920;
const SHORT = 1080;

/**
 * How much smaller or larger everything is drawn so that a window shows what the full screen shows.
 * 1 at 1920x1080 and at 1080x1920; an 800x450 window gives 0.4167.
 */
const fitOf = (width: number, height: number): number => {
  const landscape = width >= height;
  return Math.min(width / (landscape ? LONG : SHORT), height / (landscape ? SHORT : LONG));
};

/** Keeps `--fit` on the page as the window changes size. */
export const keepFit = (view: Window) => {
  const apply = () => {
    const fit = fitOf(view.innerWidth, view.innerHeight);
    view.document.documentElement.style.setProperty('--fit', String(fit));
  };
  apply();
  view.addEventListener('resize', apply);
};
