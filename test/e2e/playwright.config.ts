import { defineConfig } from 'playwright/test';

/** One real Electron and one real Chromium at a time: two cores cannot encode two calls, nor draw windows beside one. */
export default defineConfig({
  testDir: import.meta.dirname,
  testMatch: '**/*.spec.ts',
  outputDir: '../../test-results/e2e',
  workers: 1,
  retries: 0,
  forbidOnly: true,
  timeout: 180_000,
  expect: { timeout: 20_000 },
  reporter: 'list',
});
