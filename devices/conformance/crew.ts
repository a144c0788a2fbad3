import { fork, type Serializable } from 'node:child_process';
import { availableParallelism } from 'node:os';
import type { Milliseconds } from '#core/time.ts';

/** What a crew does: jobs handed one by one to processes, each of which answers every job with messages and then `done`. */
export interface CrewOptions<Job, News> {
  /** The workers' program, run as this process was: with its loader. */
  readonly program: string;
  readonly jobs: readonly Job[];
  /** A job that has said nothing for so long hangs. */
  readonly silenceMs: Milliseconds;
  onNews(news: News, job: Job): void;
  /** A job that hung or threw. Its worker is replaced, the others go on. */
  onBroken(job: Job, why: string): void;
}

/** What a worker answers. */
export type FromWorker<News> =
  | { readonly type: 'news'; readonly news: News }
  | { readonly type: 'done' }
  | { readonly type: 'broken'; readonly why: string };

/** Workers that are used: one a core. */
const crewSize = (): number => Math.max(1, availableParallelism());

const workThrough = <Job extends Serializable, News>(
  options: CrewOptions<Job, News>,
  waiting: Job[],
): Promise<void> =>
  new Promise((resolve) => {
    const job = waiting.shift();
    if (job === undefined) {
      resolve();
      return;
    }
    const worker = fork(options.program);
    let current: Job = job;
    let timer: NodeJS.Timeout | undefined;

    const leave = (): void => {
      clearTimeout(timer);
      worker.removeAllListeners();
      worker.on('error', () => undefined);
      worker.kill('SIGKILL');
    };
    const giveUp = (why: string): void => {
      leave();
      options.onBroken(current, why);
      void workThrough(options, waiting).then(resolve);
    };
    const listen = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => giveUp(`no answer within ${options.silenceMs / 1_000} s`), options.silenceMs);
    };
    const next = (): void => {
      const following = waiting.shift();
      if (following === undefined) {
        leave();
        resolve();
        return;
      }
      current = following;
      worker.send(current);
      listen();
    };

    worker.on('message', (message: FromWorker<News>) => {
      listen();
      if (message.type === 'news') options.onNews(message.news, current);
      else {
        if (message.type === 'broken') options.onBroken(current, message.why);
        next();
      }
    });
    worker.on('error', (error) => giveUp(error.message));
    worker.on('exit', (code, signal) => giveUp(`the worker ended (${signal ?? code})`));
    worker.send(current);
    listen();
  });

/** Does all jobs on every core. */
export const runCrew = async <Job extends Serializable, News>(
  options: CrewOptions<Job, News>,
): Promise<void> => {
  const waiting = [...options.jobs];
  await Promise.all(Array.from({ length: crewSize() }, () => workThrough(options, waiting)));
};
