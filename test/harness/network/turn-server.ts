import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RelaySettings } from '#core/contract/ice.ts';
import type { Certificate } from '#test/harness/certificate.ts';
import { inProject } from '#test/harness/paths.ts';
import { substitute } from '#test/harness/substitute.ts';
import type { Network } from './network.ts';

const PROGRAM = '/usr/bin/turnserver';
const SAMPLE = inProject('docs', 'servers', 'turnserver.conf');
export const TURN_PORT = 3_478;
export const TURN_TLS_PORT = 443;

/** A relay at one place of a network, as it would stand beside the gateway. */
export interface TurnServer {
  /** As the gateway takes them: all three ways to it, and the secret. */
  readonly settings: RelaySettings;
  close(): Promise<void>;
}

/** Why tests with a relay cannot run here; undefined when they can. */
export const turnServerMissing: string | undefined = existsSync(PROGRAM)
  ? undefined
  : `${PROGRAM} is not installed`;

/** These networks are private: what a site says whose cabins share one with the relay. */
const OWN_NETWORK = 'allowed-peer-ip=10.77.0.0-10.77.255.255';

/** Starts Debian's coturn as `docs/servers/turnserver.conf` says: over UDP, TCP and TLS. */
export const startTurnServer = async <Node extends string>(
  network: Network<Node>,
  node: Node,
  address: string,
  { certificateFile, keyFile }: Certificate,
): Promise<TurnServer> => {
  // It finds no user, not even one of a shared secret, without the tables that it makes there.
  const folder = await mkdtemp(join(tmpdir(), 'cabine-turn-'));
  const secret = randomBytes(24).toString('hex');
  const file = join(folder, 'turnserver.conf');
  const configuration = substitute(await readFile(SAMPLE, 'utf8'), {
    'listening-ip=203.0.113.10': `listening-ip=${address}`,
    'relay-ip=203.0.113.10': `relay-ip=${address}`,
    '/etc/coturn/relay.pem': certificateFile,
    '/etc/coturn/relay.key': keyFile,
    'THE-SECRET': secret,
    '/var/lib/turn/turndb': join(folder, 'users.db'),
    '/run/turnserver/turnserver.pid': join(folder, 'pid'),
  });
  await writeFile(file, `${configuration}\n${OWN_NETWORK}\n`);
  const child = network.spawn(node, PROGRAM, ['-c', file], { stdio: 'ignore' });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  return {
    settings: {
      urls: [
        `turn:${address}:${TURN_PORT}?transport=udp`,
        `turn:${address}:${TURN_PORT}?transport=tcp`,
        `turns:${address}:${TURN_TLS_PORT}?transport=tcp`,
      ],
      secret,
    },
    close: async () => {
      child.kill();
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
};
