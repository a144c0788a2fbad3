import type { PrinterInfo } from 'electron';
import { type Failure, failure } from '#core/contract/error-codes.ts';
import { fail, ok, type Result } from '#core/result.ts';
import type { Clock, Milliseconds } from '#core/time.ts';
import { FAULT_OF_STATE, type Printer, type PrinterState } from './printer.ts';

type KnownPrinter = Pick<PrinterInfo, 'name' | 'displayName' | 'options'>;

interface SystemPrinterOptions {
  readonly clock: Clock;
  /** Name of the printer in the profile; undefined: the only one, or the system's own choice among several. */
  readonly name: string | undefined;
  /** Printers of the system; undefined while there is no window to ask by. */
  readonly printers: () => Promise<readonly KnownPrinter[]> | undefined;
  /** Draws the document and hands it to the printer of this name (undefined: the system's own choice). */
  readonly spool: (
    document: Uint8Array<ArrayBuffer>,
    name: string | undefined,
  ) => Promise<Result<null, Failure>>;
  /** Takes everything back that waits at the printer of this name. */
  readonly purge: (name: string) => Promise<void>;
}

/** Keywords of `printer-state-reasons` (RFC 8011, 5.4.12), which CUPS and macOS tell; `-error`, `-warning` and `-report` may follow. */
const REASONS: readonly (readonly [RegExp, PrinterState])[] = [
  [/\bmedia-(?:empty|needed)\b/, 'paper-out'],
  [/\bmedia-jam\b/, 'jammed'],
  [/\b(?:offline|shutdown|timed-out|connecting-to-device|paused)\b/, 'offline'],
];
/** `printer-state` of RFC 8011: idle, processing, stopped. */
const PROCESSING = '4';
const STOPPED = '5';

/** What the system tells of a printer. Windows tells nothing of paper and jams: there a printer that exists is `unknown`. */
export const stateOf = ({ options }: Pick<KnownPrinter, 'options'>): PrinterState => {
  const { 'printer-state': state, 'printer-state-reasons': reasons = '' } = (options ?? {}) as Readonly<
    Record<string, string | undefined>
  >;
  if (state === undefined) return 'unknown';
  const found = REASONS.find(([words]) => words.test(reasons));
  // A full tray or little toner are warnings: it goes on printing.
  if (found !== undefined) return found[1];
  return state === STOPPED ? 'offline' : 'ready';
};

const LOOK_EVERY_MS: Milliseconds = 1_000;
/** Ten pages of a slow printer that has to warm up first. */
const OUT_WITHIN_MS: Milliseconds = 120_000;

export const createSystemPrinter = (options: SystemPrinterOptions): Printer => {
  const { clock, name } = options;

  const known = async (): Promise<KnownPrinter | undefined> => {
    const all = (await options.printers()?.catch(() => [])) ?? [];
    if (name !== undefined) return all.find((one) => one.name === name || one.displayName === name);
    return all[0];
  };
  /** With several and no name in the profile the system's own choice is left to the system. */
  const chosen = async (): Promise<string | undefined> => {
    const all = (await options.printers()?.catch(() => [])) ?? [];
    return name === undefined && all.length > 1 ? undefined : (await known())?.name;
  };
  const state = async (): Promise<PrinterState> => {
    const printer = await known();
    return printer === undefined ? 'missing' : stateOf(printer);
  };
  const purge = async (): Promise<void> => {
    const printer = await known();
    if (printer !== undefined) await options.purge(printer.name);
  };
  const isProcessing = async (): Promise<boolean> =>
    (((await known())?.options ?? {}) as Readonly<Record<string, string | undefined>>)['printer-state'] ===
    PROCESSING;
  const pause = (): Promise<void> =>
    new Promise((resolve) => {
      clock.after(LOOK_EVERY_MS, resolve);
    });

  /** Until it rests again, or says what is wrong. */
  const out = async (): Promise<Result<null, Failure>> => {
    const beganMs = clock.monotonic();
    for (;;) {
      await pause();
      const fault = FAULT_OF_STATE[await state()];
      if (fault !== undefined) return fail(failure(fault));
      if (!(await isProcessing())) return ok(null);
      if (clock.monotonic() - beganMs > OUT_WITHIN_MS) return fail(failure('PRINT_FAILED', 'too slow'));
    }
  };

  return {
    state,
    purge,
    print: async (document) => {
      const before = FAULT_OF_STATE[await state()];
      if (before !== undefined) return fail(failure(before));
      const spooled = await options.spool(document, await chosen());
      const outcome = spooled.ok ? await out() : spooled;
      // A job that waits would come out in front of somebody else, once there is paper again.
      if (!outcome.ok) await purge();
      return outcome;
    },
  };
};
