import type { Connection } from '#core/contract/devices.ts';
import { failure } from '#core/contract/error-codes.ts';
import { assertNever, fail } from '#core/result.ts';
import type { PortNeeds } from '../kit/driver.ts';
import type { PluggedPort } from '../kit/nomination.ts';
import type { Transport } from '../kit/transport.ts';
import { createCp2110Transport } from './cp2110.ts';
import { createHidTransport } from './hid.ts';
import { createSerialTransport } from './serial.ts';
import { createTcpTransport } from './tcp.ts';
import { createUsbTransport } from './usb.ts';

/** A port that somebody else's adapter may have taken over is only opened when the right one is there. */
const guarded = (
  transport: Transport,
  path: string,
  serialNumber: string,
  survey: () => Promise<readonly PluggedPort[]>,
): Transport => ({
  open: async (listener) => {
    const there = (await survey()).find((port) => port.path === path);
    return there?.serialNumber !== undefined && there.serialNumber !== serialNumber
      ? fail(failure('PORT_RENUMBERED', `${path} is now ${there.serialNumber}`))
      : await transport.open(listener);
  },
});

/** The transport of a port that was found plugged in. */
export const transportOfPort = ({ path }: PluggedPort, needs: PortNeeds): Transport => {
  switch (needs.transport) {
    case 'serial':
      return createSerialTransport(path, needs.line);
    case 'hid':
      return createHidTransport(path, needs.numbered === undefined ? {} : { numbered: needs.numbered });
    case 'hid-uart':
      return createCp2110Transport(createHidTransport(path, { numbered: true }), needs.line);
    case 'phdc':
      return createUsbTransport(path);
    default:
      return assertNever(needs);
  }
};

/** Whether messages keep their bounds on this line. */
const isFramed = ({ transport }: PortNeeds): boolean => transport === 'hid' || transport === 'phdc';

/** The transport of a connection that names its port. A device to be sought has none of its own. */
export const createTransport = (
  connection: Exclude<Connection, { transport: 'usb' }>,
  needs: PortNeeds,
  survey: () => Promise<readonly PluggedPort[]>,
): Transport => {
  switch (connection.transport) {
    case 'serial': {
      const { path, serialNumber } = connection;
      const transport = transportOfPort({ transport: 'serial', path }, needs);
      return serialNumber === undefined ? transport : guarded(transport, path, serialNumber, survey);
    }
    case 'tcp':
      return createTcpTransport(connection.host, connection.port, isFramed(needs));
    default:
      return assertNever(connection);
  }
};
