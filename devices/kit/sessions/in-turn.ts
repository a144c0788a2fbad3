/** Runs jobs one after the other, in the order they were given: a conversation of several questions is not mixed with another. */
export const createTurns = (): (<Outcome>(job: () => Promise<Outcome>) => Promise<Outcome>) => {
  let last: Promise<unknown> = Promise.resolve();
  return (job) => {
    const turn = last.then(job, job);
    last = turn;
    return turn;
  };
};
