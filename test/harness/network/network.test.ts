import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { inProject } from '#test/harness/paths.ts';
import { createNetwork, type Network } from './network.ts';
import { PROFILES } from './profiles.ts';
import { watchPlace } from './watched-place.ts';

const PORT = 5_000;
const PROBE = ['--import', 'tsx', inProject('test', 'harness', 'network', 'probe-process.ts')];
const measuredSchema = z.strictObject({ trips: z.array(z.number()), lastedMs: z.number() });

let network: Network<'here' | 'there'>;
let refusal: string | undefined;
let echo: ChildProcess;

const probe = (node: 'here' | 'there', ...words: (string | number)[]): ChildProcess =>
  network.spawn(node, process.execPath, [...PROBE, ...words.map(String)], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
/** Sends datagrams from `here` to `there` and back. */
const send = async (datagrams: { count: number; bytes: number; everyMs: number }) => {
  const { count, bytes, everyMs } = datagrams;
  const [measured] = await once(probe('here', 'send', '10.77.0.2', PORT, count, bytes, everyMs), 'message');
  return measuredSchema.parse(measured);
};
const median = (values: readonly number[]): number =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;

beforeAll(async () => {
  const created = await createNetwork({ here: '10.77.0.1', there: '10.77.0.2' });
  if (!created.ok) {
    refusal = created.failure;
    return;
  }
  network = created.value;
  echo = probe('there', 'echo', PORT);
  await once(echo, 'message');
}, 30_000);
afterAll(async () => {
  echo?.kill();
  await network?.close();
});
beforeEach(async (context) => {
  if (refusal !== undefined) context.skip(`networks may not be made here: ${refusal}`);
  await network.setLine('here', PROFILES.lan);
});

describe('an emulated line', { timeout: 30_000 }, () => {
  it('delays each packet by what was asked', async () => {
    const { delay, jitter } = { delay: 100, jitter: 20 };
    await network.setLine('here', {
      up: { ...PROFILES.lan.up, delay, jitter },
      down: { ...PROFILES.lan.down, delay, jitter },
    });
    const { trips } = await send({ count: 100, bytes: 100, everyMs: 20 });
    expect(trips).toHaveLength(100);
    expect(Math.min(...trips)).toBeGreaterThan(2 * (delay - jitter));
    // A loaded machine adds to it, never takes away.
    expect(median(trips)).toBeGreaterThan(2 * delay - jitter);
    expect(median(trips)).toBeLessThan(2 * delay + 2 * jitter);
  });

  it('loses the part that was asked, in bursts', async () => {
    await network.setLine('here', {
      up: { ...PROFILES.lan.up, loss: 10, burst: 3 },
      down: PROFILES.lan.down,
    });
    const before = await network.counts('here');
    const { trips } = await send({ count: 2_000, bytes: 20, everyMs: 1 });
    const after = await network.counts('here');
    const lost = after.up.lost - before.up.lost;
    expect(after.up.packets - before.up.packets).toBe(2_000);
    expect(trips.length).toBe(2_000 - lost);
    // About 67 bursts: three standard deviations of their number and length.
    expect(lost / 2_000).toBeGreaterThan(0.045);
    expect(lost / 2_000).toBeLessThan(0.165);
  });

  it('carries no more than its rate, and drops what would wait too long', async () => {
    await network.setLine('here', {
      up: { ...PROFILES.lan.up, kbps: 400, queue: 300 },
      down: PROFILES.lan.down,
    });
    // 972 bytes and 28 of headers, twice as fast as the line.
    const { trips, lastedMs } = await send({ count: 200, bytes: 972, everyMs: 10 });
    const kbps = ((trips.length - 1) * 1_000 * 8) / lastedMs;
    expect(kbps).toBeGreaterThan(320);
    expect(kbps).toBeLessThan(420);
    expect((await network.counts('here')).up.overflowed).toBeGreaterThan(50);
    expect(Math.max(...trips)).toBeGreaterThan(290);
  });

  it('is cut and restored, and lets no UDP through when told so', async () => {
    const few = { count: 10, bytes: 20, everyMs: 5 };
    await network.cut('here');
    expect((await send(few)).trips).toEqual([]);
    await network.restore('here');
    expect((await send(few)).trips).toHaveLength(10);
    await network.setLine('here', PROFILES['udp-blocked']);
    expect((await send(few)).trips).toEqual([]);
  });

  it('shows a machine at a place its other address, by the watch that a cabin restarts its call on', async () => {
    const changes = new EventTarget();
    const watch = await watchPlace(network, 'there', () => changes.dispatchEvent(new Event('changed')));
    try {
      const gone = once(changes, 'changed');
      await network.leave('there');
      await gone;
      const back = once(changes, 'changed');
      await network.move('there', '10.77.0.9');
      await back;
    } finally {
      await network.leave('there');
      await network.move('there', '10.77.0.2');
      await watch.close();
    }
  });

  it('is reached under the address that it moved to', async () => {
    const few = { count: 10, bytes: 20, everyMs: 5 };
    await network.leave('there');
    expect((await send(few)).trips).toEqual([]);
    await network.move('there', '10.77.0.9');
    expect((await send(few)).trips).toEqual([]);
    await network.leave('there');
    await network.move('there', '10.77.0.2');
    expect((await send(few)).trips).toHaveLength(10);
  });

  it('says which order it could not carry out', async () => {
    await expect(network.move('there', 'nowhere')).rejects.toThrow(/line emulator/);
  });
});

it('leaves nothing when the process that made the network is killed', async (context) => {
  if (refusal !== undefined) context.skip(`networks may not be made here: ${refusal}`);
  const script = inProject('test', 'harness', 'network', 'line-emulator.py');
  // Stands for the process that gives the orders: it dies without a word.
  const owner = spawn('sleep', ['60'], { stdio: ['ignore', 'pipe', 'inherit'] });
  const emulator = spawn('python3', [script, 'here=10.77.0.1'], {
    stdio: [owner.stdout, 'pipe', 'inherit'],
  });
  const [opening] = await once(emulator.stdout, 'data');
  const { namespaces } = z
    .strictObject({ namespaces: z.strictObject({ here: z.string() }) })
    .parse(JSON.parse(String(opening)));
  expect(existsSync(namespaces.here)).toBe(true);
  const ended = once(emulator, 'exit');
  owner.kill('SIGKILL');
  expect(await ended).toEqual([0, null]);
  expect(existsSync(namespaces.here)).toBe(false);
});
