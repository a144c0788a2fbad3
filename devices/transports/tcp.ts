import { connect, type Socket } from 'node:net';
import { type ErrorCode, failure } from '#core/contract/error-codes.ts';
import { fail, ok } from '#core/result.ts';
import type { Link, LinkListener, Transport } from '../kit/transport.ts';

const CODES: Readonly<Record<string, ErrorCode>> = {
  ECONNREFUSED: 'PORT_MISSING',
  ENOTFOUND: 'PORT_MISSING',
  EHOSTUNREACH: 'PORT_MISSING',
  ENETUNREACH: 'PORT_MISSING',
  ETIMEDOUT: 'PORT_MISSING',
  EACCES: 'PORT_PERMISSION',
};

const linkOf = (socket: Socket, listener: LinkListener): Link => {
  let over = false;
  socket.on('data', (bytes) => {
    if (!over) listener.onBytes(new Uint8Array(bytes));
  });
  socket.on('close', () => {
    if (over) return;
    over = true;
    listener.onClosed(failure('DEVICE_UNPLUGGED', 'the connection closed'));
  });
  return {
    write: (bytes) => {
      if (!over) socket.write(bytes);
    },
    check: async () =>
      socket.destroyed ? fail(failure('DEVICE_UNPLUGGED', 'the connection is gone')) : ok(undefined),
    close: () =>
      new Promise((resolve) => {
        over = true;
        if (socket.destroyed) resolve();
        else socket.end(() => resolve(void socket.destroy()));
      }),
  };
};

/** A raw TCP connection: a serial-to-network adapter, or a simulator. */
export const createTcpTransport = (host: string, port: number): Transport => ({
  open: (listener) =>
    new Promise((resolve) => {
      const socket = connect({ host, port, noDelay: true });
      // An error is always followed by `close`, which says the rest; once open, this handler only keeps it from being thrown.
      socket.on('error', (error: NodeJS.ErrnoException) =>
        resolve(fail(failure(CODES[error.code ?? ''] ?? 'PORT_FAILED', error.message))),
      );
      socket.once('connect', () => resolve(ok(linkOf(socket, listener))));
    }),
});
