import type { LineMeasure } from '#core/call/line-test.ts';
import type { Failure } from '#core/contract/error-codes.ts';
import type { Result } from '#core/result.ts';
import type { Clock } from '#core/time.ts';

/** Somebody who waits long deserves a newer answer: lines differ between noon and evening. Milliseconds. */
const MEASURE_AGAIN_MS = 300_000;
/** After a test that failed. Milliseconds. */
const RETRY_MS = 30_000;

/** Measures the line again and again while nothing else needs it. */
export interface LineKeeper {
  /** Whether the line may be tested: never in a call. A test under way is given up. */
  follow(may: boolean): void;
  close(): void;
}

interface LineKeeperOptions {
  readonly clock: Clock;
  readonly measure: (stop: AbortSignal) => Promise<Result<LineMeasure, Failure>>;
  readonly onMeasure: (line: LineMeasure) => void;
}

/** Measures nothing before it may; see `LineKeeper`. */
export const createLineKeeper = ({ clock, measure, onMeasure }: LineKeeperOptions): LineKeeper => {
  let running: AbortController | undefined;
  let cancelNext = (): void => {};

  const test = async (run: AbortController): Promise<void> => {
    const measured = await measure(run.signal);
    if (run !== running) return;
    if (measured.ok) onMeasure(measured.value);
    cancelNext = clock.after(measured.ok ? MEASURE_AGAIN_MS : RETRY_MS, () => void test(run));
  };
  const stop = (): void => {
    cancelNext();
    running?.abort();
    running = undefined;
  };

  return {
    follow: (may) => {
      if (!may) return stop();
      if (running) return;
      running = new AbortController();
      void test(running);
    },
    close: stop,
  };
};
