import { once } from 'node:events';
import { expect, test } from 'playwright/test';
import { EXIT_UNEXPECTED } from '#electron/main/unexpected.ts';
import { openCabin } from '#test/harness/cabin.ts';

test('an exception that nobody expected ends the cabin, and leaves no dialog in front of a patient', async () => {
  const cabin = await openCabin({});
  const child = cabin.app.process();
  let told = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    told += chunk.toString();
  });
  const ended = once(child, 'exit');
  const threw = cabin.app.evaluate(() => {
    setTimeout(() => {
      throw new TypeError('Madeleine Riou');
    }, 0);
  });
  // The process may be gone before it has answered.
  threw.catch(() => undefined);
  const [exitCode] = await ended;
  expect(exitCode).toBe(EXIT_UNEXPECTED);
  expect(told).toMatch(/cabine: UNEXPECTED \S+ TypeError\n/);
  expect(told).not.toContain('Madeleine');
});
