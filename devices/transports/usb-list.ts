import { readdir, readFile } from 'node:fs/promises';
import { type Failure, failure } from '#core/contract/error-codes.ts';
import type { Result } from '#core/result.ts';
import type { PluggedPort } from '../kit/nomination.ts';
import { loadUsbLibrary, type UsbDevice, type UsbLibrary, withUsbLibrary } from './usb-library.ts';

/** Class of an interface of the Personal Healthcare Device Class. */
export const HEALTH_DEVICE_CLASS = 0x0f;

/** A plugged-in device of the Personal Healthcare Device Class. */
export interface UsbCandidate extends PluggedPort {
  readonly transport: 'phdc';
  readonly vendorId: number;
  readonly productId: number;
  readonly topology: string;
}

/** The socket of a device: its bus, then the port on each hub; undefined for a root hub, which has none. */
export const socketOf = ({ bus, ports }: UsbDevice): string | undefined =>
  ports.length === 0 ? undefined : `${bus.replace(/^0+(?=\d)/, '')}-${ports.join('.')}`;

/** What the cabin calls the device in this socket. */
export const usbPathOf = (socket: string): string => `usb ${socket}`;

const SYSTEM_DEVICES = '/sys/bus/usb/devices';

/** The classes of a device's interfaces as the kernel (Linux) knows them, without opening it; undefined where it does not tell. */
const systemClassesOf = async (socket: string): Promise<readonly number[] | undefined> => {
  try {
    const entries = await readdir(SYSTEM_DEVICES);
    const own = entries.filter((entry) => entry.startsWith(`${socket}:`));
    const classes = own.map((entry) => readFile(`${SYSTEM_DEVICES}/${entry}/bInterfaceClass`, 'latin1'));
    return (await Promise.all(classes)).map((digits) => Number.parseInt(digits, 16));
  } catch {
    return undefined;
  }
};

/** The same by the device's own description, for which it has to be opened: one that may not be opened tells nothing. */
const describedClassesOf = async (device: UsbDevice): Promise<readonly number[]> => {
  try {
    return (device.configuration?.interfaces ?? []).map(({ alternate }) => alternate.interfaceClass);
  } catch {
    return [];
  } finally {
    await Promise.resolve()
      .then(() => (device.opened ? device.close() : undefined))
      .catch(() => undefined);
  }
};

/** What a property says, which may have to be asked of a device that does not answer. */
const told = (ask: () => string | null | undefined): string | undefined => {
  try {
    return ask() || undefined;
  } catch {
    return undefined;
  }
};

const candidateOf = async (
  device: UsbDevice,
  classesOf: (socket: string) => Promise<readonly number[] | undefined>,
): Promise<UsbCandidate[]> => {
  const topology = socketOf(device);
  if (topology === undefined) return [];
  const classes = (await classesOf(topology)) ?? (await describedClassesOf(device));
  if (!classes.includes(HEALTH_DEVICE_CLASS)) return [];
  const serialNumber = told(() => device.serialNumber);
  const product = told(() => device.productName);
  const { vendorId, productId } = device;
  return [
    {
      transport: 'phdc',
      path: usbPathOf(topology),
      vendorId,
      productId,
      topology,
      ...(serialNumber === undefined ? {} : { serialNumber }),
      ...(product === undefined ? {} : { product }),
    },
  ];
};

/** The devices of the Personal Healthcare Device Class that are plugged in. Fails with PORT_FAILED when none can be listed. */
export const listUsb = (
  load: () => Promise<UsbLibrary> = loadUsbLibrary,
  classesOf: (socket: string) => Promise<readonly number[] | undefined> = systemClassesOf,
): Promise<Result<readonly UsbCandidate[], Failure>> =>
  withUsbLibrary(
    load,
    async (library) => {
      const devices = await library.getDevices();
      const candidates = await Promise.all(devices.map((device) => candidateOf(device, classesOf)));
      return candidates.flat();
    },
    (words) => failure('PORT_FAILED', words),
  );
