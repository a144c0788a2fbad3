import { statfs } from 'node:fs/promises';
import type { OutsideAnswer } from '#core/opening/check/judge-machine.ts';
import type { Clock, Milliseconds } from '#core/time.ts';

/** What the opening check asks of the machine and of the network around it. */
export interface MachineProbes {
  /** Bytes that the cabin's account may still write in its own folder; undefined when the system does not tell. */
  freeBytes(): Promise<number | undefined>;
  /** Names of the system's printers; undefined while there is no window to ask by. */
  printers(): Promise<readonly string[] | undefined>;
  /** From outside back to this cabin. */
  outside(): Promise<OutsideAnswer>;
  /** How far this clock is ahead of one outside, in milliseconds; undefined when there is none, or it does not answer. */
  clockAheadMs(): Promise<Milliseconds | undefined>;
}

export interface ProbeOptions {
  readonly clock: Clock;
  readonly folder: string;
  /** Public address of the cabin's gateway. */
  readonly publicUrl: string | undefined;
  /** A server with a clock that is right: the provider of physicians' identities. */
  readonly reference: string | undefined;
  readonly printers: () => Promise<readonly string[]> | undefined;
  /** `fetch`, or a fake. */
  readonly ask: (url: string, init: RequestInit) => Promise<Pick<Response, 'headers'>>;
}

/** An address that does not answer within this is away. Milliseconds. */
const ANSWER_WITHIN_MS = 5_000;

export const createMachineProbes = (options: ProbeOptions): MachineProbes => {
  const { clock, folder, publicUrl, reference, ask } = options;

  /** Whatever the answer is: that there is one says that the way is open. */
  const head = async (url: string) => {
    const beganMs = clock.monotonic();
    try {
      const { headers } = await ask(url, {
        method: 'HEAD',
        redirect: 'manual',
        cache: 'no-store',
        signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
      });
      return { headers, tookMs: clock.monotonic() - beganMs };
    } catch {
      return undefined;
    }
  };

  return {
    freeBytes: () =>
      statfs(folder).then(
        ({ bavail, bsize }) => bavail * bsize,
        () => undefined,
      ),
    printers: () => (options.printers() ?? Promise.resolve(undefined)).catch(() => undefined),
    outside: async () => {
      if (publicUrl === undefined) return { state: 'unknown' };
      const answer = await head(publicUrl);
      return answer === undefined
        ? { state: 'silent' }
        : { state: 'answered', roundTripMs: Math.round(answer.tookMs) };
    },
    clockAheadMs: async () => {
      if (reference === undefined) return undefined;
      const answer = await head(reference);
      const there = Date.parse(answer?.headers.get('date') ?? '');
      if (answer === undefined || Number.isNaN(there)) return undefined;
      // The date was written about half the way back ago, and cut to whole seconds: on average half of one.
      return Math.round(Date.parse(clock.now()) - answer.tookMs / 2 - there - 500);
    },
  };
};
