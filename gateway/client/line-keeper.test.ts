import { expect, it } from 'vitest';
import type { LineMeasure } from '#core/call/line-test.ts';
import { type Failure, failure } from '#core/contract/error-codes.ts';
import { fail, ok, type Result } from '#core/result.ts';
import { createFakeClock } from '#devices/kit/fake-clock.ts';
import { createLineKeeper } from './line-keeper.ts';
import { lineNoise } from './line-noise.ts';

const EDGE: LineMeasure = { roundTripMs: 500, downBps: 190_000, upBps: 95_000 };
const settle = () => new Promise((resolve) => setImmediate(resolve));

it('gives a test up when the line is needed, and takes nothing of it', async () => {
  const answers: ((result: Result<LineMeasure, Failure>) => void)[] = [];
  const stops: AbortSignal[] = [];
  const lines: LineMeasure[] = [];
  const clock = createFakeClock();
  const keeper = createLineKeeper({
    clock,
    measure: (stop) => {
      stops.push(stop);
      return new Promise((resolve) => answers.push(resolve));
    },
    onMeasure: (line) => lines.push(line),
  });
  keeper.follow(true);
  keeper.follow(true);
  keeper.follow(false);
  expect(stops.map(({ aborted }) => aborted)).toEqual([true]);
  keeper.follow(true);
  answers[0]?.(ok({ ...EDGE, upBps: 1 }));
  answers[1]?.(ok(EDGE));
  await settle();
  expect(lines).toEqual([EDGE]);
  await clock.advance(300_000);
  expect(stops).toHaveLength(3);
  answers[2]?.(fail(failure('GATEWAY_LOST')));
  await settle();
  await clock.advance(30_000);
  expect(stops).toHaveLength(4);
  keeper.close();
  answers[3]?.(ok(EDGE));
  await clock.advance(3_600_000);
  expect(lines).toEqual([EDGE]);
  expect(stops).toHaveLength(4);
});

it('has noise for the largest block, more than a browser gives at once', () => {
  const noise = lineNoise(264_000);
  expect(noise).toHaveLength(264_000);
  expect(new Set(noise.slice(-1_000)).size).toBeGreaterThan(200);
});
