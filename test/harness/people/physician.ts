import type { Locator, Page } from 'playwright/test';
import type { PaperKind } from '#core/visit/papers/papers.ts';
import type { ReportState } from '#core/visit/words.ts';
import type { Measure } from '#core/vitals/kinds.ts';
import { DEMO_WORDS, type DemoWords } from '#gateway/demo-identity/words.ts';
import { expect } from './expect.ts';
import { inkOf } from './ink.ts';
import { filled, type Words, wordsOf } from './words.ts';

/** The physician at the desk, in a browser. */
export class PhysicianHands {
  private readonly page: Page;
  private readonly words: Words;
  private readonly demo: DemoWords;

  constructor(page: Page, words: Words) {
    this.page = page;
    this.words = words;
    this.demo = DEMO_WORDS[words === wordsOf('fr') ? 'fr' : 'en'];
  }

  private press(name: string | RegExp): Promise<void> {
    return this.page.getByRole('button', { name }).first().click();
  }

  async opens(url: string): Promise<void> {
    await this.page.goto(url);
    await expect(this.wayIn()).toBeVisible();
  }

  /** The one way to the identity provider. */
  wayIn(): Locator {
    return this.page.getByRole('link', { name: this.words.physician['sign-in'].by.demonstration });
  }

  async goesToTheProvider(): Promise<void> {
    await this.wayIn().click();
    await expect(this.page.getByLabel(this.demo.code)).toBeVisible();
  }

  async identifies(account: string, accessCode: string): Promise<void> {
    await this.goesToTheProvider();
    await this.page.getByLabel(this.demo.account).selectOption(account);
    await this.page.getByLabel(this.demo.code).fill(accessCode);
    await this.press(this.demo.submit);
    await expect(this.page.getByRole('heading', { name: this.words.physician.queue.title })).toBeVisible();
  }

  async signsIn(url: string, account: string, accessCode: string): Promise<void> {
    await this.opens(url);
    await this.identifies(account, accessCode);
  }

  async seesWaiting(siteName: string): Promise<void> {
    const claim = `${this.words.physician.queue.claim}, ${siteName}`;
    await expect(this.page.getByRole('button', { name: claim })).toBeVisible();
  }

  async takes(siteName: string): Promise<void> {
    await this.press(`${this.words.physician.queue.claim}, ${siteName}`);
  }

  /** Gives the patient back to the queue. */
  async releases(): Promise<void> {
    await this.press(this.words.physician.rail.release);
    await this.press(this.words.physician.release.confirm);
    await expect(this.page.getByRole('heading', { name: this.words.physician.queue.title })).toBeVisible();
  }

  /** The pre-brief has arrived over the data channel. */
  async reads(...texts: readonly (string | RegExp)[]): Promise<void> {
    for (const text of texts) await expect(this.page.getByText(text).first()).toBeVisible();
  }

  async asksFor(measure: Measure): Promise<void> {
    const { request } = this.words.physician;
    await this.press(new RegExp(`^${request.name[measure]}, `));
  }

  /** The curve of the pulse is being drawn. */
  async seesPulse(): Promise<void> {
    const curve = this.page.getByRole('img', { name: this.words.physician.pleth.label });
    await expect.poll(() => inkOf(curve)).toBeGreaterThan(0);
  }

  async seesRequestDone(measure: Measure): Promise<void> {
    const { request } = this.words.physician;
    const done = this.page.getByRole('button', { name: `${request.name[measure]}, ${request.done}` });
    await expect(done).toBeVisible({ timeout: 60_000 });
  }

  /** Chooses a document by the keys of the page, says what it is, and sees it arrive in the cabin. */
  async sendsPaper(kind: PaperKind, name: string, bytes: Uint8Array): Promise<void> {
    const { papers } = this.words;
    await this.page.keyboard.press('Alt+o');
    const dialog = this.page.getByRole('dialog', { name: papers.physician.title });
    const file = { name, mimeType: 'application/pdf', buffer: Buffer.from(bytes) };
    await dialog.locator('input[type=file]').setInputFiles(file);
    await expect(dialog.getByText(name)).toBeVisible();
    await dialog.getByRole('button', { name: papers.kind[kind] }).click();
    await dialog.getByRole('button', { name: papers.physician.send }).click();
    await expect(dialog.getByText(papers.physician.state.arrived)).toBeVisible();
    await dialog.getByRole('button', { name: papers.physician.close }).click();
  }

  async writes(notes: string): Promise<void> {
    await this.page.getByPlaceholder(this.words.physician.notes.placeholder).fill(notes);
    await expect(
      this.page.getByText(filled(this.words.physician.notes['saved-at'], { time: '' }).trim()).first(),
    ).toBeVisible();
  }

  /** Fills in how the consultation ends; `closes` then says yes. */
  async preparesClosing(report: ReportState, advice: string): Promise<void> {
    const words = this.words.physician['close-dialog'];
    await this.press(new RegExp(`^${this.words.physician.video.end}`));
    await this.decides();
    await this.press(words.state[report]);
    await this.page.getByLabel(words.advice).fill(advice);
  }

  /** For remote care, in the closing dialog, unless a decision was taken before. */
  async decides(): Promise<void> {
    const decision = this.page
      .getByRole('dialog')
      .getByRole('group', { name: this.words.closing.decision.label });
    if ((await decision.locator('[aria-pressed="true"]').count()) > 0) return;
    const remote = decision.getByRole('button', { name: this.words.staff.pathway.remote });
    await remote.click();
    await expect(remote).toHaveAttribute('aria-pressed', 'true');
  }

  async closes(): Promise<void> {
    await this.press(this.words.physician['close-dialog'].confirm);
  }

  /** The page is back at the queue and keeps nothing of the visit. */
  async seesTheEnd(): Promise<void> {
    await expect(this.page.getByText(this.words.physician.queue.ended)).toBeVisible();
  }
}
