import type { Page } from 'playwright/test';
import type { Measure } from '#core/vitals/kinds.ts';
import { expect } from './expect.ts';
import type { Words } from './words.ts';

export interface TypedIdentity {
  readonly familyName: string;
  readonly givenName: string;
  /** DD/MM/YYYY, as it is typed. */
  readonly birthDate: string;
}

/** The nurse or pharmacist at the second screen. */
export class AssistantHands {
  private readonly page: Page;
  private readonly words: Words;

  constructor(page: Page, words: Words) {
    this.page = page;
    this.words = words;
  }

  private press(name: string): Promise<void> {
    return this.page.getByRole('button', { name, exact: true }).first().click();
  }

  async fillsIdentity({ familyName, givenName, birthDate }: TypedIdentity): Promise<void> {
    const { identity } = this.words.assistant;
    await this.page.getByLabel(identity.family).fill(familyName);
    await this.page.getByLabel(identity.given).fill(givenName);
    await this.page.getByLabel(identity.birth).pressSequentially(birthDate.replaceAll('/', ''));
    await this.press(this.words.staff.sex.female);
  }

  async savesIdentity(): Promise<void> {
    await this.press(this.words.assistant.identity.save);
  }

  async typesIdentity(identity: TypedIdentity): Promise<void> {
    await this.fillsIdentity(identity);
    await this.savesIdentity();
  }

  async finishesMeasures(): Promise<void> {
    await this.press(this.words.assistant.capture.finish);
  }

  async acknowledgesHelp(): Promise<void> {
    await this.press(this.words.assistant.help.acknowledge);
  }

  async seesTask(measure: Measure): Promise<void> {
    await this.sees(this.words.assistant.request.title[measure]);
  }

  async acceptsTask(): Promise<void> {
    await this.press(this.words.assistant.request.accept);
  }

  async triesPaperAgain(): Promise<void> {
    await this.press(this.words.papers.assistant.retry);
  }

  async sees(text: string | RegExp): Promise<void> {
    await expect(this.page.getByText(text).first()).toBeVisible();
  }
}
