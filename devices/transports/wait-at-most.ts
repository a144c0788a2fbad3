/** Resolves once `work` is over, or after `delay` milliseconds, whichever is first. */
export const waitAtMost = (delay: number, work: Promise<unknown>): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, delay);
    const done = (): void => {
      clearTimeout(timer);
      resolve();
    };
    void work.then(done, done);
  });
