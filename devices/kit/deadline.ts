import type { Clock, Milliseconds } from '#core/time.ts';

/** The promise's value, or undefined when it takes longer than `delay`; a late value goes to `late`. */
export const withinDeadline = <T>(
  clock: Clock,
  delay: Milliseconds,
  promise: Promise<T>,
  late: (value: T) => void = () => undefined,
): Promise<T | undefined> =>
  new Promise((resolve, reject) => {
    let over = false;
    const cancel = clock.after(delay, () => {
      over = true;
      resolve(undefined);
    });
    promise.then((value) => {
      cancel();
      if (over) late(value);
      else resolve(value);
    }, reject);
  });
