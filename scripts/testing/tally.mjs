/** @typedef {{ passed: number, failed: number, skipped: number }} Tally */

/** @type {Tally} */
const nothing = { passed: 0, failed: 0, skipped: 0 };

/** One check that is right or wrong as a whole. @param {number} exitCode @returns {Tally} */
export const tallyOfCheck = (exitCode) =>
  exitCode === 0 ? { ...nothing, passed: 1 } : { ...nothing, failed: 1 };

/**
 * What a test runner did, by its report. Neither a missing report nor a bad exit code may pass for success.
 * @param {number} exitCode
 * @param {Tally | undefined} report undefined when the runner left none
 * @returns {Tally}
 */
export const tallyOfRunner = (exitCode, report) => {
  if (report === undefined) return { ...nothing, failed: 1 };
  return exitCode !== 0 && report.failed === 0 ? { ...report, failed: 1 } : report;
};

/** @param {readonly Tally[]} tallies @returns {Tally} */
export const total = (tallies) =>
  tallies.reduce(
    (sum, { passed, failed, skipped }) => ({
      passed: sum.passed + passed,
      failed: sum.failed + failed,
      skipped: sum.skipped + skipped,
    }),
    nothing,
  );

/** The one closing line. @param {Tally} tally */
export const closingLine = ({ passed, failed, skipped }) =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;

/** Vitest's JSON report. @param {string} json @returns {Tally} */
export const readVitestReport = (json) => {
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = JSON.parse(json);
  return { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests + numTodoTests };
};

/** Playwright's JSON report. @param {string} json @returns {Tally} */
export const readPlaywrightReport = (json) => {
  const { expected, flaky, unexpected, skipped } = JSON.parse(json).stats;
  return { passed: expected + flaky, failed: unexpected, skipped };
};
