import { createRequire } from 'node:module';
import { fail, ok, type Result } from '#core/result.ts';
import { wordsOf } from './hid-library.ts';

/** What a reader reports: bits of PC/SC, and above them how often a card came or went. */
export interface PcscStatus {
  readonly raw: number;
}

/** A card that is shared with other programs. */
export interface PcscCard {
  state(): Promise<{ readonly atr: Uint8Array }>;
  disconnect(then: number): Promise<void>;
}

export interface PcscReader {
  on(event: 'change', listener: (status: PcscStatus) => void): unknown;
  on(event: 'disconnect', listener: () => void): unknown;
  connect(mode: number): Promise<PcscCard>;
}

export interface PcscClient {
  on(event: 'error', listener: (error: Error) => void): unknown;
  on(event: 'reader', listener: (reader: PcscReader) => void): unknown;
  /** Throws when the machine has no service for cards. */
  start(): unknown;
  stop(): void;
}

/** The part of pcsc-mini that is used: nothing that sends a command to a card. */
export interface PcscLibrary {
  readonly Client: new () => PcscClient;
  readonly CardMode: { readonly SHARED: number };
  readonly CardDisposition: { readonly LEAVE: number };
}

/**
 * Loads pcsc-mini where somebody installed it (docs/architecture.md, "Dependencies"); its binding needs libpcsclite on Linux. Where
 * either is missing the machine has no card readers, and everything else all the same; the failure says what is missing, on one line.
 */
export const loadPcscLibrary = (): Result<PcscLibrary, string> => {
  try {
    return ok(createRequire(import.meta.url)('pcsc-mini') as PcscLibrary);
  } catch (thrown) {
    return fail(wordsOf(thrown).split('\n', 1)[0] ?? '');
  }
};
