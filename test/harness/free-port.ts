import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/** Below the ports that systems give to connections: a server that takes one of those later may meet a connection there. */
const RANGE = [20_000, 32_000] as const;

/** A TCP port of the loopback address that was free a moment ago. */
export const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const port = randomInt(...RANGE);
    const server = createServer().once('error', () => resolve(freePort()));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(port)));
  });
