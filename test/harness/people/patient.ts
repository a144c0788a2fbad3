import type { Locator, Page } from 'playwright/test';
import type { ReasonPicture } from '#core/visit/words.ts';
import type { Measure } from '#core/vitals/kinds.ts';
import { expect } from './expect.ts';
import { inkOf } from './ink.ts';
import { filled, type Words } from './words.ts';

/** Longest time a simulated capture takes at the rate of the tests, rests included, in milliseconds. */
const CAPTURE_TIMEOUT_MS = 60_000;

/** What somebody in front of the screen reads. */
type PatientWords = Pick<Words, 'common' | 'patient'> & { readonly papers: Pick<Words['papers'], 'patient'> };

/** Somebody in front of the touchscreen, who reads and touches; `press` is how they use a key, when it is not by a finger. */
export class PatientHands {
  private readonly page: Page;
  private readonly words: PatientWords;
  private readonly press: (key: Locator) => Promise<void>;

  constructor(page: Page, words: PatientWords, press = (key: Locator): Promise<void> => key.click()) {
    this.page = page;
    this.words = words;
    this.press = press;
  }

  private touch(name: string): Promise<void> {
    return this.press(this.page.getByRole('button', { name, exact: true }));
  }

  async sees(title: string): Promise<void> {
    await expect(this.page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  }

  /** Says to be there for the papers. */
  async isThereForPapers(): Promise<void> {
    const { presence } = this.words.papers.patient;
    await this.sees(presence.title);
    await this.touch(presence.key);
  }

  /** Sees that the papers have come out, and has them. */
  async takesPapers(): Promise<void> {
    const { patient } = this.words.papers;
    await this.sees(patient.take.title);
    await this.touch(patient.take.key);
  }

  async begin(): Promise<void> {
    await this.sees(this.words.patient.welcome.title);
    await this.touch(this.words.patient.welcome.start);
  }

  async hasNoRedFlag(): Promise<void> {
    await this.sees(this.words.patient['red-flags'].title);
    await this.touch(this.words.patient['red-flags'].none);
  }

  async understands(): Promise<void> {
    await this.sees(this.words.patient.capabilities.title);
    await this.touch(this.words.patient.capabilities.understood);
  }

  async isAskedWhoItIs(assistant: string): Promise<void> {
    await this.sees(filled(this.words.patient.identity.title, { name: assistant }));
  }

  /** Agrees to the first two questions, leaves the two others at No. */
  async agrees(assistant: string): Promise<void> {
    const { consents } = this.words.patient;
    await this.sees(consents.title);
    const questions = [
      consents['teleconsultation-question'],
      filled(consents['assistant-present-question'], { name: assistant }),
    ];
    for (const question of questions) {
      const group = this.page.getByRole('group', { name: question });
      await this.press(group.getByRole('button', { name: this.words.common.yes, exact: true }));
    }
    await this.touch(this.words.patient.continue);
  }

  async comesFor(reason: ReasonPicture): Promise<void> {
    await this.sees(this.words.patient.reason.title);
    await this.touch(this.words.patient.reason[reason]);
    await this.touch(this.words.patient.continue);
  }

  /** Starts the first measure from the list. */
  async startsMeasures(first: Measure): Promise<void> {
    await this.sees(this.words.patient.measures.title);
    await this.touch(
      filled(this.words.patient.measures.start, { measure: this.words.common.measure[first] }),
    );
  }

  /** How far the oximeter has come, in percent; undefined while its screen is not there. */
  async pulseProgress(): Promise<number | undefined> {
    const bar = this.page.getByRole('progressbar', { name: this.words.patient.capture.progress });
    const now = await bar.getAttribute('aria-valuenow', { timeout: 500 }).catch(() => null);
    return now === null ? undefined : Number(now);
  }

  /** The curve of the pulse is being drawn, and the time to keep still is running. */
  async seesPulseRunning(): Promise<void> {
    // A quarter leaves six seconds to be seen in, which a busy machine needs.
    await expect
      .poll(() => this.pulseProgress(), { timeout: CAPTURE_TIMEOUT_MS, intervals: [100] })
      .toBeGreaterThanOrEqual(25);
    const curve = this.page.getByRole('img', { name: this.words.patient.capture.wave });
    expect(await inkOf(curve)).toBeGreaterThan(0);
  }

  /** Before the first reading, or between two. */
  async restsForCuff(): Promise<void> {
    const words = this.words.patient.capture['blood-pressure'];
    const rest = this.page
      .getByText(words['rest-sentence'])
      .or(this.page.getByText(words['between-sentence']));
    await expect(rest).toBeVisible({ timeout: CAPTURE_TIMEOUT_MS });
  }

  async feelsCuff(): Promise<void> {
    const sentence = this.page.getByText(this.words.patient.capture['blood-pressure'].measuring);
    await expect(sentence).toBeVisible({ timeout: CAPTURE_TIMEOUT_MS });
  }

  async isAskedOntoScale(): Promise<void> {
    const title = this.page.getByRole('heading', { name: this.words.patient.capture['body-weight'].title });
    await expect(title).toBeVisible({ timeout: CAPTURE_TIMEOUT_MS });
  }

  /** Every measure is done: the wait is for the physician alone. */
  async waits(): Promise<void> {
    await expect(this.page.getByText(this.words.patient.waiting.place, { exact: true })).toBeVisible();
  }

  /** Waits, as one does, until the value is shown. */
  async keepsStill(): Promise<void> {
    const title = this.page.getByRole('heading', { name: this.words.patient.capture.kept.title });
    await expect(title).toBeVisible({ timeout: CAPTURE_TIMEOUT_MS });
  }

  /** From a kept value to the next measure, or to the wait. */
  async goesOn(): Promise<void> {
    await this.touch(this.words.patient.capture.kept.go);
  }

  async readsCard(name: string): Promise<void> {
    await this.sees(this.words.patient.physician.title);
    await expect(this.page.getByText(name, { exact: true }).filter({ visible: true })).toBeVisible();
  }

  async acceptsPhysician(name: string): Promise<void> {
    await this.readsCard(name);
    await this.touch(this.words.patient.physician.accept);
  }

  /** The record is written: the visit may be erased. */
  async mayFinish(): Promise<void> {
    const finish = this.page.getByRole('button', { name: this.words.patient.goodbye.finish, exact: true });
    await expect(finish).toBeEnabled();
  }

  async finishes(title: string = this.words.patient.goodbye.title): Promise<void> {
    await this.sees(title);
    // The window is destroyed by this very touch, often before the touch is reported as done.
    const closed = this.page.waitForEvent('close');
    await Promise.all([closed, this.touch(this.words.patient.goodbye.finish).catch(() => closed)]);
  }

  async asksForHelp(): Promise<void> {
    await this.touch(this.words.patient.bar.help);
  }
}
