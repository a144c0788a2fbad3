import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron } from 'playwright';
import { expect, test } from 'playwright/test';
import { PROJECT } from '#test/harness/paths.ts';
import { filled, wordsOf } from '#test/harness/people/words.ts';
import { SAMPLE_PROFILE } from '#test/harness/sample-profile.ts';

const words = wordsOf('fr');

test('a profile with a mistake leaves the cabin closed, and the staff are told the line', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'cabine-misconfigured-'));
  const file = join(folder, 'site.json');
  const text = JSON.stringify(SAMPLE_PROFILE, null, 2).replace('"17:30"', '"25:30"');
  await writeFile(file, text);
  const app = await _electron.launch({
    cwd: PROJECT,
    args: [
      ...(process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      `--user-data-dir=${join(folder, 'user-data')}`,
      PROJECT,
      '--cabine-simulate',
      `--cabine-profile=${file}`,
      '--cabine-gateway-port=0',
    ],
  });
  try {
    await expect.poll(() => app.windows().length).toBe(2);
    const pages = app.windows();
    await Promise.all(pages.map((page) => page.waitForURL('app://**')));
    const assistant = pages.find((page) => page.url().includes('told='));
    const patient = pages.find((page) => !page.url().includes('told='));
    if (assistant === undefined || patient === undefined) throw new Error('a window is missing');
    const line = text.split('\n').findIndex((one) => one.includes('25:30')) + 1;
    await expect(
      assistant.getByText(filled(words.misconfigured.line, { line: String(line), column: '9' })),
    ).toBeVisible();
    await expect(assistant.getByText('openingHours.monday.1.to')).toBeVisible();
    await expect(assistant.getByText(/une heure comme 08:30/)).toBeVisible();
    await expect(assistant.getByText(file)).toBeVisible();
    await expect(
      patient.getByRole('heading', { name: words.patient.closed['nobody-on-duty'].title }),
    ).toBeVisible();
    await expect(patient.getByText('site.json')).toHaveCount(0);
    await expect(patient.getByText('openingHours')).toHaveCount(0);
  } finally {
    await app.close();
    await rm(folder, { recursive: true, force: true });
  }
});
