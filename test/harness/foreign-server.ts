import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server outside the cabin that would answer anybody: whoever reaches it has left the cabin. */
export interface ForeignServer {
  readonly origin: string;
  /** Paths that were asked for so far. */
  asked(): readonly string[];
  close(): Promise<void>;
}

export const openForeignServer = async (): Promise<ForeignServer> => {
  const asked: string[] = [];
  const note = (path: string | undefined): void => void asked.push(path ?? '');
  const server = createServer((request, response) => {
    note(request.url);
    response.setHeader('access-control-allow-origin', '*');
    response.end('reached');
  });
  server.on('upgrade', (request, socket) => {
    note(request.url);
    socket.destroy();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked: () => asked,
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
};
