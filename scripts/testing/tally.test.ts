import { describe, expect, it } from 'vitest';
import {
  closingLine,
  readPlaywrightReport,
  readVitestReport,
  tallyOfCheck,
  tallyOfRunner,
  total,
} from './tally.mjs';

describe('tallyOfRunner', () => {
  it('believes a report and a good exit code', () => {
    expect(tallyOfRunner(0, { passed: 4, failed: 0, skipped: 1 })).toEqual({
      passed: 4,
      failed: 0,
      skipped: 1,
    });
  });

  it('counts a runner that left no report as one failure', () => {
    expect(tallyOfRunner(0, undefined)).toEqual({ passed: 0, failed: 1, skipped: 0 });
    expect(tallyOfRunner(1, undefined)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });

  it('counts a bad exit code without a failed test as one failure', () => {
    expect(tallyOfRunner(1, { passed: 4, failed: 0, skipped: 0 })).toEqual({
      passed: 4,
      failed: 1,
      skipped: 0,
    });
  });

  it('does not count a failed test twice', () => {
    expect(tallyOfRunner(1, { passed: 3, failed: 1, skipped: 0 })).toEqual({
      passed: 3,
      failed: 1,
      skipped: 0,
    });
  });
});

describe('the reports', () => {
  it('reads Vitest’s', () => {
    const json = '{"numPassedTests":7,"numFailedTests":1,"numPendingTests":2,"numTodoTests":3}';
    expect(readVitestReport(json)).toEqual({ passed: 7, failed: 1, skipped: 5 });
  });

  it('reads Playwright’s', () => {
    const json = '{"stats":{"expected":3,"flaky":1,"unexpected":2,"skipped":4}}';
    expect(readPlaywrightReport(json)).toEqual({ passed: 4, failed: 2, skipped: 4 });
  });
});

describe('closingLine', () => {
  it('speaks of skipped tests only when there are some', () => {
    expect(closingLine(total([tallyOfCheck(0), tallyOfCheck(0), { passed: 8, failed: 0, skipped: 0 }]))).toBe(
      '10 passed, 0 failed',
    );
    expect(closingLine(total([tallyOfCheck(2), { passed: 0, failed: 0, skipped: 3 }]))).toBe(
      '0 passed, 1 failed, 3 skipped',
    );
  });
});
