import type { Page } from 'playwright';
import { expect } from 'playwright/test';
import type { Failure } from '#core/contract/error-codes.ts';
import type { AssistantBridge, PatientBridge } from '#core/contract/ipc.ts';
import type { SignIn } from '#core/opening/duty.ts';
import type { Result } from '#core/result.ts';
import type { Command } from '#core/visit/commands.ts';
import type { AssistantProjection } from '#core/visit/projections/assistant.ts';
import type { PatientProjection } from '#core/visit/projections/patient.ts';

type Bridged<Bridge> = { readonly cabine: Bridge };

/** Asks the cabin through the bridge of a page, as its keys do; for what a test must pass through but is not about. */
export const ask = (page: Page, command: Command): Promise<Result<null, Failure>> =>
  page.evaluate((asked) => (window as unknown as Bridged<PatientBridge>).cabine.command(asked), command);

/** {@link ask}, several in turn; each must be taken. */
export const askAll = async (page: Page, commands: readonly Command[]): Promise<void> => {
  for (const command of commands) {
    expect(await ask(page, command), command.type).toEqual({ ok: true, value: null });
  }
};

/** What the patient's window shows of an open cabin; fails of a closed one. */
export const patientView = async (page: Page): Promise<PatientProjection> => {
  const view = await page.evaluate(
    async () => (await (window as unknown as Bridged<PatientBridge>).cabine.snapshot()).projection,
  );
  if (view.access === 'closed') throw new Error(`The cabin is closed: ${view.reason}`);
  return view;
};

/** What the assistant's window shows once somebody is signed in; fails before. */
export const assistantView = async (page: Page): Promise<AssistantProjection> => {
  const view = await page.evaluate(
    async () => (await (window as unknown as Bridged<AssistantBridge>).cabine.snapshot()).projection,
  );
  if (view.access !== 'open') throw new Error(`The assistant's screen is ${view.access}`);
  return view;
};

/** Takes the duty through the bridge of the assistant's page, as its keys do. */
export const signIn = async (page: Page, taken: SignIn): Promise<void> => {
  expect(
    await page.evaluate(
      (asked) => (window as unknown as Bridged<AssistantBridge>).cabine.signIn(asked),
      taken,
    ),
  ).toEqual({ ok: true, value: null });
};

/** Waits until the assistant's view is as wanted; `pick` names the part that matters. */
export const untilAssistant = async <Part>(
  page: Page,
  pick: (view: AssistantProjection) => Part,
  wanted: Part,
): Promise<void> => {
  await expect
    .poll(async () => pick(await assistantView(page)), { timeout: 30_000, intervals: [50] })
    .toEqual(wanted);
};
