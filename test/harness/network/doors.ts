import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, Server, type Socket } from 'node:net';
import { inProject } from '#test/harness/paths.ts';
import type { Network } from './network.ts';

/** A way between this process and a place of a network. */
interface Door {
  readonly port: number;
  close(): Promise<void>;
}

const startDoor = <Node extends string>(network: Network<Node>, node: Node): ChildProcess =>
  network.spawn(
    node,
    process.execPath,
    ['--import', 'tsx', inProject('test', 'harness', 'network', 'door-process.ts')],
    { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] },
  );

/** Whoever connects to this address at the place reaches what listens on the port here. */
export const openDoorFrom = async <Node extends string>(
  network: Network<Node>,
  node: Node,
  outside: { readonly host: string; readonly port: number },
  portHere: number,
): Promise<Door> => {
  const child = startDoor(network, node);
  const sockets = new Set<Socket>();
  child.send({ order: 'listen', ...outside });
  const [, server] = await once(child, 'message');
  if (!(server instanceof Server)) throw new Error('the door gave no socket');
  child.disconnect();
  server.on('connection', (far) => {
    const near = connect({ host: '127.0.0.1', port: portHere, noDelay: true });
    far.setNoDelay(true);
    far.pipe(near).pipe(far);
    for (const [one, other] of [
      [far, near],
      [near, far],
    ] as const) {
      sockets.add(one);
      one
        .on('error', () => other.destroy())
        .on('close', () => {
          sockets.delete(one);
          other.destroy();
        });
    }
  });
  return {
    port: outside.port,
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
};

/** A port here whose connections begin at the place and go to that address. */
export const openDoorTo = async <Node extends string>(
  network: Network<Node>,
  node: Node,
  target: { readonly host: string; readonly port: number },
): Promise<Door> => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const child = startDoor(network, node);
  child.send({ order: 'connect', ...target }, server);
  await once(child, 'message');
  // Theirs now: two that accept would share the connections.
  server.close();
  return {
    port,
    close: async () => {
      const ended = once(child, 'exit');
      child.disconnect();
      await ended;
    },
  };
};
