import type { Connection } from '#core/contract/devices.ts';
import { assertNever } from '#core/result.ts';
import type { LineSettings } from '../kit/driver.ts';
import type { Transport } from '../kit/transport.ts';
import { createSerialTransport } from './serial.ts';
import { createTcpTransport } from './tcp.ts';

/** The transport that a binding's connection asks for. */
export const createTransport = (connection: Connection, line: LineSettings): Transport => {
  switch (connection.transport) {
    case 'serial':
      return createSerialTransport(connection.path, line);
    case 'tcp':
      return createTcpTransport(connection.host, connection.port);
    default:
      return assertNever(connection);
  }
};
