import type { Page } from 'playwright';

/** What a screen must keep to. */
export interface ScreenRules {
  /** Smallest text, in CSS pixels. */
  readonly smallestText: number;
  /** Text of the simulation banner, in CSS pixels. */
  readonly bannerText: number;
  /** Least height of a key, and least distance between two, in CSS pixels. */
  readonly target: number;
  readonly gap: number;
  /** The same between two keys of the keyboard on screen. */
  readonly keyboardGap: number;
  /** CSS selector of boxes that must show all they hold without being scrolled. */
  readonly whole?: string;
  /** CSS selector of a picture on whose middle, where the face is, nothing may lie. */
  readonly face?: string;
}

/** Touched by people who see, hear and move less well than those who build it. */
export const PATIENT_RULES: ScreenRules = {
  smallestText: 30,
  bannerText: 30,
  target: 88,
  gap: 24,
  keyboardGap: 10,
};

/** Looks a page may have: theme and text size. */
export type Look = Readonly<Record<string, string>>;

/** Contrast of text: WCAG 2.2, 1.4.6 (AAA), without its relief for large text. */
const TEXT_CONTRAST = 7;

/** Runs in the page; everything it needs is inside. */
const audit = async ({ rules, contrast, look }: { rules: ScreenRules; contrast: number; look: Look }) => {
  const root = document.documentElement;
  const before = { ...root.dataset };
  for (const name of Object.keys(root.dataset)) delete root.dataset[name];
  Object.assign(root.dataset, look);
  await document.fonts.ready;
  for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
  for (const animation of document.getAnimations()) {
    if (animation.effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY) animation.finish();
  }

  const found: string[] = [];
  const nameOf = (element: Element): string => {
    const text = (element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 40);
    return `<${element.tagName.toLowerCase()} class="${element.getAttribute('class') ?? ''}"> ${text}`;
  };
  const pen = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  type Colour = readonly [number, number, number, number];
  /** Red, green, blue and opacity, 0 to 1, of any CSS colour. */
  const colourOf = (text: string): Colour => {
    if (pen === null) throw new Error('no canvas');
    pen.clearRect(0, 0, 1, 1);
    pen.fillStyle = text;
    pen.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0, alpha = 0] = pen.getImageData(0, 0, 1, 1).data;
    return [red / 255, green / 255, blue / 255, alpha / 255];
  };
  const over = (top: Colour, below: Colour): Colour => {
    const mix = (index: 0 | 1 | 2): number => top[index] * top[3] + below[index] * (1 - top[3]);
    return [mix(0), mix(1), mix(2), 1];
  };
  /** Relative luminance, WCAG 2.2. */
  const luminance = ([red, green, blue]: Colour): number => {
    const linear = (part: number): number =>
      part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
  };
  const ratioOf = (one: Colour, other: Colour): number => {
    const [light = 0, dark = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
    return (light + 0.05) / (dark + 0.05);
  };
  const ancestors = (element: Element): Element[] => {
    const list: Element[] = [];
    for (let one: Element | null = element; one !== null; one = one.parentElement) list.push(one);
    return list;
  };
  /** Colour behind the text of an element; undefined over a picture, whose pixels are not known here. */
  const groundOf = (element: Element): Colour | undefined => {
    const layers: Colour[] = [];
    for (const one of ancestors(element)) {
      const style = getComputedStyle(one);
      if (style.backgroundImage.includes('url(')) return undefined;
      const stripes = style.backgroundImage.match(/rgba?\([^)]*\)/g);
      if (stripes !== null) layers.push(colourOf(stripes[0] ?? ''));
      const colour = colourOf(style.backgroundColor);
      layers.push(colour);
      if (colour[3] === 1) break;
    }
    return layers.reduceRight((below, top) => over(top, below), [1, 1, 1, 1] as Colour);
  };
  const isShown = (element: Element): boolean =>
    element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true }) &&
    element.closest('[inert], [aria-hidden="true"] .react-aria-Modal') === null;
  const boxOf = (element: Element): DOMRect => element.getBoundingClientRect();
  const isScroller = (element: Element): boolean => {
    const { overflowX, overflowY } = getComputedStyle(element);
    return /auto|scroll/.test(overflowX + overflowY) || element.matches('.scroll > .view');
  };

  const page = document.scrollingElement ?? root;
  if (page.scrollWidth > innerWidth + 1)
    found.push(`page wider than the screen by ${page.scrollWidth - innerWidth}`);
  if (page.scrollHeight > innerHeight + 1)
    found.push(`page higher than the screen by ${page.scrollHeight - innerHeight}`);

  const checkClipping = (element: Element, line: DOMRect): void => {
    const box = element as HTMLElement;
    if (getComputedStyle(box).display !== 'inline' && !isScroller(box)) {
      if (box.scrollWidth > box.clientWidth + 1 && box.clientWidth > 0)
        found.push(`text cut, ${box.scrollWidth} wide in ${box.clientWidth}: ${nameOf(element)}`);
    }
    for (const one of ancestors(element).slice(1)) {
      if (isScroller(one)) return;
      const { overflowX, overflowY } = getComputedStyle(one);
      const frame = boxOf(one);
      const hides = (overflow: string): boolean => overflow === 'hidden' || overflow === 'clip';
      if (
        (hides(overflowX) && (line.left < frame.left - 2 || line.right > frame.right + 2)) ||
        (hides(overflowY) && (line.top < frame.top - 4 || line.bottom > frame.bottom + 4))
      )
        found.push(`text outside its frame <${one.className}>: ${nameOf(element)}`);
    }
    if (line.left < -1 || line.right > innerWidth + 1 || line.top < -1 || line.bottom > innerHeight + 1)
      found.push(`text outside the screen: ${nameOf(element)}`);
  };

  const dialog = [...document.querySelectorAll('[role="dialog"], [role="alertdialog"]')].at(-1);
  /** Of a line of text, both ends and the middle: what stands over one of them hides words. */
  const checkCover = (element: Element, line: DOMRect): void => {
    if (dialog !== undefined && !dialog.contains(element)) return;
    const frame = ancestors(element).find((one) => isScroller(one));
    const view = frame === undefined ? line : boxOf(frame);
    const y = line.top + line.height / 2;
    if (y < view.top || y > view.bottom) return;
    for (const x of [line.left + 2, line.left + line.width / 2, line.right - 2]) {
      const top = document.elementFromPoint(x, y);
      if (top === null || top.contains(element) || element.contains(top)) continue;
      // The head of a table stays while its rows are scrolled under it.
      if (
        ancestors(top).some(
          (one) => getComputedStyle(one).position === 'sticky' && frame?.contains(one) === true,
        )
      )
        continue;
      // A clear key on a drawing lets it be seen.
      if (element.closest('svg') !== null && colourOf(getComputedStyle(top).backgroundColor)[3] === 0)
        continue;
      // A column's own keys float over what is scrolled under them.
      if (top.closest('.scroll')?.contains(element) === true) continue;
      found.push(`text under ${nameOf(top)}: ${nameOf(element)}`);
      return;
    }
  };

  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
    const element = node.parentElement;
    if ((node.textContent ?? '').trim() === '' || element === null || !isShown(element)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const line = range.getBoundingClientRect();
    // Text for those who listen only.
    if (line.width <= 1 || boxOf(element).width <= 4) continue;
    const style = getComputedStyle(element);
    const size = Number.parseFloat(style.fontSize);
    if (size < (element.closest('.sim') === null ? rules.smallestText : rules.bannerText))
      found.push(`text of ${size} px: ${nameOf(element)}`);
    checkClipping(element, line);
    for (const row of range.getClientRects()) checkCover(element, row);
    const ground = groundOf(element);
    if (ground === undefined || element.closest('svg') !== null) continue;
    const opacity = ancestors(element).reduce((all, one) => all * Number(getComputedStyle(one).opacity), 1);
    const [red, green, blue, alpha] = colourOf(style.color);
    const ratio = ratioOf(over([red, green, blue, alpha * opacity], ground), ground);
    if (ratio < contrast) found.push(`contrast ${ratio.toFixed(2)}: ${nameOf(element)}`);
  }

  const isReachable = (element: Element): boolean => {
    const { left, top, width, height } = boxOf(element);
    const hit = document.elementFromPoint(left + width / 2, top + height / 2);
    return hit !== null && (element.contains(hit) || hit.contains(element));
  };
  const keys = [
    ...document.querySelectorAll('button, a[href], [role="button"], input, textarea, select'),
  ].filter((element) => isShown(element) && boxOf(element).width > 1 && isReachable(element));
  /** What a scrolling column lets see of a key. */
  const seenOf = (key: Element): { left: number; right: number; top: number; bottom: number } => {
    const { left, right, top, bottom } = boxOf(key);
    const frame = ancestors(key).find((one) => one !== key && isScroller(one));
    if (frame === undefined) return { left, right, top, bottom };
    const view = boxOf(frame);
    return { left, right, top: Math.max(top, view.top), bottom: Math.min(bottom, view.bottom) };
  };
  for (const [index, key] of keys.entries()) {
    const { height } = boxOf(key);
    const box = seenOf(key);
    if (height < rules.target - 0.5) found.push(`key ${height.toFixed(1)} high: ${nameOf(key)}`);
    for (const other of keys.slice(index + 1)) {
      if (key.contains(other) || other.contains(key)) continue;
      const next = seenOf(other);
      const across = Math.max(next.left - box.right, box.left - next.right);
      const down = Math.max(next.top - box.bottom, box.top - next.bottom);
      const apart = Math.max(across, down);
      // Letters stand closer, as on any keyboard; each is a large target.
      const gap =
        key.closest('.kb') !== null && other.closest('.kb') !== null ? rules.keyboardGap : rules.gap;
      if (apart < gap - 0.5)
        found.push(`keys ${apart.toFixed(1)} apart: ${nameOf(key)} and ${nameOf(other)}`);
    }
  }

  const SLACK_PX = 4;
  for (const box of document.querySelectorAll(rules.whole ?? ':not(*)')) {
    const hidden = box.scrollHeight - box.clientHeight;
    if (box.checkVisibility() && hidden > SLACK_PX)
      found.push(`${hidden} px to be scrolled to: ${nameOf(box)}`);
  }
  for (const picture of document.querySelectorAll(rules.face ?? ':not(*)')) {
    const { left, top, width, height } = boxOf(picture);
    for (const [across, down] of [0.42, 0.5, 0.58].flatMap((x) =>
      [0.35, 0.48, 0.6].map((y) => [x, y] as const),
    )) {
      const above = document.elementFromPoint(left + across * width, top + down * height);
      if (above !== null && above !== picture) found.push(`the face lies under ${nameOf(above)}`);
    }
  }

  const banner = document.querySelector('.sim');
  const inSight = (element: Element): boolean =>
    element.checkVisibility() && boxOf(element).top >= 0 && boxOf(element).height > 10;
  if (banner === null || !inSight(banner) || !(banner.textContent ?? '').includes('SIMULATION'))
    found.push('no SIMULATION banner in sight');

  for (const name of Object.keys(root.dataset)) delete root.dataset[name];
  Object.assign(root.dataset, before);
  return [...new Set(found)];
};

/** What is wrong on the page as it stands, in each of the looks given; empty when nothing is. */
export const auditScreen = async (
  page: Page,
  rules: ScreenRules,
  looks: readonly Look[],
): Promise<readonly string[]> => {
  const found: string[] = [];
  for (const look of looks) {
    const name = Object.values(look).join(' ') || 'normal';
    const violations = await page.evaluate(audit, { rules, contrast: TEXT_CONTRAST, look });
    found.push(...violations.map((violation) => `${name}: ${violation}`));
  }
  return found;
};
