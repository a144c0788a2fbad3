import { expect, test } from 'vitest';
import { streamFor } from '#test/harness/hour-of-stream.ts';

/** Noise of the heap between two minutes is some hundred kilobytes; a leak of one packet's nine bytes alone would be 30 KB a minute. */
const LARGEST_SLOPE_KB = 15;

test('the memory of the device host does not grow with the stream', { timeout: 120_000 }, async () => {
  const { slopePerMinute, blocks } = await streamFor(60);
  expect(blocks).toBeGreaterThan(60 * 60);
  expect(slopePerMinute).toBeLessThan(LARGEST_SLOPE_KB);
});
