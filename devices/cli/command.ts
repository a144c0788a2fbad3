import { DRIVER_IDS, type DriverId, driverIdSchema } from '#core/contract/devices.ts';
import { fail, ok, type Result } from '#core/result.ts';
import type { Arguments, OptionTable } from './arguments.ts';

/** Where a command writes: results on `out`, everything else on `log`. */
export interface Console {
  out(text: string): void;
  log(text: string): void;
  readInput(): Promise<Uint8Array>;
  /** Resolves when the person or the parent process asks to stop. */
  stopped(): Promise<void>;
  /** Resolves when standard input ends. */
  inputEnded(): Promise<void>;
  /** Lines of standard input as they come, for commands that listen to a tester, until the returned function is called. */
  onLine(listener: (line: string) => void): () => void;
}

/** One command of `device`. A failure is one clear line; the process then exits with 2. */
export interface DeviceCommand {
  readonly name: string;
  readonly usage: string;
  readonly purpose: string;
  readonly options: OptionTable;
  run(given: Arguments, console: Console): Promise<Result<void, string>>;
}

/** The driver id that a word names. */
export const parseDriverId = (word: string | undefined): Result<DriverId, string> => {
  const parsed = driverIdSchema.safeParse(word);
  if (parsed.success) return ok(parsed.data);
  const known = DRIVER_IDS.join(', ');
  return fail(
    word === undefined ? `a driver id is needed: ${known}` : `unknown driver id "${word}"; known: ${known}`,
  );
};
