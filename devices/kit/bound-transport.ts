import type { Candidate, Connection, DeviceBinding, UsbMark } from '#core/contract/devices.ts';
import { failure } from '#core/contract/error-codes.ts';
import { fail } from '#core/result.ts';
import type { Clock } from '#core/time.ts';
import type { Driver, DriverManifest, PortNeeds } from './driver.ts';
import { answersAs } from './handshake.ts';
import { needsFor, type PluggedPort } from './nomination.ts';
import { createSoughtTransport, type OpenedPort } from './sought-transport.ts';
import type { Transport } from './transport.ts';

/** The ports of this machine. */
export interface PortAccess {
  /** What is plugged in now. */
  survey(): Promise<readonly PluggedPort[]>;
  /** The transport of a port that was found. */
  ofPort(port: PluggedPort, needs: PortNeeds): Transport;
  /** The transport of a connection that names its port. */
  ofConnection(connection: Exclude<Connection, { transport: 'usb' }>, needs: PortNeeds): Transport;
}

export interface BoundTransportOptions {
  readonly binding: DeviceBinding;
  readonly driver: Driver;
  readonly ports: PortAccess;
  readonly clock: Clock;
  /** What the assistant has chosen, or what was remembered since the binding was read. */
  mark(): UsbMark | undefined;
  isTaken(path: string): boolean;
  /** A device that was looked for is open, or no longer; a port that was named is not told. */
  onOpened(opened: OpenedPort | undefined): void;
  onCandidates(candidates: readonly Candidate[] | undefined): void;
}

const refusing = (detail: string): Transport => ({
  open: async () => fail(failure('PORT_FAILED', detail)),
});

/** What the driver needs, with the line as the binding says that the device is set. */
const withLine = (needs: PortNeeds, { line }: DeviceBinding): PortNeeds =>
  line !== undefined && (needs.transport === 'serial' || needs.transport === 'hid-uart')
    ? { ...needs, line }
    : needs;

/** What the driver needs of a serial line. Behind a USB HID bridge there is one too: a pseudo-terminal plays it. */
const serialNeeds = ({ port, otherPorts = [] }: DriverManifest): PortNeeds | undefined => {
  const serial = [port, ...otherPorts].find(({ transport }) => transport === 'serial');
  if (serial !== undefined || port.transport !== 'hid-uart') return serial;
  return { transport: 'serial', line: port.line };
};

/** The transport of a binding: a named port, or one that is looked for among what is plugged in. */
export const createBoundTransport = (options: BoundTransportOptions): Transport => {
  const { binding, driver, ports, clock } = options;
  const { connection } = binding;
  const { manifest } = driver;
  if (connection.transport === 'tcp') return ports.ofConnection(connection, withLine(manifest.port, binding));
  if (connection.transport === 'serial') {
    const needs = serialNeeds(manifest);
    return needs === undefined
      ? refusing(`${manifest.id} is a USB device: its connection is { "transport": "usb" }`)
      : ports.ofConnection(connection, withLine(needs, binding));
  }
  const { transport: _usb, ...criteria } = connection;
  return createSoughtTransport({
    manifest,
    criteria: () => ({ ...criteria, ...options.mark() }),
    survey: () => ports.survey(),
    transportOf: (port) => ports.ofPort(port, withLine(needsFor(manifest, port) ?? manifest.port, binding)),
    isTaken: options.isTaken,
    confirms: (transport) => answersAs(driver, transport, clock),
    onOpened: options.onOpened,
    onCandidates: options.onCandidates,
  });
};
