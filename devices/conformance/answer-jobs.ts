import type { FromWorker } from './crew.ts';

/** Answers the jobs of a crew, one after the other: what a worker's program does. */
export const answerJobs = <Job, News>(
  work: (job: Job, tell: (news: News) => void) => Promise<void>,
): void => {
  const post = (message: FromWorker<News>): void => void process.send?.(message);
  process.on('message', (job: Job) => {
    work(job, (news) => post({ type: 'news', news })).then(
      () => post({ type: 'done' }),
      (error: unknown) =>
        post({
          type: 'broken',
          why: error instanceof Error ? (error.stack ?? error.message) : String(error),
        }),
    );
  });
};
