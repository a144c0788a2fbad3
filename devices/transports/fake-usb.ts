import type { UsbDevice, UsbEndpoint, UsbInterface, UsbLibrary, UsbReceived } from './usb-library.ts';

const BULK_OUT: UsbEndpoint = { endpointNumber: 1, direction: 'out', type: 'bulk', packetSize: 64 };
const BULK_IN: UsbEndpoint = { endpointNumber: 2, direction: 'in', type: 'bulk', packetSize: 64 };
const INTERRUPT_IN: UsbEndpoint = { endpointNumber: 3, direction: 'in', type: 'interrupt', packetSize: 64 };

/** An interface of a fake device: by default the one of a health device. */
export const fakeInterface = (
  interfaceClass = 0x0f,
  endpoints: readonly UsbEndpoint[] = [BULK_OUT, BULK_IN, INTERRUPT_IN],
  interfaceNumber = 0,
): UsbInterface => ({ interfaceNumber, alternate: { interfaceClass, endpoints } });

/** What is told of a fake device. */
export interface FakeUsbDescription extends Partial<Pick<UsbDevice, 'serialNumber' | 'productName'>> {
  readonly bus?: string;
  readonly ports?: readonly number[];
  readonly interfaces?: readonly UsbInterface[];
}

type Step = 'open' | 'configuration' | 'serialNumber' | 'claim' | 'status' | 'write';

/** A USB device of a test, which says what the device sends and what fails. */
export const createFakeUsb = (description: FakeUsbDescription = {}) => {
  const { bus = '001', ports = [4, 2], interfaces = [fakeInterface()] } = description;
  const calls: string[] = [];
  const written: number[][] = [];
  const failures = new Map<Step, Error>();
  const waiting = new Map<number, (UsbReceived | Error)[]>();
  let taken: number | undefined;
  let address = 7;
  let isPlugged = true;
  let opened = false;

  const step = (name: Step): void => {
    const broken = failures.get(name);
    if (broken !== undefined) throw broken;
  };

  const createDevice = (): UsbDevice => ({
    vendorId: 0x173a,
    productId: 0x21d5,
    productName: description.productName,
    bus,
    address,
    ports,
    get opened() {
      return opened;
    },
    get serialNumber() {
      step('serialNumber');
      return description.serialNumber;
    },
    get configuration() {
      step('configuration');
      opened = true;
      return { interfaces };
    },
    open: async () => {
      step('open');
      opened = true;
    },
    close: async () => {
      calls.push('close');
      opened = false;
    },
    claimInterface: async (number) => {
      step('claim');
      calls.push(`claim ${number}`);
    },
    releaseInterface: async (number) => void calls.push(`release ${number}`),
    controlTransferIn: async ({ request }, length) => {
      calls.push(`request ${request}, ${length} bytes`);
      step('status');
      return { data: new DataView(new ArrayBuffer(length)), status: 'ok' };
    },
    transferIn: async (endpoint, length, timeout = 0) => {
      const until = performance.now() + timeout;
      for (;;) {
        const next = waiting.get(endpoint)?.shift();
        if (next instanceof Error) throw next;
        if ((next?.data?.byteLength ?? 0) > length) throw new Error('transferIn error: buffer overflow');
        if (next !== undefined) return next;
        if (performance.now() >= until) throw new Error('transferIn error: Cancelled');
        await new Promise((resolve) => setTimeout(resolve, 1));
      }
    },
    transferOut: async (_endpoint, data) => {
      step('write');
      written.push([...data]);
      return { bytesWritten: taken ?? data.length, status: 'ok' };
    },
    clearHalt: async (direction, endpoint) => void calls.push(`clear ${direction} ${endpoint}`),
  });

  const next = (endpoint: number, event: UsbReceived | Error): void => {
    waiting.set(endpoint, [...(waiting.get(endpoint) ?? []), event]);
  };
  const library: UsbLibrary = { getDevices: async () => (isPlugged ? [createDevice()] : []) };

  return {
    load: async () => library,
    calls,
    written,
    isOpen: () => opened,
    fail: (name: Step, words: string) => failures.set(name, new Error(words)),
    takeOnly: (bytes: number) => {
      taken = bytes;
    },
    /** A packet of the device. */
    send: (bytes: readonly number[], endpoint = BULK_IN.endpointNumber) =>
      next(endpoint, { data: new DataView(Uint8Array.from(bytes).buffer), status: 'ok' }),
    halt: () => next(BULK_IN.endpointNumber, { status: 'stall' }),
    breakDown: (words: string) => next(BULK_IN.endpointNumber, new Error(words)),
    unplug: () => {
      isPlugged = false;
    },
    plugInAgain: () => {
      isPlugged = true;
      address += 1;
    },
  };
};
