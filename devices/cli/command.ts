import { DRIVER_IDS, type DriverId, driverIdSchema } from '#core/contract/devices.ts';
import { fail, ok, type Result } from '#core/result.ts';
import type { Accepted, Arguments } from './arguments.ts';
import { suggestion } from './nearest.ts';

/** Where a command writes: results on `out`, everything else on `log`. */
export interface Console {
  out(text: string): void;
  log(text: string): void;
  /** Width of the terminal in characters. */
  readonly columns: number;
  /** Whether a person looks at `out`, and it may be drawn anew. */
  readonly live: boolean;
  readInput(): Promise<Uint8Array>;
  /** Resolves when the person or the parent process asks to stop. */
  stopped(): Promise<void>;
  /** Resolves when standard input ends. */
  inputEnded(): Promise<void>;
  /** Lines of standard input as they come, for commands that listen to a tester, until the returned function is called. */
  onLine(listener: (line: string) => void): () => void;
}

/** `faulty`: everything was done as asked, and what was looked at is not well. */
export type Verdict = 'well' | 'faulty';

/** One command of `device`. A failure is one clear line; the process then exits with 2, with 1 when it found something faulty. */
export interface DeviceCommand extends Accepted {
  readonly name: string;
  /** How it is called, when not as `npm run -s device -- <name>`. */
  readonly calledAs?: string;
  readonly purpose: string;
  /** What follows the command's name, and what that does. */
  readonly examples: readonly (readonly [words: string, does: string])[];
  run(given: Arguments, console: Console): Promise<Result<Verdict, string>>;
}

export const WELL = ok<Verdict>('well');
export const FAULTY = ok<Verdict>('faulty');

/** The driver id that a word names. */
export const parseDriverId = (word: string | undefined): Result<DriverId, string> => {
  const parsed = driverIdSchema.safeParse(word);
  if (parsed.success) return ok(parsed.data);
  return fail(
    word === undefined
      ? `a driver id is needed: ${DRIVER_IDS.join(', ')}`
      : `unknown driver id "${word}"${suggestion(word, DRIVER_IDS)}`,
  );
};

/** What went wrong, in the words of whoever threw it, unless those are a system's. */
export const reasonOf = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  if ('code' in error && error.code === 'EADDRINUSE' && 'port' in error)
    return `port ${error.port} is already used by another program`;
  return error.message;
};
