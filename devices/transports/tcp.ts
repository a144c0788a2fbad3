import { connect, type Socket } from 'node:net';
import { type ErrorCode, failure } from '#core/contract/error-codes.ts';
import { fail, ok } from '#core/result.ts';
import { createMessageReader, frameMessage } from '../kit/report-framing.ts';
import type { Link, LinkListener, Transport } from '../kit/transport.ts';

const CODES: Readonly<Record<string, ErrorCode>> = {
  ECONNREFUSED: 'PORT_MISSING',
  ENOTFOUND: 'PORT_MISSING',
  EHOSTUNREACH: 'PORT_MISSING',
  ENETUNREACH: 'PORT_MISSING',
  ETIMEDOUT: 'PORT_MISSING',
  EACCES: 'PORT_PERMISSION',
};

/** What is written to a socket, and what is read from it, when reports keep their bounds. */
const framedCarriage = () => {
  const reader = createMessageReader();
  return {
    encode: (bytes: Uint8Array, kind: 'data' | 'feature') => frameMessage({ kind, bytes }),
    decode: (bytes: Uint8Array) => reader.push(bytes).map((message) => message.bytes),
  };
};

const rawCarriage = () => ({
  encode: (bytes: Uint8Array) => bytes,
  decode: (bytes: Uint8Array) => [bytes],
});

const linkOf = (socket: Socket, framed: boolean, listener: LinkListener): Link => {
  let over = false;
  const carriage = framed ? framedCarriage() : rawCarriage();
  socket.on('data', (bytes) => {
    for (const message of carriage.decode(new Uint8Array(bytes))) if (!over) listener.onBytes(message);
  });
  socket.on('close', () => {
    if (over) return;
    over = true;
    listener.onClosed(failure('DEVICE_UNPLUGGED', 'the connection closed'));
  });
  return {
    write: (bytes) => {
      if (!over) socket.write(carriage.encode(bytes, 'data'));
    },
    ...(framed
      ? {
          writeFeature: (bytes: Uint8Array) => {
            if (!over) socket.write(carriage.encode(bytes, 'feature'));
          },
        }
      : {}),
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

/** A TCP connection: raw to a serial-to-network adapter or a simulator, framed to the simulator of a device that speaks in reports. */
export const createTcpTransport = (host: string, port: number, framed = false): Transport => ({
  open: (listener) =>
    new Promise((resolve) => {
      const socket = connect({ host, port, noDelay: true });
      // An error is always followed by `close`, which says the rest; once open, this handler only keeps it from being thrown.
      socket.on('error', (error: NodeJS.ErrnoException) =>
        resolve(fail(failure(CODES[error.code ?? ''] ?? 'PORT_FAILED', error.message))),
      );
      socket.once('connect', () => resolve(ok(linkOf(socket, framed, listener))));
    }),
});
