import type { Failure } from '#core/contract/error-codes.ts';
import type { Result } from '#core/result.ts';
import type { Clock } from '#core/time.ts';

/** Between two tries, in milliseconds. */
const RETRY_MS = 2_000;

/** Asks until it succeeds; each new kind of failure is told once. Undefined when `wanted` has become false. */
export const persist = async <Value>(
  ask: () => Promise<Result<Value, Failure>>,
  wanted: () => boolean,
  onFailure: (failure: Failure) => void,
  clock: Clock,
): Promise<Value | undefined> => {
  let told: string | undefined;
  while (wanted()) {
    const answer = await ask();
    if (answer.ok) return wanted() ? answer.value : undefined;
    if (answer.failure.code !== told) onFailure(answer.failure);
    told = answer.failure.code;
    await new Promise<void>((resolve) => clock.after(RETRY_MS, resolve));
  }
  return undefined;
};
