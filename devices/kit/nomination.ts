import type { Candidate, UsbMark } from '#core/contract/devices.ts';
import type { DriverManifest, HidUsage, PortNeeds } from './driver.ts';

/** Something that is plugged in, as the system lists it. */
export interface PluggedPort {
  readonly transport: 'serial' | 'hid' | 'phdc';
  /** What the system calls it: `/dev/ttyUSB0`, `COM4`, a HID path, `usb 1-4.2`. */
  readonly path: string;
  readonly vendorId?: number;
  readonly productId?: number;
  readonly serialNumber?: string;
  /** The socket: bus and ports from the root, `1-4.2`. */
  readonly topology?: string;
  readonly product?: string;
  /** Of a HID device: its top-level collection. */
  readonly usage?: HidUsage;
}

/** What a binding says of the device that it stands for. */
export interface UsbCriteria extends UsbMark {
  readonly vendorId?: number | undefined;
  readonly productId?: number | undefined;
}

/** Which of the plugged-in devices a binding means. */
export type Nomination =
  | { readonly type: 'none' }
  | { readonly type: 'one'; readonly port: PluggedPort }
  /** More than one fits; `alike` when they differ in nothing but their socket. */
  | { readonly type: 'several'; readonly ports: readonly PluggedPort[]; readonly alike: boolean };

const listedAs = ({ transport }: PortNeeds): PluggedPort['transport'] =>
  transport === 'hid-uart' ? 'hid' : transport;

/** The line that the driver speaks over a port of this kind; undefined when it speaks over none. */
export const needsFor = (manifest: DriverManifest, port: PluggedPort): PortNeeds | undefined =>
  [manifest.port, ...(manifest.otherPorts ?? [])].find((needs) => listedAs(needs) === port.transport);

const hasUsage = ({ hidUsage }: DriverManifest, { usage }: PluggedPort): boolean =>
  hidUsage !== undefined && usage?.usagePage === hidUsage.usagePage && usage.usage === hidUsage.usage;

const carries = (manifest: DriverManifest, criteria: UsbCriteria, port: PluggedPort): boolean => {
  if (needsFor(manifest, port) === undefined) return false;
  if (criteria.vendorId !== undefined || criteria.productId !== undefined) {
    return (
      (criteria.vendorId ?? port.vendorId) === port.vendorId &&
      (criteria.productId ?? port.productId) === port.productId
    );
  }
  // Every PHDC device says by its class what it is: no ids are needed.
  if (port.transport === 'phdc' || hasUsage(manifest, port)) return true;
  return manifest.usb.some(
    ({ vendorId, productId }) => vendorId === port.vendorId && productId === port.productId,
  );
};

const areAlike = (ports: readonly PluggedPort[]): boolean =>
  new Set(ports.map(({ serialNumber = '' }) => serialNumber)).size < ports.length;

const nominationOf = (ports: readonly PluggedPort[]): Nomination => {
  const [first, second] = ports;
  if (first === undefined) return { type: 'none' };
  return second === undefined
    ? { type: 'one', port: first }
    : { type: 'several', ports, alike: areAlike(ports) };
};

/**
 * Nominates by USB ids, then narrows by what was remembered: the serial number, and the socket when the serial number does not decide (cheap
 * adapters share one). A remembered serial number that is not there nominates nothing: another device is never taken in its place.
 * A remembered socket that is empty leaves what else fits, for the assistant to choose: the device may have been plugged in elsewhere.
 */
export const nominate = (
  manifest: DriverManifest,
  criteria: UsbCriteria,
  plugged: readonly PluggedPort[],
): Nomination => {
  const fitting = plugged.filter((port) => carries(manifest, criteria, port));
  const { serialNumber, topology } = criteria;
  const bySerial =
    serialNumber === undefined ? fitting : fitting.filter((port) => port.serialNumber === serialNumber);
  if (topology === undefined) return nominationOf(bySerial);
  const bySocket = bySerial.filter((port) => port.topology === topology);
  if (bySocket.length > 0) return nominationOf(bySocket);
  if (serialNumber !== undefined || bySerial.length === 0) return nominationOf(bySerial);
  return { type: 'several', ports: bySerial, alike: areAlike(bySerial) };
};

/** What is remembered of a port once it has been chosen or has proved itself: the least that tells it from others. */
export const markOf = ({ serialNumber, topology }: PluggedPort, alike: boolean): UsbMark => ({
  ...(serialNumber === undefined ? {} : { serialNumber }),
  ...(topology === undefined || (serialNumber !== undefined && !alike) ? {} : { topology }),
});

/** A port as the assistant is shown it. */
export const candidateOf = ({ path, product, serialNumber, topology }: PluggedPort): Candidate => ({
  path,
  ...(product === undefined ? {} : { product }),
  ...(serialNumber === undefined ? {} : { serialNumber }),
  ...(topology === undefined ? {} : { topology }),
});
