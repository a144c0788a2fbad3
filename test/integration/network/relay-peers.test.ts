import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { makeCertificate } from '#test/harness/certificate.ts';
import { createNetwork, type Network } from '#test/harness/network/network.ts';
import { startTurnServer, type TurnServer, turnServerMissing } from '#test/harness/network/turn-server.ts';

const RELAY = '10.77.0.30';
/** Beside the relay: on its own network, on the Internet, and what it must not pass on to. */
const OPEN = ['10.77.0.31', '203.0.113.20'];
const SHUT = ['10.0.0.5', '127.0.0.1', '169.254.169.254', '172.16.0.5', '192.168.1.20'];
const CLIENT = '/usr/bin/turnutils_uclient';

let network: Network<'relay'>;
let server: TurnServer;
let folder: string;
let refusal = turnServerMissing ?? (existsSync(CLIENT) ? undefined : `${CLIENT} is not installed`);

/** What a program of the relay's place says until it ends. */
const said = (program: string, args: readonly string[]): Promise<string> =>
  new Promise((resolve) => {
    const child = network.spawn('relay', program, args, { timeout: 20_000 });
    let all = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      all += chunk.toString('utf8');
    });
    child.stderr?.on('data', (chunk: Buffer) => {
      all += chunk.toString('utf8');
    });
    child.once('close', () => resolve(all));
  });
/** Sends three messages through the relay to a program that sends them back. */
const relayedTo = (peer: string): Promise<string> =>
  said(CLIENT, [
    ...['-W', server.settings.secret, '-u', '9999999999:guest.x'],
    ...['-e', peer, '-n', '3', '-m', '1', RELAY],
  ]);

beforeAll(async () => {
  if (refusal !== undefined) return;
  const created = await createNetwork({ relay: RELAY });
  if (!created.ok) {
    refusal = `networks may not be made here: ${created.failure}`;
    return;
  }
  network = created.value;
  await said('ip', ['link', 'set', 'lo', 'up']);
  for (const peer of [...OPEN, ...SHUT]) await said('ip', ['address', 'add', `${peer}/32`, 'dev', 'lo']);
  folder = await mkdtemp(join(tmpdir(), 'cabine-relay-'));
  server = await startTurnServer(network, 'relay', RELAY, await makeCertificate(folder, [RELAY]));
}, 60_000);
afterAll(async () => {
  await server?.close();
  await network?.close();
  if (folder) await rm(folder, { recursive: true, force: true });
});
beforeEach((context) => {
  if (refusal !== undefined) context.skip(refusal);
});

describe("coturn as the sample says, for somebody with the gateway's credential", {
  timeout: 120_000,
}, () => {
  it.each(OPEN)('passes on to %s', async (peer) => {
    const echo = network.spawn('relay', '/usr/bin/turnutils_peer', ['-L', peer, '-p', '3480'], {
      stdio: 'ignore',
    });
    // The first may come before the relay listens.
    await vi.waitFor(async () => expect(await relayedTo(peer)).toContain('tot_recv_msgs=3'), {
      timeout: 90_000,
    });
    echo.kill();
  });

  it.each(SHUT)('does not pass on to %s', async (peer) => {
    expect(await relayedTo(peer)).toContain('403 (Forbidden IP)');
  });
});
