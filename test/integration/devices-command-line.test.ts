import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DRIVER_IDS, devicesFileSchema } from '#core/contract/devices.ts';
import { decodedReadingSchema } from '#core/vitals/decoded.ts';
import { hasSocat } from '#devices/simulation/pty-wire.ts';
import { USUAL_DEVICES } from '#devices/simulation/rig.ts';
import { firstLine, interrupt, runDevice, startDevice } from '#test/harness/device-command.ts';
import { inProject } from '#test/harness/paths.ts';

const CAPTURES = {
  'contec-cms50': inProject('devices/drivers/contec-cms50/captures/finger-in.cap'),
  'and-tm2657': inProject('devices/drivers/and-tm2657/captures/measurement.cap'),
  'tanita-scale': inProject('devices/drivers/tanita-scale/captures/weighing.cap'),
} as const;

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cabine-test-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('decode', { timeout: 40_000 }, () => {
  test.each(Object.keys(CAPTURES) as (keyof typeof CAPTURES)[])(
    '%s: every line of its capture file is a reading of the contract',
    async (id) => {
      const { code, out, log } = await runDevice(['decode', id, CAPTURES[id]]);
      expect({ code, log }).toEqual({ code: 0, log: '' });
      const readings = out
        .trim()
        .split('\n')
        .map((line) => decodedReadingSchema.parse(JSON.parse(line)));
      expect(readings.some(({ status }) => status === 'valid')).toBe(true);
    },
  );

  test('reads standard input and several files, and adds waves when asked', async () => {
    const text = await readFile(CAPTURES['contec-cms50'], 'utf8');
    const piped = await runDevice(['decode', 'contec-cms50', '-'], text);
    const twice = await runDevice([
      'decode',
      'contec-cms50',
      CAPTURES['contec-cms50'],
      CAPTURES['contec-cms50'],
    ]);
    expect(twice.out).toBe(piped.out.repeat(2));
    const waves = await runDevice(['decode', 'contec-cms50', '-', '--waves'], text);
    expect(waves.out.split('\n').filter((line) => line.includes('"kind":"wave"')).length).toBeGreaterThan(3);
  });

  test('a file without any reading is read: no output, exit 0', async () => {
    const log =
      '# recorded: a log that lost its control bytes\n# 00TM26552005110848RBME00S107M 85D 59P 88I16L 92\n';
    expect(await runDevice(['decode', 'and-tm2657', '-'], log)).toEqual({ code: 0, out: '', log: '' });
  });
});

test('what cannot be done exits with 2 and one clear line', { timeout: 20_000 }, async () => {
  expect(await runDevice(['decode', 'contec-cms5', '-'])).toEqual({
    code: 2,
    out: '',
    log: 'device decode: unknown driver id "contec-cms5"; did you mean contec-cms50?\n',
  });
});

test.each([
  ['simulate', 'nonin'],
  ['replay', CAPTURES['contec-cms50']],
])('%s ends when another program has the port', { timeout: 20_000 }, async (...words) => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as AddressInfo;
  const outcome = await runDevice([...words, '--tcp', String(port)]);
  other.close();
  expect(outcome).toEqual({
    code: 2,
    out: '',
    log: `device ${words[0]}: port ${port} is already used by another program\n`,
  });
});

test('list names every driver, for people and for programs', { timeout: 20_000 }, async () => {
  const [table, json] = [await runDevice(['list']), await runDevice(['list', '--json'])];
  for (const id of DRIVER_IDS) expect(table.out).toContain(id);
  expect(JSON.parse(json.out).map((manifest: { id: string }) => manifest.id)).toEqual([...DRIVER_IDS]);
});

describe.skipIf(!hasSocat())('simulators', () => {
  test('simulate prints its path, monitor talks to it, and nothing stays behind', {
    timeout: 30_000,
  }, async () => {
    const simulator = startDevice('simulate', 'contec-cms50', '--seed', '3');
    const path = await firstLine(simulator);
    expect(existsSync(path)).toBe(true);

    const monitor = startDevice('monitor', 'contec-cms50', '--port', path);
    const seen: string[] = [];
    for await (const line of createInterface({ input: monitor.stdout })) {
      seen.push(line);
      if (line.includes('= oximetry: no value, sensor-off')) break;
    }
    await interrupt(monitor);
    // Bytes and what they say, side by side, of both directions.
    expect(seen.some((line) => /> 7D 81 A1 .* {3}start real time$/.test(line))).toBe(true);
    expect(seen.some((line) => /< 01 .* {3}real-time data {2}SpO2 -/.test(line))).toBe(true);

    const ended = once(simulator, 'exit');
    simulator.kill('SIGTERM');
    expect(await ended).toEqual([0, null]);
    expect(existsSync(path)).toBe(false);
  });

  test('rig writes a devices file, says ready, and ends with its input', { timeout: 30_000 }, async () => {
    const out = join(folder, 'devices.json');
    const rig = startDevice('rig', '--out', out, '--clock-rate', '20');
    expect(await firstLine(rig)).toBe('ready');
    const { devices } = devicesFileSchema.parse(JSON.parse(await readFile(out, 'utf8')));
    expect(devices.map(({ driver, simulated }) => [driver, simulated])).toEqual(
      USUAL_DEVICES.map((id) => [id, true]),
    );
    const ended = once(rig, 'exit');
    rig.stdin.end();
    expect(await ended).toEqual([0, null]);
    for (const { connection } of devices) {
      expect(connection.transport === 'serial' && existsSync(connection.path)).toBe(false);
    }
  });
});
