import type { Page } from 'playwright';
import { expect } from 'playwright/test';
import type { Failure } from '#core/contract/error-codes.ts';
import type { AssistantBridge, PatientBridge } from '#core/contract/ipc.ts';
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

export const patientView = (page: Page): Promise<PatientProjection> =>
  page.evaluate(
    async () => (await (window as unknown as Bridged<PatientBridge>).cabine.snapshot()).projection,
  );

export const assistantView = (page: Page): Promise<AssistantProjection> =>
  page.evaluate(
    async () => (await (window as unknown as Bridged<AssistantBridge>).cabine.snapshot()).projection,
  );

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
