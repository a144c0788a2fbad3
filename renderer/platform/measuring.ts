import type { Drawn } from '#renderer/ui/wave/wave-view.ts';

/** Name of the event that tells when samples became pixels; its `detail` is a {@link Drawn}. */
const WAVE_DRAWN = 'cabine:wave-drawn';

/** Tells whoever measures the way from byte to pixel (the bench, from outside the page) that samples were drawn. */
export const announceDrawn = (drawn: Drawn) => {
  window.dispatchEvent(new CustomEvent<Drawn>(WAVE_DRAWN, { detail: drawn }));
};
