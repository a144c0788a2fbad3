import { expect, type Page } from 'playwright/test';
import type { ReportState } from '#core/visit/words.ts';
import type { Measure } from '#core/vitals/kinds.ts';
import { filled, type Words } from './words.ts';

/** The physician at the desk, in a browser. */
export class PhysicianHands {
  private readonly page: Page;
  private readonly words: Words;

  constructor(page: Page, words: Words) {
    this.page = page;
    this.words = words;
  }

  private press(name: string | RegExp): Promise<void> {
    return this.page.getByRole('button', { name }).first().click();
  }

  async signsIn(url: string, account: string, accessCode: string): Promise<void> {
    const words = this.words.physician['sign-in'];
    await this.page.goto(url);
    await this.page.getByLabel(words.demo).selectOption(account);
    await this.page.getByLabel(words.code).fill(accessCode);
    await this.press(words.submit);
    await expect(this.page.getByRole('heading', { name: this.words.physician.queue.title })).toBeVisible();
  }

  async takes(siteName: string): Promise<void> {
    await this.press(`${this.words.physician.queue.claim}, ${siteName}`);
  }

  /** The pre-brief has arrived over the data channel. */
  async reads(...texts: readonly (string | RegExp)[]): Promise<void> {
    for (const text of texts) await expect(this.page.getByText(text).first()).toBeVisible();
  }

  async asksFor(measure: Measure): Promise<void> {
    const { request } = this.words.physician;
    await this.press(new RegExp(`^${request.name[measure]}, `));
  }

  async seesRequestDone(measure: Measure): Promise<void> {
    const { request } = this.words.physician;
    const done = this.page.getByRole('button', { name: `${request.name[measure]}, ${request.done}` });
    await expect(done).toBeVisible({ timeout: 60_000 });
  }

  async writes(notes: string): Promise<void> {
    await this.page.getByPlaceholder(this.words.physician.notes.placeholder).fill(notes);
    await expect(
      this.page.getByText(filled(this.words.physician.notes['saved-at'], { time: '' }).trim()).first(),
    ).toBeVisible();
  }

  async closes(report: ReportState, advice: string): Promise<void> {
    const words = this.words.physician['close-dialog'];
    await this.press(new RegExp(`^${this.words.physician.video.end}`));
    await this.press(words.state[report]);
    await this.page.getByLabel(words.advice).fill(advice);
    await this.press(words.confirm);
  }
}
