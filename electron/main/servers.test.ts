import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ServersProfile, serversSchema } from '#core/site/servers.ts';
import { readServers } from './servers.ts';

const CERTIFICATE = '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----';
let folder: string;
let profile: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cabine-servers-'));
  profile = join(folder, 'site.json');
  await writeFile(join(folder, 'broker.secret'), 'secret\n');
  await writeFile(join(folder, 'authority.pem'), CERTIFICATE);
  await writeFile(join(folder, 'empty'), '');
});
afterAll(() => rm(folder, { recursive: true }));

const BROKER = { url: 'wss://broker.example.fr:8443', username: 'cabine' };
const read = (servers: ServersProfile, environment: Record<string, string> = {}) =>
  readServers(servers, profile, environment);
const failureOf = async (...args: Parameters<typeof read>): Promise<string> => {
  const result = await read(...args);
  return result.ok ? 'understood' : result.failure.replaceAll(folder, '');
};

describe('servers beside the cabin', () => {
  it('are none unless the profile names some', async () => {
    expect(await read({})).toEqual({ ok: true, value: {} });
  });

  it('take secrets from files beside the profile, or from the environment', async () => {
    const fromFile = await read({
      broker: { ...BROKER, password: { file: 'broker.secret' }, certificateAuthority: 'authority.pem' },
    });
    expect(fromFile).toEqual({
      ok: true,
      value: { externalBroker: { ...BROKER, password: 'secret', certificateAuthority: CERTIFICATE } },
    });
    const fromEnvironment = await read(
      { broker: { ...BROKER, password: { variable: 'CABINE_BROKER' } } },
      { CABINE_BROKER: 'from outside' },
    );
    expect(fromEnvironment).toMatchObject({
      ok: true,
      value: { externalBroker: { password: 'from outside' } },
    });
  });

  it('take the address by which another machine reaches the gateway, and nothing that is no address', async () => {
    expect(await read({ gateway: { host: '192.168.1.20' } })).toEqual({
      ok: true,
      value: { gatewayHost: '192.168.1.20' },
    });
    const accepts = (host: string) => serversSchema.safeParse({ gateway: { host } }).success;
    expect(['0.0.0.0', '::', 'cabine.local', ''].map(accepts)).toEqual([true, true, false, false]);
  });

  it('take the ways to a relay, and its secret', async () => {
    const urls = ['turn:relay.example.fr:3478?transport=udp', 'turns:relay.example.fr:443?transport=tcp'];
    expect(
      await read({ relay: { urls, secret: { variable: 'CABINE_RELAY' } } }, { CABINE_RELAY: 'x'.repeat(32) }),
    ).toEqual({ ok: true, value: { relay: { urls, secret: 'x'.repeat(32) } } });
    expect(await failureOf({ relay: { urls, secret: { file: 'broker.secret' } } })).toBe(
      '/site.json: servers.relay.secret: a secret of 16 characters or more',
    );
  });

  it.each([
    [{ password: { file: 'missing' } }, '/site.json: servers.broker.password.file: /missing cannot be read'],
    [
      { password: { variable: 'NOT_SET' } },
      '/site.json: servers.broker.password.variable: NOT_SET is not set',
    ],
    [{ password: { file: 'empty' } }, '/site.json: servers.broker.password: '],
    [
      { password: { file: 'broker.secret' }, certificateAuthority: 'broker.secret' },
      '/site.json: servers.broker.certificateAuthority: a certificate in PEM',
    ],
  ])('say in one line what is wrong: %j', async (change, line) => {
    expect(await failureOf({ broker: { ...BROKER, ...change } })).toContain(line);
  });
});
