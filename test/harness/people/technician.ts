import type { Locator, Page } from 'playwright/test';
import type { Fault } from '#core/contract/simulation.ts';
import { expect } from './expect.ts';
import { filled, type Words } from './words.ts';

/** The technician at the bench. */
export class TechnicianHands {
  readonly page: Page;
  private readonly words: Words;

  constructor(page: Page, words: Words) {
    this.page = page;
    this.words = words;
  }

  key(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true }).first();
  }

  async typesCode(code: string): Promise<void> {
    await this.page.getByLabel(this.words.staff.code.label).fill(code);
    await this.page.keyboard.press('Enter');
  }

  async sees(text: string | RegExp): Promise<void> {
    await expect(this.page.getByText(text).first()).toBeVisible();
  }

  row(name: string): Locator {
    return this.page.locator('table.devices tbody tr').filter({ hasText: name });
  }

  async watches(name: string): Promise<void> {
    await this.row(name).getByRole('button').click();
    await this.sees(filled(this.words.technician.frames.title, { device: name }));
  }

  frames(): Locator {
    return this.page.locator('table.frames tbody tr');
  }

  async presses(fault: Fault): Promise<void> {
    await this.key(this.words.technician.fault[fault]).click();
  }
}
