import type { Page } from 'playwright';

/** Functions compiled by tsx name their inner functions through a helper, which a page that evaluates them must have. */
export const lendNames = async (page: Page): Promise<void> => {
  await page.evaluate('globalThis.__name = (value) => value');
};
