import type { Page } from 'playwright/test';
import { expect } from './expect.ts';
import type { Words } from './words.ts';

/** The two words of the call that this screen shows. */
export const trustWordsOn = async (page: Page, words: Words): Promise<string> => {
  const list = words.trust.words.split(' ').join('|');
  const pair = new RegExp(`(${list}) · (${list})`);
  const text = page.getByText(pair).first();
  await expect(text).toBeVisible();
  return pair.exec((await text.textContent()) ?? '')?.[0] ?? '';
};
