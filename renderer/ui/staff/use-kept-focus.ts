import { useEffect } from 'react';

/** Keys and lists, never a field: letters are the page's keys for as long as nobody types. */
const RESTING_PLACES = 'button, a[href], summary, [tabindex="0"]';
/** Of the elements that had the focus before, as many are remembered. */
const REMEMBERED = 8;

const isShown = (element: Element): element is HTMLElement =>
  element instanceof HTMLElement && element.isConnected && element.getClientRects().length > 0;
const isBare = (element: Element | null): boolean =>
  element === null || element === document.body || element === document.documentElement;
const firstIn = (place: ParentNode): HTMLElement | undefined =>
  [...place.querySelectorAll(RESTING_PLACES)].find(isShown);

/** The element and all that it stands in, without those that every element stands in. */
const pathOf = (element: Element): readonly Element[] => {
  const path: Element[] = [];
  for (let one: Element | null = element; one !== null && !isBare(one); one = one.parentElement)
    path.push(one);
  return path;
};

const nowhere = (): undefined => undefined;

/**
 * Whoever goes by keyboard keeps their place: when what had the focus leaves the page (a panel closes, another page comes), the focus
 * goes, on another screen, to `home` where the page names one, else to the nearest part of it that stays, else to where it was before, and
 * never to nothing.
 */
export const useKeptFocus = (home: () => HTMLElement | undefined = nowhere): void => {
  useEffect(() => {
    let paths: readonly (readonly Element[])[] = [];
    let frame = 0;
    /** A pointer on nothing, or `Tab` past the page's last stop, takes the focus away on purpose. */
    let onPurpose = false;
    const remember = ({ target }: FocusEvent): void => {
      if (target instanceof Element && !isBare(target))
        paths = [pathOf(target), ...paths.filter(([one]) => one !== target)].slice(0, REMEMBERED);
    };
    const rest = (): void => {
      frame = 0;
      const [last] = paths;
      if (!isBare(document.activeElement) || last?.[0] === undefined) return;
      if (isShown(last[0])) {
        if (!onPurpose) last[0].focus({ preventScroll: true });
        return;
      }
      const around = last.find((one) => one.parentElement !== document.body && firstIn(one));
      const before = paths.map(([one]) => one).find((one) => one !== undefined && isShown(one));
      // A part of the screen that stays is nearer than the title of the screen.
      const stays = last.some((one) => one.matches('main') && isShown(one));
      const place =
        (stays ? undefined : home()) ??
        (around && firstIn(around)) ??
        (before as HTMLElement | undefined) ??
        firstIn(document);
      place?.focus({ preventScroll: true });
    };
    // A dialog gives the focus back in the frame after it has closed, and comes first.
    const look = (): void => {
      if (frame !== 0) return;
      frame = requestAnimationFrame(() => {
        frame = requestAnimationFrame(rest);
      });
    };
    const observer = new MutationObserver(look);
    const point = (): void => {
      onPurpose = true;
    };
    const type = ({ key }: KeyboardEvent): void => {
      onPurpose = key === 'Tab';
    };
    document.addEventListener('focusin', remember);
    // What took the focus may let it go only after the page has changed.
    document.addEventListener('focusout', look);
    document.addEventListener('pointerdown', point, true);
    document.addEventListener('keydown', type, true);
    observer.observe(document.body, { childList: true, subtree: true });
    return () => {
      cancelAnimationFrame(frame);
      observer.disconnect();
      document.removeEventListener('focusin', remember);
      document.removeEventListener('focusout', look);
      document.removeEventListener('pointerdown', point, true);
      document.removeEventListener('keydown', type, true);
    };
  }, [home]);
};
