import { realpath } from 'node:fs/promises';
import { basename } from 'node:path';
import { type Failure, failure } from '#core/contract/error-codes.ts';
import type { Result } from '#core/result.ts';
import { type HidDescription, type HidLibrary, loadHidLibrary, withHidLibrary } from './hid-library.ts';
import { topologyOf } from './usb-topology.ts';

/** One top-level collection of a plugged-in HID device; a device with several is listed several times under one path on Linux. */
export interface HidCandidate {
  readonly path: string;
  readonly vendorId: number;
  readonly productId: number;
  readonly serialNumber?: string;
  /** What the device calls itself. */
  readonly product?: string;
  readonly usagePage: number;
  readonly usage: number;
  /** Where it is plugged in (`1-4.2`), where the system tells: Linux. */
  readonly topology?: string;
}

/** Where the kernel keeps the device of a hidraw node. */
const systemPathOf = (path: string): Promise<string | undefined> =>
  realpath(`/sys/class/hidraw/${basename(path)}/device`).catch(() => undefined);

const candidateOf = async (
  device: HidDescription & { readonly path: string },
  systemPath: (path: string) => Promise<string | undefined>,
): Promise<HidCandidate> => {
  const { path, vendorId, productId, serialNumber, product, usagePage = 0, usage = 0 } = device;
  const topology = topologyOf((await systemPath(path)) ?? '');
  return {
    path,
    vendorId,
    productId,
    ...(serialNumber ? { serialNumber } : {}),
    ...(product ? { product } : {}),
    usagePage,
    usage,
    ...(topology === undefined ? {} : { topology }),
  };
};

/** The HID devices that are plugged in. Fails with PORT_FAILED when the library cannot be loaded or cannot list them. */
export const listHid = (
  load: () => Promise<HidLibrary> = loadHidLibrary,
  systemPath: (path: string) => Promise<string | undefined> = systemPathOf,
): Promise<Result<readonly HidCandidate[], Failure>> =>
  withHidLibrary(
    load,
    async (library) => {
      const devices = await library.devicesAsync();
      return await Promise.all(
        devices.flatMap((device) =>
          device.path ? [candidateOf({ ...device, path: device.path }, systemPath)] : [],
        ),
      );
    },
    (words) => failure('PORT_FAILED', words),
  );
