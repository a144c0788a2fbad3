import { type Failure, failure } from '#core/contract/error-codes.ts';
import { fail, ok, type Result } from '#core/result.ts';
import { wordsOf } from './hid-library.ts';

export interface UsbEndpoint {
  readonly endpointNumber: number;
  readonly direction: 'in' | 'out';
  readonly type: 'bulk' | 'interrupt' | 'isochronous' | 'control';
  readonly packetSize: number;
}

export interface UsbInterface {
  readonly interfaceNumber: number;
  readonly alternate: { readonly interfaceClass: number; readonly endpoints: readonly UsbEndpoint[] };
}

/** The bytes that came; none where the device has halted the endpoint. */
export interface UsbReceived {
  readonly data?: DataView | undefined;
  readonly status?: string | undefined;
}

/** One USB device as the library sees it; a new one with every listing. Any property may throw: some are asked of the device. */
export interface UsbDevice {
  readonly vendorId: number;
  readonly productId: number;
  readonly serialNumber?: string | null | undefined;
  readonly productName?: string | null | undefined;
  /** Digits with leading zeros on Linux. */
  readonly bus: string;
  readonly address: number;
  /** The port on each hub, from the root. */
  readonly ports: readonly number[];
  readonly opened: boolean;
  /** Opens the device when it is not open. */
  readonly configuration?: { readonly interfaces: readonly UsbInterface[] } | null | undefined;
  open(): Promise<void>;
  close(): Promise<void>;
  claimInterface(interfaceNumber: number): Promise<void>;
  releaseInterface(interfaceNumber: number): Promise<void>;
  controlTransferIn(
    setup: {
      requestType: 'standard';
      recipient: 'device';
      request: number;
      value: number;
      index: number;
    },
    length: number,
    timeout?: number,
  ): Promise<UsbReceived>;
  /** Fails with `Cancelled` when nothing came in time. */
  transferIn(endpointNumber: number, length: number, timeout?: number): Promise<UsbReceived>;
  transferOut(
    endpointNumber: number,
    data: Uint8Array<ArrayBuffer>,
    timeout?: number,
  ): Promise<{ readonly bytesWritten?: number | undefined; readonly status?: string | undefined }>;
  clearHalt(direction: 'in' | 'out', endpointNumber: number): Promise<void>;
}

/** The part of usb that is used. */
export interface UsbLibrary {
  getDevices(): Promise<readonly UsbDevice[]>;
}

/**
 * Loads usb, whose binding a machine may lack: it has no USB devices of this kind, and every other device all the same. Its types name
 * the device's methods only by those of a browser, which are none of this program's.
 */
export const loadUsbLibrary = async (): Promise<UsbLibrary> =>
  (await import('usb')).usb as unknown as UsbLibrary;

const LIBRARY_MISSING = /cannot open shared object|ERR_DLOPEN|cannot find (module|native)|no native build/i;

/** Runs `use` with the library; whatever it throws becomes a failure by `otherwise`. */
export const withUsbLibrary = async <T>(
  load: () => Promise<UsbLibrary>,
  use: (library: UsbLibrary) => Promise<T>,
  otherwise: (words: string) => Failure,
): Promise<Result<T, Failure>> => {
  try {
    return ok(await use(await load()));
  } catch (thrown) {
    const words = wordsOf(thrown);
    return fail(
      LIBRARY_MISSING.test(words)
        ? failure('PORT_FAILED', `the USB library cannot be loaded: ${words}`)
        : otherwise(words),
    );
  }
};
