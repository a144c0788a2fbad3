import type { ScreenRules } from './screen-audit.ts';

/** Read standing, touched on a tablet. */
export const ASSISTANT_RULES: ScreenRules = {
  smallestText: 17,
  bannerText: 15,
  target: 56,
  gap: 8,
  keyboardGap: 8,
};
/** A desk, a mouse and a keyboard. */
export const PHYSICIAN_RULES: ScreenRules = {
  smallestText: 12,
  bannerText: 12,
  target: 28,
  gap: 0,
  keyboardGap: 0,
};
