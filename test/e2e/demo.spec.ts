import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { expect, test } from 'playwright/test';
import { typescriptArguments } from '#scripts/lib/run.mjs';
import { inProject, PROJECT } from '#test/harness/paths.ts';

/** `npm run demo` plays to its end: it is what a newcomer tries first. */
test('the demo plays a whole visit by itself, from the arrival to the wipe', async () => {
  test.setTimeout(240_000);
  const child = spawn(process.execPath, typescriptArguments(inProject('test', 'demo', 'run.ts'), []), {
    cwd: PROJECT,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  const [exitCode] = await once(child, 'close');
  expect(said).not.toContain('✗');
  expect(exitCode).toBe(0);
  const summary = JSON.parse(await readFile(inProject('out', 'demo', 'summary.json'), 'utf8'));
  expect(summary.ok).toBe(true);
  expect(summary.steps.every(({ ok }: { ok: boolean }) => ok)).toBe(true);
});
