import type { Locator, Page } from 'playwright/test';
import { expect } from './expect.ts';

/** More stops than any page has. */
const MOST_STOPS = 120;

/** Where the keyboard is, and whether it can be seen there. */
const focusNow = () => {
  const element = document.activeElement;
  if (element === null || element === document.body) return { at: 'nothing', seen: false };
  const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
  const box = element.getBoundingClientRect();
  const ringed = (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0) || boxShadow !== 'none';
  return {
    at: `${element.tagName.toLowerCase()} ${element.getAttribute('aria-label') ?? element.textContent}`.slice(
      0,
      80,
    ),
    seen: ringed && box.width > 0 && box.height > 0,
  };
};

/** Somebody who has no pointer: goes by keys alone, and must see at each stop where they are. */
export class KeyboardHands {
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
  }

  /** Goes on by `Tab` until there. */
  async reach(target: Locator): Promise<void> {
    await expect(target).toBeVisible();
    const stops: string[] = [];
    for (let stop = 0; stop <= MOST_STOPS; stop += 1) {
      if (await target.evaluate((element) => element === document.activeElement)) return this.sees();
      await this.press('Tab');
      const { at, seen } = await this.page.evaluate(focusNow);
      // Past its last stop the page leaves the focus to the browser, and the next one begins it anew.
      if (at !== 'nothing') expect({ at, seen }).toEqual({ at, seen: true });
      stops.push(at);
    }
    throw new Error(`not reached by Tab; the stops were: ${stops.join(' | ')}`);
  }

  /** Reaches a key and presses it. */
  async uses(target: Locator, key: 'Enter' | 'Space' = 'Enter'): Promise<void> {
    await this.reach(target);
    await this.press(key);
  }

  /** The focus is on something of the page, and shown. */
  async sees(): Promise<void> {
    await expect.poll(async () => (await this.page.evaluate(focusNow)).at).not.toBe('nothing');
    const { at, seen } = await this.page.evaluate(focusNow);
    expect({ at, seen }).toEqual({ at, seen: true });
  }
}
