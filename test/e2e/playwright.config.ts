import { defineConfig } from 'playwright/test';

/** One real Electron and one real Chromium at a time: two cores cannot encode two calls, nor draw windows beside one. */
export default defineConfig({
  testDir: import.meta.dirname,
  testMatch: '**/*.spec.ts',
  outputDir: '../../test-results/e2e',
  workers: 1,
  // Real calls in real time on a shared machine: what a moment without processor time spoils is played once more, and named `flaky` at the end.
  retries: 1,
  forbidOnly: true,
  timeout: 180_000,
  expect: { timeout: 20_000 },
  reporter: 'list',
});
