import { expect, test } from 'vitest';
import { DRIVER_IDS } from '#core/contract/devices.ts';
import { fuzzDriver } from './fuzz.ts';
import { addFuzz, NOTHING_FUZZED, planFuzz } from './fuzz-plan.ts';
import { corpusOf } from './properties.ts';

const FRAMES = 100_000;
const SEED = 20_260_302;

test('no value comes of a damaged frame, over all drivers', { timeout: 300_000 }, async () => {
  let total = NOTHING_FUZZED;
  for (const { driver, frames, seed } of planFuzz(DRIVER_IDS, FRAMES, SEED)) {
    total = addFuzz(total, fuzzDriver(driver, await corpusOf(driver), frames, seed));
  }
  process.stdout.write(
    `${total.frames} frames fuzzed over ${DRIVER_IDS.length} drivers: ${total.falseValues.length} false values, ` +
      `${total.collisions} collisions, slowest thousand ${total.slowestThousandMs.toFixed(1)} ms\n`,
  );
  expect(total.frames).toBeGreaterThanOrEqual(FRAMES);
  expect(total.falseValues).toEqual([]);
});

test('frames are shared out among drivers, each part with its own seed', () => {
  const jobs = planFuzz(['nonin', 'tanita-scale'], 210_001, 5);
  expect(jobs.map(({ driver, frames, seed }) => [driver, frames, seed])).toEqual([
    ['nonin', 50_000, 5],
    ['nonin', 50_000, 7],
    ['nonin', 5_001, 9],
    ['tanita-scale', 50_000, 5],
    ['tanita-scale', 50_000, 7],
    ['tanita-scale', 5_001, 9],
  ]);
});
