import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import type { ExternalBrokerSettings } from '#core/contract/gateway-host.ts';
import { createDynamicSecurity } from '#gateway/broker/external/dynamic-security.ts';
import { createExternalBroker } from '#gateway/broker/external/external-broker.ts';
import { systemClock } from '#gateway/client/system-clock.ts';
import { makeCertificate } from './certificate.ts';
import { freePort } from './free-port.ts';
import { substitute } from './substitute.ts';

const PROGRAM = '/usr/sbin/mosquitto';
const SAMPLE = resolve(import.meta.dirname, '../../docs/servers/mosquitto.conf');
const MOST_TRIES = 5;
const ADMINISTRATOR = { username: 'cabine', password: 'for-this-test-only' };

/** Why tests with mosquitto cannot run here; undefined when they can. */
export const mosquittoMissing: string | undefined = [PROGRAM, '/usr/bin/mosquitto_ctrl', '/usr/bin/openssl']
  .filter((program) => !existsSync(program))
  .map((program) => `${program} is not installed`)
  .at(0);

/** Debian's mosquitto, run as `docs/servers/mosquitto.conf` says, on ports of its own. */
export interface Mosquitto {
  readonly settings: ExternalBrokerSettings;
  /** Ends it at once; users stay in the plugin's file. */
  stop(): Promise<void>;
  start(): Promise<void>;
  close(): Promise<void>;
}

export const startMosquitto = async (): Promise<Mosquitto> => {
  const folder = await mkdtemp(join(tmpdir(), 'cabine-mosquitto-'));
  await chmod(folder, 0o777);
  const { certificateFile, keyFile, authority } = await makeCertificate(folder);
  const usersFile = join(folder, 'dynamic-security.json');
  await promisify(execFile)('mosquitto_ctrl', [
    ...['dynsec', 'init', usersFile],
    ...Object.values(ADMINISTRATOR),
  ]);
  await chmod(usersFile, 0o666);
  const file = join(folder, 'mosquitto.conf');
  const configure = async (): Promise<number> => {
    const [port, plainPort] = await Promise.all([freePort(), freePort()]);
    const configuration = substitute(await readFile(SAMPLE, 'utf8'), {
      '/var/lib/mosquitto/dynamic-security.json': usersFile,
      '/etc/mosquitto/certs/broker.pem': certificateFile,
      '/etc/mosquitto/certs/broker.key': keyFile,
      'listener 1883 127.0.0.1': `listener ${plainPort} 127.0.0.1`,
      'listener 8443': `listener ${port} 127.0.0.1`,
    });
    await writeFile(file, configuration);
    return port;
  };

  let child: ChildProcess | undefined;
  const stop = async (): Promise<void> => {
    const leaving = child;
    child = undefined;
    if (!leaving || leaving.exitCode !== null) return;
    const ended = new Promise((ending) => leaving.once('exit', ending));
    leaving.kill('SIGKILL');
    await ended;
  };
  const start = (): Promise<void> =>
    new Promise((ready, failed) => {
      const started = spawn(PROGRAM, ['-c', file], { stdio: ['ignore', 'ignore', 'pipe'] });
      child = started;
      let said = '';
      started.stderr.on('data', (chunk: Buffer) => {
        said += chunk.toString('utf8');
        if (said.includes(' running')) ready();
      });
      started.once('exit', () => failed(new Error(said)));
    });
  let port = await configure();
  // Another test may have taken a port meanwhile.
  for (let tries = 1; ; tries += 1) {
    try {
      await start();
      break;
    } catch (error) {
      if (tries === MOST_TRIES) throw error;
      port = await configure();
    }
  }
  const settings = {
    url: `wss://localhost:${port}`,
    ...ADMINISTRATOR,
    certificateAuthority: authority,
  };
  // The first gateway of a broker takes its right there, and is connected anew: gateways whose clock stands still do not get over that.
  const first = createExternalBroker(
    settings,
    'first',
    createDynamicSecurity(settings, systemClock),
    systemClock,
  );
  while (!(await first.sweep()).ok) await new Promise<void>((resolved) => systemClock.after(20, resolved));
  await first.close();
  return {
    settings,
    stop,
    start,
    close: async () => {
      await stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
};
