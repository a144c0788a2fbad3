import type { UsbDevice, UsbEndpoint, UsbInterface } from './usb-library.ts';
import { HEALTH_DEVICE_CLASS } from './usb-list.ts';

/** How APDUs travel to and from a device of the Personal Healthcare Device Class. */
export interface HealthPipes {
  readonly interfaceNumber: number;
  /** Bulk, and interrupt where the device sends what may not be late apart from the rest. */
  readonly incoming: readonly UsbEndpoint[];
  readonly outgoing: UsbEndpoint;
}

/** The pipes of a device's health interface; undefined when it has none that works both ways. */
const pipesOf = ({ interfaceNumber, alternate }: UsbInterface): HealthPipes | undefined => {
  const { interfaceClass, endpoints } = alternate;
  const outgoing = endpoints.find(({ direction, type }) => direction === 'out' && type === 'bulk');
  const incoming = endpoints.filter(
    ({ direction, type }) => direction === 'in' && (type === 'bulk' || type === 'interrupt'),
  );
  if (interfaceClass !== HEALTH_DEVICE_CLASS || outgoing === undefined || incoming.length === 0)
    return undefined;
  return { interfaceNumber, incoming, outgoing };
};

/** The health interface of an open device. */
export const findPipes = (device: UsbDevice): HealthPipes | undefined => {
  for (const found of device.configuration?.interfaces ?? []) {
    const pipes = pipesOf(found);
    if (pipes !== undefined) return pipes;
  }
  return undefined;
};
