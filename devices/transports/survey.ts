import { realpath } from 'node:fs/promises';
import { basename } from 'node:path';
import { SerialPort } from 'serialport';
import type { PluggedPort } from '../kit/nomination.ts';
import { listHid } from './hid-list.ts';
import { listUsb } from './usb-list.ts';
import { topologyOf } from './usb-topology.ts';

/** What serialport tells of a port; USB ids are hex digits, of either case, and absent for a port that is not on USB. */
interface ListedSerialPort {
  readonly path: string;
  readonly vendorId?: string | undefined;
  readonly productId?: string | undefined;
  readonly serialNumber?: string | undefined;
  readonly manufacturer?: string | undefined;
  readonly locationId?: string | undefined;
}

const usbId = (digits: string | undefined): number | undefined =>
  digits !== undefined && /^[0-9a-fA-F]{1,4}$/.test(digits) ? Number.parseInt(digits, 16) : undefined;

/** Where the kernel keeps the device of a serial port. */
const systemPathOf = (path: string): Promise<string | undefined> =>
  realpath(`/sys/class/tty/${basename(path)}/device`).catch(() => undefined);

/** A listed serial port as the cabin sees it. */
export const pluggedSerialPort = (port: ListedSerialPort, systemPath: string | undefined): PluggedPort => {
  const vendorId = usbId(port.vendorId);
  const productId = usbId(port.productId);
  // Windows names the socket itself (`Port_#0002.Hub_#0003`); Linux keeps it in the path of the device.
  const topology = topologyOf(systemPath ?? '') ?? port.locationId;
  return {
    transport: 'serial',
    path: port.path,
    ...(vendorId === undefined ? {} : { vendorId }),
    ...(productId === undefined ? {} : { productId }),
    ...(port.serialNumber ? { serialNumber: port.serialNumber } : {}),
    ...(topology ? { topology } : {}),
    ...(port.manufacturer ? { product: port.manufacturer } : {}),
  };
};

/** Listing needs udev's own tool on Linux; where it is missing nothing is listed, and explicit paths still work. */
const listSerial = async (): Promise<readonly PluggedPort[]> => {
  const listed: readonly ListedSerialPort[] = await SerialPort.list().catch(() => []);
  return await Promise.all(
    listed.map(async (port) => pluggedSerialPort(port, await systemPathOf(port.path))),
  );
};

const listReports = async (): Promise<readonly PluggedPort[]> => {
  const listed = await listHid();
  if (!listed.ok) return [];
  return listed.value.map(({ usagePage, usage, ...port }) => ({
    ...port,
    transport: 'hid' as const,
    usage: { usagePage, usage },
  }));
};

const listHealthDevices = async (): Promise<readonly PluggedPort[]> => {
  const listed = await listUsb();
  return listed.ok ? listed.value : [];
};

/** Everything that is plugged in and could be a device of a cabin. */
export const surveyPorts = async (): Promise<readonly PluggedPort[]> => {
  const lists = await Promise.all([listSerial(), listReports(), listHealthDevices()]);
  return lists.flat();
};
