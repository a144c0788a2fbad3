import type { Clock, Milliseconds } from '#core/time.ts';

/** Lets somebody wait until something has become true, never longer than a deadline. */
export interface Signal {
  /** Something may have changed. */
  notify(): void;
  /** Whether `condition` came true within `limit`. */
  until(condition: () => boolean, limit: Milliseconds): Promise<boolean>;
}

/** A signal on which nobody waits yet. */
export const createSignal = (clock: Clock): Signal => {
  const waiters = new Set<() => void>();
  return {
    notify: () => {
      for (const look of [...waiters]) look();
    },
    until: (condition, limit) =>
      new Promise((resolve) => {
        let cancel = (): void => undefined;
        const end = (came: boolean): void => {
          cancel();
          waiters.delete(look);
          resolve(came);
        };
        const look = (): void => {
          if (condition()) end(true);
        };
        waiters.add(look);
        cancel = clock.after(limit, () => end(condition()));
        look();
      }),
  };
};
