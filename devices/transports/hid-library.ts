import { type Failure, failure } from '#core/contract/error-codes.ts';
import { fail, ok, type Result } from '#core/result.ts';

/** What the library tells of one top-level collection of a HID device. */
export interface HidDescription {
  readonly path?: string | undefined;
  readonly vendorId: number;
  readonly productId: number;
  readonly serialNumber?: string | undefined;
  readonly product?: string | undefined;
  readonly usagePage?: number | undefined;
  readonly usage?: number | undefined;
}

/** One open HID device. The library begins to read with the first listener for `data`. */
export interface HidHandle {
  on(event: 'data', listener: (report: Uint8Array) => void): unknown;
  /** The library reports some errors as bare strings. */
  on(event: 'error', listener: (error: unknown) => void): unknown;
  /** The first byte is the report number, 0 for devices that do not number theirs. */
  write(report: number[]): Promise<number>;
  sendFeatureReport(report: number[]): Promise<number>;
  close(): Promise<void>;
}

/** The part of node-hid that is used. */
export interface HidLibrary {
  devicesAsync(): Promise<readonly HidDescription[]>;
  readonly HIDAsync: { open(path: string): Promise<HidHandle> };
}

/**
 * Loads node-hid, whose binding needs libusb-1.0 and libudev on Linux: a machine without them has no HID devices, and every
 * other device all the same. Its default driver on Linux is hidraw, which shares a device's other interfaces with the kernel.
 */
export const loadHidLibrary = async (): Promise<HidLibrary> => await import('node-hid');

/** What was thrown, in words. */
export const wordsOf = (thrown: unknown): string =>
  thrown instanceof Error ? thrown.message : String(thrown);

const LIBRARY_MISSING = /cannot open shared object|ERR_DLOPEN|cannot find module|no native build/i;

/** Whether the library itself could not be loaded, and what is missing then. */
const libraryFailure = (thrown: unknown): Failure | undefined =>
  LIBRARY_MISSING.test(wordsOf(thrown))
    ? failure('PORT_FAILED', `the HID library cannot be loaded: ${wordsOf(thrown)}`)
    : undefined;

/** Runs `use` with the library; whatever it throws becomes a failure by `otherwise`. */
export const withHidLibrary = async <T>(
  load: () => Promise<HidLibrary>,
  use: (library: HidLibrary) => Promise<T>,
  otherwise: (words: string) => Failure,
): Promise<Result<T, Failure>> => {
  try {
    return ok(await use(await load()));
  } catch (thrown) {
    return fail(libraryFailure(thrown) ?? otherwise(wordsOf(thrown)));
  }
};
