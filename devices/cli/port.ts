import type { Connection, DeviceBinding } from '#core/contract/devices.ts';
import { fail, ok, type Result } from '#core/result.ts';
import { createBoundTransport } from '../kit/bound-transport.ts';
import { systemClock } from '../kit/clock.ts';
import type { Driver } from '../kit/driver.ts';
import type { Transport } from '../kit/transport.ts';
import { systemPorts } from '../transports/ports.ts';
import { type Arguments, optionValue } from './arguments.ts';

/** The word that stands for whatever fits among what is plugged in. */
const SOUGHT = 'usb';

/** The connection that a word names: `usb`, `host:port`, else a path. A Windows path such as `COM4` has no colon. */
const connectionOf = (port: string): Connection => {
  if (port === SOUGHT) return { transport: 'usb' };
  const match = /^([\w.-]+):(\d+)$/.exec(port);
  return match?.[1] !== undefined
    ? { transport: 'tcp', host: match[1], port: Number(match[2]) }
    : { transport: 'serial', path: port };
};

/** How a connection is shown. */
export const shownConnection = (connection: Connection): string => {
  if (connection.transport === 'tcp') return `${connection.host}:${connection.port}`;
  if (connection.transport === 'serial') return connection.path;
  const { serialNumber, topology } = connection;
  return ['usb', serialNumber, topology].filter((part) => part !== undefined).join(' ');
};

/** The transport of a binding, alone on this machine. */
export const boundPort = (binding: DeviceBinding, driver: Driver): Transport =>
  createBoundTransport({
    binding,
    driver,
    ports: systemPorts,
    clock: systemClock,
    mark: () => undefined,
    isTaken: () => false,
    onOpened: () => undefined,
    onCandidates: () => undefined,
  });

/** A device on one port of this machine. */
export interface NamedPort {
  readonly transport: Transport;
  /** As it was given. */
  readonly shown: string;
}

/** What `--port` names, for a command that has no devices file. */
export const namedPort = (given: Arguments, driver: Driver): Result<NamedPort, string> => {
  const shown = optionValue(given, '--port');
  if (shown === undefined) return fail('option --port is needed: a serial port, host:port, or usb');
  const { id } = driver.manifest;
  const binding: DeviceBinding = { id, driver: id, connection: connectionOf(shown), simulated: false };
  return ok({ transport: boundPort(binding, driver), shown });
};
