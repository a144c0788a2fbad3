import { connect, createServer, Server } from 'node:net';
import * as z from 'zod';

/**
 * Runs at one place of a network, and makes sockets there for the process that started it: a socket stays in the network in which it was
 * made, whoever holds it.
 */
const orderSchema = z.discriminatedUnion('order', [
  /** Makes a listening socket and hands it over. */
  z.strictObject({ order: z.literal('listen'), host: z.string(), port: z.int() }),
  /** Takes over a listening socket; each connection to it is one from here. */
  z.strictObject({ order: z.literal('connect'), host: z.string(), port: z.int() }),
]);

process.on('message', (raw, handle) => {
  const { order, host, port } = orderSchema.parse(raw);
  if (order === 'listen') {
    const server = createServer();
    server.listen(port, host, () => process.send?.('listening', server));
    return;
  }
  if (!(handle instanceof Server)) throw new Error('no socket came with the order');
  handle.on('connection', (near) => {
    const far = connect({ host, port, noDelay: true });
    near.setNoDelay(true);
    near.pipe(far).pipe(near);
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const)
      one.on('error', () => other.destroy()).on('close', () => other.destroy());
  });
  process.send?.('connecting');
});
process.on('disconnect', () => process.exit());
