import { defineConfig } from 'playwright/test';

/**
 * Two cores cannot encode two calls, so that calls are played one after the other. Tests of windows alone run beside them: of a call the
 * processor mostly waits for the next frame.
 */
export default defineConfig({
  outputDir: '../../test-results/e2e',
  workers: 2,
  projects: [
    { name: 'calls', testDir: import.meta.dirname, testIgnore: 'windows/**', workers: 1 },
    { name: 'windows', testDir: `${import.meta.dirname}/windows`, workers: 1 },
  ],
  retries: 0,
  forbidOnly: true,
  timeout: 180_000,
  expect: { timeout: 20_000 },
  reporter: 'list',
});
