import type { SelfTestView } from '#core/contract/technician.ts';
import type { Clock, Milliseconds } from '#core/time.ts';
import type { BenchAnswer } from '../processes/device-host.ts';
import { cannot, done, type Outcome } from './outcome.ts';
import type { Papers } from './papers.ts';

interface SelfTestParts {
  readonly clock: Clock;
  readonly papers: Pick<Papers, 'keepReport'>;
  hostIsReady(): boolean;
  /** Tells the device host to begin. */
  begin(): void;
}

/** The self-test of every device: the one that runs, or the last one. */
export interface SelfTests {
  run(): Outcome;
  hear(message: Extract<BenchAnswer, { type: 'self-test' }>): void;
  /** The host that ran it has died. */
  breakOff(): void;
  save(): Promise<Outcome>;
  view(): SelfTestView | undefined;
}

/** None was run yet. */
export const createSelfTests = ({ clock, papers, hostIsReady, begin }: SelfTestParts): SelfTests => {
  let test: SelfTestView | undefined;
  let beganAt: Milliseconds = 0;
  let pages: { html: string; json: string } | undefined;

  return {
    run: () => {
      if (!hostIsReady()) return cannot('the device host is being started');
      if (test?.running === true) return cannot('a self-test runs already');
      pages = undefined;
      beganAt = clock.monotonic();
      test = { startedAt: clock.now(), running: true, tookMs: 0, reports: [] };
      begin();
      return done;
    },
    hear: (message) => {
      if (test?.running !== true) return;
      ({ pages } = message);
      test = {
        ...test,
        reports: message.reports,
        running: pages === undefined,
        tookMs: Math.round(clock.monotonic() - beganAt),
      };
    },
    breakOff: () => {
      if (test?.running === true) test = { ...test, running: false };
    },
    save: async () => {
      if (pages === undefined || test === undefined) return cannot('there is no report yet');
      const saved = await papers.keepReport(pages);
      if (!saved.ok) return saved;
      test = { ...test, saved: saved.value };
      return done;
    },
    view: () => test,
  };
};
