import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A line to a port of this machine that a test may cut, for as long as it likes. */
export interface CutLine {
  readonly port: number;
  /** Ends what runs over it, and takes nothing more. */
  cut(): void;
  mend(): void;
  close(): void;
}

export const openCutLine = async (to: number): Promise<CutLine> => {
  const ends = new Set<Socket>();
  let whole = true;
  const keep = (socket: Socket): Socket => {
    ends.add(socket);
    // Either end may break off at any time; the other is then ended by the close that follows.
    socket.on('error', () => {});
    socket.on('close', () => ends.delete(socket));
    return socket;
  };
  const server = createServer((near) => {
    keep(near);
    if (!whole) {
      near.destroy();
      return;
    }
    const far = keep(connect(to, '127.0.0.1'));
    near.pipe(far).pipe(near);
    near.on('close', () => far.destroy());
    far.on('close', () => near.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const cut = (): void => {
    whole = false;
    for (const end of ends) end.destroy();
  };
  return {
    port: (server.address() as AddressInfo).port,
    cut,
    mend: () => {
      whole = true;
    },
    close: () => {
      cut();
      server.close();
    },
  };
};
