import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DRIVER_IDS, devicesFileSchema } from '#core/contract/devices.ts';
import { decodedReadingSchema } from '#core/vitals/decoded.ts';
import { hasSocat } from '#devices/simulation/pty-wire.ts';
import { USUAL_DEVICES } from '#devices/simulation/rig.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const MAIN = join(ROOT, 'devices', 'cli', 'main.ts');
const CAPTURES = {
  'contec-cms50': join(ROOT, 'devices/drivers/contec-cms50/captures/finger-in.cap'),
  'and-tm2657': join(ROOT, 'devices/drivers/and-tm2657/captures/measurement.cap'),
  'tanita-scale': join(ROOT, 'devices/drivers/tanita-scale/captures/weighing.cap'),
} as const;

const start = (...words: string[]): ChildProcessWithoutNullStreams =>
  spawn(process.execPath, ['--import', 'tsx', MAIN, ...words], { cwd: ROOT });

const run = async (words: string[], input = ''): Promise<{ code: number; out: string; log: string }> => {
  const child = start(...words);
  let out = '';
  let log = '';
  child.stdout.on('data', (bytes: Buffer) => {
    out += bytes.toString();
  });
  child.stderr.on('data', (bytes: Buffer) => {
    log += bytes.toString();
  });
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  const [code] = await once(child, 'close');
  return { code: Number(code), out, log };
};

const firstLine = async (child: ChildProcessWithoutNullStreams): Promise<string> => {
  const [line] = await once(createInterface({ input: child.stdout }), 'line');
  return String(line);
};

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cabine-test-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('decode', { timeout: 40_000 }, () => {
  test.each(Object.keys(CAPTURES) as (keyof typeof CAPTURES)[])(
    '%s: every line of its capture file is a reading of the contract',
    async (id) => {
      const { code, out, log } = await run(['decode', id, CAPTURES[id]]);
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
    const piped = await run(['decode', 'contec-cms50', '-'], text);
    const twice = await run(['decode', 'contec-cms50', CAPTURES['contec-cms50'], CAPTURES['contec-cms50']]);
    expect(twice.out).toBe(piped.out.repeat(2));
    const waves = await run(['decode', 'contec-cms50', '-', '--waves'], text);
    expect(waves.out.split('\n').filter((line) => line.includes('"kind":"wave"')).length).toBeGreaterThan(3);
  });

  test('a file without any reading is read: no output, exit 0', async () => {
    const log =
      '# recorded: a log that lost its control bytes\n# 00TM26552005110848RBME00S107M 85D 59P 88I16L 92\n';
    expect(await run(['decode', 'and-tm2657', '-'], log)).toEqual({ code: 0, out: '', log: '' });
  });

  test('what cannot be done exits with 2 and one clear line', async () => {
    const broken = join(folder, 'broken.cap');
    await writeFile(broken, '# constructed\n< 16 16\n< 1\n');
    for (const [words, said] of [
      [['decode', 'nope', broken], 'unknown driver id "nope"'],
      [['decode', 'and-tm2657', join(folder, 'missing.cap')], 'cannot read'],
      [['decode', 'and-tm2657', CAPTURES['and-tm2657'], broken], 'line 3'],
      [['decode', 'and-tm2657'], 'a capture file is needed'],
      [['decode', 'and-tm2657', '--nope', broken], 'unknown option --nope'],
      [['decorate'], 'unknown command "decorate"'],
    ] as const) {
      const { code, out, log } = await run([...words]);
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(log).toContain(said);
      expect(log.trim().split('\n')).toHaveLength(1);
    }
  });
});

test('list names every driver, for people and for programs', { timeout: 20_000 }, async () => {
  const [table, json] = [await run(['list']), await run(['list', '--json'])];
  for (const id of DRIVER_IDS) expect(table.out).toContain(id);
  expect(JSON.parse(json.out).map((manifest: { id: string }) => manifest.id)).toEqual([...DRIVER_IDS]);
});

describe.skipIf(!hasSocat())('simulators', () => {
  test('simulate prints its path, monitor talks to it, and nothing stays behind', {
    timeout: 30_000,
  }, async () => {
    const simulator = start('simulate', 'contec-cms50', '--seed', '3');
    const path = await firstLine(simulator);
    expect(existsSync(path)).toBe(true);

    const monitor = start('monitor', 'contec-cms50', '--port', path);
    const shown = createInterface({ input: monitor.stdout });
    for await (const line of shown) if (line.includes('"status":"invalid","reason":"sensor-off"')) break;
    monitor.kill('SIGINT');
    await once(monitor, 'exit');

    const ended = once(simulator, 'exit');
    simulator.kill('SIGTERM');
    expect(await ended).toEqual([0, null]);
    expect(existsSync(path)).toBe(false);
  });

  test('rig writes a devices file, says ready, and ends with its input', { timeout: 30_000 }, async () => {
    const out = join(folder, 'devices.json');
    const rig = start('rig', '--out', out, '--clock-rate', '20');
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
