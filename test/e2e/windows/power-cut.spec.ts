import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'playwright/test';
import { DEMO_CODES } from '#electron/main/profile.ts';
import { ask, signIn, untilAssistant } from '#test/harness/bridge.ts';
import { openCabin } from '#test/harness/cabin.ts';
import { filesHolding } from '#test/harness/disk-search.ts';
import { reachMeasures, SOMEBODY } from '#test/harness/fast-visit.ts';
import { wordsOf } from '#test/harness/people/words.ts';
import { inTurn } from '#test/harness/undo.ts';

const words = wordsOf('fr');
const { 'interrupted-visit': told, step } = words.assistant;
const AWA = { personId: 'awa-diallo', code: DEMO_CODES['awa-diallo'] ?? '' };

test('after a power cut in a visit the cabin says so, keeps nothing of it, and opens once somebody has looked', async () => {
  test.setTimeout(90_000);
  const undo = inTurn();
  try {
    const before = undo.later(await openCabin({}));
    await reachMeasures(await before.assistant());
    await expect
      .poll(() => readFile(join(before.userData, 'visit-going-on'), 'utf8').catch(() => ''))
      .toMatch(/^\d{4}-/);
    const dead = new Promise((resolve) => before.app.process().once('exit', resolve));
    before.app.process().kill('SIGKILL');
    await dead;

    const after = undo.later(await openCabin({ userData: before.userData, closed: true }));
    const [patient, assistant] = [await after.patient(), await after.assistant()];
    await expect(patient.getByText(words.patient.closed['visit-interrupted'].title)).toBeVisible();
    await expect(assistant.getByText(told.lead)).toBeVisible();
    expect(await filesHolding(after.userData, [SOMEBODY.familyName])).toEqual([]);

    await signIn(assistant, AWA);
    await expect(assistant.getByText(told.lead)).toBeVisible();
    expect(await ask(patient, { type: 'start-visit' })).toMatchObject({
      ok: false,
      failure: { code: 'CABIN_CLOSED' },
    });
    await assistant.getByRole('button', { name: told.seen }).click();
    await expect(patient.getByText(words.patient.welcome.title)).toBeVisible();
    await assistant.getByRole('button', { name: step.start }).click();
    await untilAssistant(assistant, ({ stage }) => stage, 'red-flags');
  } finally {
    await undo.all();
  }
});
