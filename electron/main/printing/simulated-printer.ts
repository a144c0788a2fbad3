import { type Failure, failure } from '#core/contract/error-codes.ts';
import type { SimulatedPrint, SimulatedPrinterView } from '#core/contract/printing.ts';
import { fail, ok, type Result } from '#core/result.ts';
import { FAULT_OF_STATE, type Printer } from './printer.ts';

/** A printer that is played: the technician says how it does, and it tells what came out without keeping any of it. */
export interface SimulatedPrinter extends Printer {
  put(state: SimulatedPrinterView['state']): void;
  present(): SimulatedPrinterView['state'];
  /** What came out since the cabin was started, the last ones. */
  out(): readonly SimulatedPrint[];
}

interface SimulatedPrinterOptions {
  /** Draws the document as for a real printer; how many sheets that makes. */
  readonly draw: (document: Uint8Array<ArrayBuffer>) => Promise<Result<number, Failure>>;
  /** Hexadecimal. */
  readonly sha256: (document: Uint8Array) => string;
  readonly now: () => string;
  readonly onChange: () => void;
}

const REMEMBERED = 8;

export const createSimulatedPrinter = (options: SimulatedPrinterOptions): SimulatedPrinter => {
  let state: SimulatedPrinterView['state'] = 'ready';
  let out: readonly SimulatedPrint[] = [];
  return {
    put: (next) => {
      state = next;
      options.onChange();
    },
    present: () => state,
    out: () => out,
    state: async () => state,
    purge: async () => {},
    print: async (document) => {
      const fault = FAULT_OF_STATE[state];
      if (fault !== undefined) return fail(failure(fault));
      const drawn = await options.draw(document);
      if (!drawn.ok) return drawn;
      out = [...out, { at: options.now(), sheets: drawn.value, sha256: options.sha256(document) }].slice(
        -REMEMBERED,
      );
      options.onChange();
      return ok(null);
    },
  };
};
