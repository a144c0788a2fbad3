import type { Connection } from '#core/contract/devices.ts';
import { failure } from '#core/contract/error-codes.ts';
import { assertNever, fail } from '#core/result.ts';
import type { PortNeeds } from '../kit/driver.ts';
import type { Transport } from '../kit/transport.ts';
import { createSerialTransport } from './serial.ts';
import { createTcpTransport } from './tcp.ts';

const cannotBe = (detail: string): Transport => ({
  open: async () => fail(failure('PORT_FAILED', detail)),
});

/** The transport that a binding's connection asks for, as the driver needs it. */
export const createTransport = (connection: Connection, needs: PortNeeds): Transport => {
  switch (connection.transport) {
    case 'serial':
      return needs.transport === 'serial'
        ? createSerialTransport(connection.path, needs.line)
        : cannotBe(`${connection.path}: the device speaks over ${needs.transport}`);
    case 'tcp':
      return createTcpTransport(connection.host, connection.port, needs.transport !== 'serial');
    case 'usb':
      return cannotBe('not looked for here');
    default:
      return assertNever(connection);
  }
};
