import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    environment: 'node',
    include: ['**/*.test.{ts,tsx}'],
    exclude: ['**/node_modules/**', 'out/**', 'test/e2e/**'],
    // Two cores are shared with simulators and child processes.
    maxWorkers: 2,
    testTimeout: 15_000,
    passWithNoTests: false,
  },
});
