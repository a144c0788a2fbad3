import { type ErrorCode, type Failure, failure } from '#core/contract/error-codes.ts';
import { fail, ok, type Result } from '#core/result.ts';
import type { Link, LinkListener, Transport } from '../kit/transport.ts';
import { createApduAssembly } from './apdu-assembly.ts';
import { wordsOf } from './hid-library.ts';
import { loadUsbLibrary, type UsbDevice, type UsbLibrary, withUsbLibrary } from './usb-library.ts';
import { socketOf, usbPathOf } from './usb-list.ts';
import { findPipes, type HealthPipes } from './usb-pipes.ts';
import { waitAtMost } from './wait-at-most.ts';

/** How a device of the Personal Healthcare Device Class is opened. */
export interface UsbOptions {
  readonly load?: () => Promise<UsbLibrary>;
}

/** Delays, in milliseconds. */
const DELAYS = {
  /** One wait for a packet: how long closing may take. */
  read: 250,
  write: 3_000,
  status: 1_000,
  /** APDUs still on their way (a release) leave before a device closes; one that no longer takes them is not waited for. */
  lastWrites: 300,
} as const;
/** Waits in a row without a packet after which an APDU that began will not be completed. */
const INCOMPLETE_AFTER = 8;
/** Halts in a row that are cleared; a device that halts again and again does not work. */
const TOLERATED_HALTS = 3;

/** What nusb says, on Linux with the error's number; the first match counts. */
const OPEN_FAILURES: readonly (readonly [RegExp, ErrorCode])[] = [
  [/not found|no such device|disconnected|errno (2|19)\b/i, 'PORT_MISSING'],
  [/busy|already (claimed|open)|exclusive access|in use|errno 16\b/i, 'PORT_BUSY'],
  [/permission|access (is )?denied|not permitted|errno (1|13)\b/i, 'PORT_PERMISSION'],
];

/** The code of an error that opening a USB device gave. */
export const usbOpenFailure = (words: string): Failure =>
  failure(OPEN_FAILURES.find(([pattern]) => pattern.test(words))?.[1] ?? 'PORT_FAILED', words);

const isNothingCame = (words: string): boolean => /cancelled|timed? ?out/i.test(words);
const isHalt = (words: string): boolean => /stall/i.test(words);

const pause = (delay: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, delay));

/** GET_STATUS of the device: some meters (Accu-Chek) begin to talk only after it, and nothing else is done with the answer. */
const askStatus = async (device: UsbDevice): Promise<void> => {
  const setup = { requestType: 'standard', recipient: 'device', request: 0, value: 0, index: 0 } as const;
  await device.controlTransferIn(setup, 2, DELAYS.status).catch(() => undefined);
};

/** What one wait for a packet gave. */
type Packet =
  | { readonly type: 'bytes'; readonly bytes: Uint8Array }
  | { readonly type: 'nothing' | 'halt' }
  | { readonly type: 'broken'; readonly words: string };

const readPacket = async (device: UsbDevice, endpoint: number, length: number): Promise<Packet> => {
  try {
    const { data, status } = await device.transferIn(endpoint, length, DELAYS.read);
    if (data === undefined) return { type: status === 'stall' ? 'halt' : 'nothing' };
    return { type: 'bytes', bytes: new Uint8Array(data.buffer, data.byteOffset, data.byteLength).slice() };
  } catch (thrown) {
    const words = wordsOf(thrown);
    if (isNothingCame(words)) return { type: 'nothing' };
    return isHalt(words) ? { type: 'halt' } : { type: 'broken', words };
  }
};

interface OpenDevice {
  readonly device: UsbDevice;
  readonly pipes: HealthPipes;
  readonly isThere: () => Promise<boolean>;
}

const linkOf = ({ device, pipes, isThere }: OpenDevice, listener: LinkListener): Link => {
  let over = false;
  let closing: Promise<void> | undefined;
  let sending: Promise<void> = Promise.resolve();

  const broken = async (words: string): Promise<void> => {
    const code = (await isThere()) ? 'PORT_FAILED' : 'DEVICE_UNPLUGGED';
    if (over) return;
    over = true;
    listener.onClosed(failure(code, words));
  };

  const tell = (apdus: readonly Uint8Array[]): void => {
    for (const apdu of apdus) if (!over) listener.onBytes(apdu);
  };

  /** Reads one packet at a time: what a longer wait had already received would be lost when it is given up. */
  const listen = async (endpoint: number, packetSize: number): Promise<void> => {
    const assembly = createApduAssembly();
    let waits = 0;
    let halts = 0;
    while (!over) {
      const began = performance.now();
      const packet = await readPacket(device, endpoint, packetSize);
      waits = packet.type === 'nothing' ? waits + 1 : 0;
      halts = packet.type === 'halt' ? halts + 1 : 0;
      if (packet.type === 'bytes') tell(assembly.push(packet.bytes));
      else if (packet.type === 'broken') return await broken(packet.words);
      else if (halts > TOLERATED_HALTS) return await broken('the device halts its endpoint');
      else if (packet.type === 'halt') await device.clearHalt('in', endpoint).catch(() => undefined);
      // A wait that ends at once would be asked again and again without a rest.
      else if (performance.now() - began < DELAYS.read / 2) await pause(DELAYS.read);
      if (waits >= INCOMPLETE_AFTER) tell(assembly.flush());
    }
  };

  const listening = Promise.all(
    pipes.incoming.map(({ endpointNumber, packetSize }) => listen(endpointNumber, packetSize)),
  );

  const send = async (bytes: Uint8Array): Promise<void> => {
    if (over && closing === undefined) return;
    const { endpointNumber } = pipes.outgoing;
    try {
      const { bytesWritten, status } = await device.transferOut(
        endpointNumber,
        Uint8Array.from(bytes),
        DELAYS.write,
      );
      if (bytesWritten !== bytes.length)
        await broken(`sent ${bytesWritten} bytes of ${bytes.length} (${status})`);
    } catch (thrown) {
      await broken(wordsOf(thrown));
    }
  };

  const closeNow = async (): Promise<void> => {
    over = true;
    await waitAtMost(DELAYS.lastWrites, sending);
    // A device that is closed under a wait keeps its interface claimed until the wait is over.
    await waitAtMost(2 * DELAYS.read, listening);
    await device.releaseInterface(pipes.interfaceNumber).catch(() => undefined);
    await device.close().catch(() => undefined);
  };

  return {
    write: (bytes) => {
      if (!over) sending = sending.then(() => send(bytes));
    },
    check: async () => {
      if (over) return fail(failure('DEVICE_UNPLUGGED', 'the device is not open'));
      return (await isThere()) ? ok(undefined) : fail(failure('DEVICE_UNPLUGGED', 'the device is gone'));
    },
    close: () => {
      closing ??= closeNow();
      return closing;
    },
  };
};

const deviceAt = async (library: UsbLibrary, path: string): Promise<UsbDevice | undefined> => {
  const devices = await library.getDevices();
  return devices.find((device) => {
    const socket = socketOf(device);
    return socket !== undefined && usbPathOf(socket) === path;
  });
};

/** Opens the device and takes its health interface; what it took is given back when anything fails. */
const take = async (device: UsbDevice): Promise<HealthPipes> => {
  await device.open();
  try {
    const pipes = findPipes(device);
    if (pipes === undefined) throw new Error('the device has no interface of the health device class');
    await device.claimInterface(pipes.interfaceNumber);
    await askStatus(device);
    return pipes;
  } catch (thrown) {
    await device.close().catch(() => undefined);
    throw thrown;
  }
};

/** A device of the USB Personal Healthcare Device Class by its socket (`usb 1-4.2`); every message is one APDU. */
export const createUsbTransport = (path: string, { load = loadUsbLibrary }: UsbOptions = {}): Transport => ({
  open: async (listener): Promise<Result<Link, Failure>> => {
    const opened = await withUsbLibrary(
      load,
      async (library) => {
        const device = await deviceAt(library, path);
        if (device === undefined) throw new Error(`device not found at ${path}`);
        const pipes = await take(device);
        const isThere = async (): Promise<boolean> => {
          // Plugged in again it has another address, even in the same socket.
          const found = await deviceAt(library, path).catch(() => undefined);
          return found?.address === device.address;
        };
        return { device, pipes, isThere };
      },
      usbOpenFailure,
    );
    return opened.ok ? ok(linkOf(opened.value, listener)) : opened;
  },
});
