import type { Page } from 'playwright';

/** Notes from now on whatever is laid over the picture of the other side: a call that is not disturbed shows none. */
export const watchVeils = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const seen: string[] = [];
    Object.assign(window, { veils: seen });
    const look = (): void => {
      const veil = document.querySelector('.stage .hold, .over');
      if (veil !== null) seen.push(veil.textContent ?? '');
    };
    look();
    new MutationObserver(look).observe(document.body, {
      childList: true,
      characterData: true,
      subtree: true,
    });
  });

export const veilsOf = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => Reflect.get(window, 'veils') as readonly string[]);
