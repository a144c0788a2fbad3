import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { fail, ok } from '#core/result.ts';
import { createMessageReader, frameMessage } from '../kit/report-framing.ts';
import type { Carriage, Received, SimulatedWire } from './wire.ts';

const HOST = '127.0.0.1';

const portOf = (server: Server): number => (server.address() as AddressInfo).port;

/** A TCP port of this machine with one program at a time; port 0 takes a free one. */
export const createTcpWire = async (
  port: number,
  received: Received,
  carriage: Carriage = 'bytes',
): Promise<SimulatedWire> => {
  let socket: Socket | undefined;
  let server: Server | undefined;
  let tellOpened = (): void => undefined;
  const opened = new Promise<void>((resolve) => {
    tellOpened = resolve;
  });

  const listen = async (wanted: number): Promise<Server> => {
    const listening = createServer({ noDelay: true }, (connected) => {
      // A serial port has one owner: a second one is turned away.
      if (socket !== undefined) {
        connected.destroy();
        return;
      }
      socket = connected;
      tellOpened();
      const reader = createMessageReader();
      connected.on('data', (bytes) => {
        if (carriage === 'bytes') received(new Uint8Array(bytes), 'data');
        else for (const message of reader.push(new Uint8Array(bytes))) received(message.bytes, message.kind);
      });
      connected.on('error', () => undefined);
      connected.on('close', () => {
        if (socket === connected) socket = undefined;
      });
    });
    listening.listen(wanted, HOST);
    await once(listening, 'listening');
    return listening;
  };

  server = await listen(port);
  const taken = portOf(server);

  const unplug = async (): Promise<void> => {
    const ending = server;
    server = undefined;
    socket?.destroy();
    socket = undefined;
    if (ending === undefined) return;
    const ended = once(ending, 'close');
    ending.close();
    await ended;
  };

  return {
    connection: { transport: 'tcp', host: HOST, port: taken },
    opened: () => opened,
    send: (bytes) => void socket?.write(carriage === 'bytes' ? bytes : frameMessage({ kind: 'data', bytes })),
    refuse: async (refusal) =>
      refusal === undefined ? ok(undefined) : fail('a TCP line is neither busy nor forbidden'),
    unplug,
    replug: async () => {
      server ??= await listen(taken);
    },
    close: unplug,
  };
};
