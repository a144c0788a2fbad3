import { createHmac, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { GatewaySettings } from '#core/contract/gateway-host.ts';
import type { Network } from './network.ts';

const PROGRAM = '/usr/bin/turnserver';
const PORT = 3_478;
const VALID_S = 3_600;

/** A relay at one place of a network, as it would stand beside the gateway. */
export interface TurnServer {
  readonly iceServer: GatewaySettings['iceServers'][number];
  close(): Promise<void>;
}

export const hasTurnServer = (): boolean => existsSync(PROGRAM);

/** Starts coturn with a user that expires in an hour (draft-uberti-behave-turn-rest-00), over UDP and TCP. */
export const startTurnServer = async <Node extends string>(
  network: Network<Node>,
  node: Node,
  address: string,
): Promise<TurnServer> => {
  // It finds no user, not even one of a shared secret, without the tables that it makes there.
  const folder = await mkdtemp(join(tmpdir(), 'cabine-turn-'));
  const secret = randomBytes(24).toString('hex');
  const child = network.spawn(
    node,
    PROGRAM,
    [
      ...['-n', '--no-cli', '--no-tls', '--no-dtls', '--log-file=stdout', '--simple-log'],
      ...['--pidfile=/dev/null', `--userdb=${join(folder, 'users.db')}`, '--realm=cabine', '--fingerprint'],
      ...['--use-auth-secret', `--static-auth-secret=${secret}`],
      ...[`--listening-ip=${address}`, `--relay-ip=${address}`, `--listening-port=${PORT}`],
    ],
    { stdio: 'ignore' },
  );
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const username = `${Math.floor(Date.now() / 1_000) + VALID_S}:trial`;
  return {
    iceServer: {
      urls: [`turn:${address}:${PORT}?transport=udp`, `turn:${address}:${PORT}?transport=tcp`],
      username,
      credential: createHmac('sha1', secret).update(username).digest('base64'),
    },
    close: async () => {
      child.kill();
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
};
