import { expect as playwrightExpect } from 'playwright/test';

/** People wait longer than a check of the test runner, also where no runner sets the time. */
export const expect = playwrightExpect.configure({ timeout: 20_000 });
