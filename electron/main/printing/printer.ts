import type { ErrorCode, Failure } from '#core/contract/error-codes.ts';
import type { Result } from '#core/result.ts';

/** What a printer says of itself; `unknown`: the system does not tell, or not in time. */
export type PrinterState = 'ready' | 'missing' | 'offline' | 'paper-out' | 'jammed' | 'unknown';

/** The printer of the cabin: a real one, or one that is played. */
export interface Printer {
  state(): Promise<PrinterState>;
  /** Prints a document (PDF). Resolves once it is out as far as can be known; what failed is not printed later by itself. */
  print(document: Uint8Array<ArrayBuffer>): Promise<Result<null, Failure>>;
  /** Takes back whatever still waits at the printer. */
  purge(): Promise<void>;
}

/** Of states in which nothing is printed, the code of why. */
export const FAULT_OF_STATE: Partial<Record<PrinterState, ErrorCode>> = {
  missing: 'PRINTER_MISSING',
  offline: 'PRINTER_OFFLINE',
  'paper-out': 'PRINTER_PAPER_OUT',
  jammed: 'PRINTER_JAMMED',
};
