import { open, readFile, rm } from 'node:fs/promises';
import type { Clock, Instant } from '#core/time.ts';

/** Says on disk that a visit is going on, and nothing of it but since when: what a power cut leaves behind. */
export interface VisitMarker {
  /** When the visit began that this cabin was not there to end; undefined once somebody has taken note of it. */
  interruptedAt(): Instant | undefined;
  /** Somebody has looked after the person. */
  acknowledge(): void;
  visitBegan(): void;
  /** It is over, and wiped. */
  visitOver(): void;
  /** Once the disk says what holds. */
  settled(): Promise<void>;
}

interface MarkerOptions {
  /** `visit-going-on` in the cabin's own folder. */
  readonly path: string;
  readonly clock: Pick<Clock, 'now'>;
  /** One line for the terminal. */
  say(line: string): void;
}

const INSTANT = /^\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:\d\d)$/;

/** A file that is there and cannot be understood was left by a visit all the same. */
const leftBehind = async (path: string, now: Instant): Promise<Instant | undefined> => {
  try {
    const text = (await readFile(path, 'utf8')).trim();
    return INSTANT.test(text) ? text : now;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? undefined : now;
  }
};

/** Reads what the last start has left, and keeps it current. */
export const openVisitMarker = async ({ path, clock, say }: MarkerOptions): Promise<VisitMarker> => {
  let interrupted = await leftBehind(path, clock.now());
  let last = Promise.resolve();
  const then = (action: () => Promise<void>): void => {
    last = last.then(action).catch(() => say(`${path}: cannot be written`));
  };
  const put = async (text: string): Promise<void> => {
    const file = await open(path, 'w', 0o600);
    try {
      await file.writeFile(text);
      // The power may go at any moment.
      await file.sync();
    } finally {
      await file.close();
    }
  };
  const clear = (): Promise<void> => rm(path, { force: true });
  return {
    interruptedAt: () => interrupted,
    acknowledge: () => {
      if (interrupted === undefined) return;
      interrupted = undefined;
      then(clear);
    },
    visitBegan: () => then(() => put(clock.now())),
    visitOver: () => then(clear),
    settled: () => last,
  };
};
