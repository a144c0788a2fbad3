import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SelfTestReport } from '#devices/bench/self-test-report.ts';
import { systemClock } from '#devices/kit/clock.ts';
import { type Rig, startRig } from '#devices/simulation/rig.ts';
import { interrupt, runDevice, startDevice } from '#test/harness/device-command.ts';

let folder = '';
let rig: Rig | undefined;
let file = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cabine-test-'));
  file = join(folder, 'devices.json');
  rig = await startRig({ seed: 1, clockRate: 20, clock: systemClock, wire: 'tcp' });
  const gone = { id: 'gone', driver: 'tanita-scale', connection: { transport: 'serial', path: '/nowhere' } };
  await writeFile(file, JSON.stringify(rig.file));
  await writeFile(join(folder, 'with-gone.json'), JSON.stringify({ devices: [...rig.file.devices, gone] }));
});
afterAll(async () => {
  await rig?.close();
  await rm(folder, { recursive: true, force: true });
});

describe('status', { timeout: 40_000 }, () => {
  test('a table of devices that are all ready exits with 0', async () => {
    const { code, out } = await runDevice(['status', '--devices', file]);
    expect(code).toBe(0);
    expect(out.split('\n')[0]).toMatch(/^ID +DRIVER +STATE +BINDING +LAST HEARD/);
    expect(out).toMatch(/^contec-cms50 +contec-cms50 +ready +127\.0\.0\.1:\d+ \(simulated\)/m);
  });

  test('one that is not well exits with 1 and its code', async () => {
    const { code, out } = await runDevice(['status', '--devices', join(folder, 'with-gone.json'), '--json']);
    expect(code).toBe(1);
    const states = JSON.parse(out).map(({ id, state }: { id: string; state: object }) => [id, state]);
    expect(states).toContainEqual(['tanita-scale', { state: 'ready' }]);
    expect(states).toContainEqual(['gone', { state: 'fault', code: 'PORT_MISSING' }]);
  });

  test('--watch tells again and again until Ctrl-C', async () => {
    const watch = startDevice('status', '--devices', file, '--watch', '--json');
    let lines = 0;
    for await (const _line of createInterface({ input: watch.stdout })) {
      lines += 1;
      if (lines === 3) break;
    }
    expect([0, 1]).toContain(await interrupt(watch));
  });
});

describe('self-test', { timeout: 60_000 }, () => {
  test('of a whole cabin, as data and as a page', async () => {
    const page = join(folder, 'report.html');
    const { code, out } = await runDevice([
      'self-test',
      '--devices',
      join(folder, 'with-gone.json'),
      '--json',
      '--html',
      page,
      '--lang',
      'fr',
    ]);
    expect(code).toBe(1);
    const { passed, reports } = JSON.parse(out) as { passed: boolean; reports: SelfTestReport[] };
    expect(passed).toBe(false);
    expect(reports.map((report) => [report.device, report.passed])).toEqual([
      ['contec-cms50', true],
      ['and-tm2657', true],
      ['tanita-scale', true],
      ['gone', false],
    ]);
    expect(await readFile(page, 'utf8')).toContain('Autotest des appareils');
  });

  test('of one device on its port, for a person', async () => {
    const address = rig?.device('contec-cms50')?.wire.connection;
    const port = address?.transport === 'tcp' ? `${address.host}:${address.port}` : '';
    const { code, out } = await runDevice(['self-test', 'contec-cms50', '--port', port, '--simulated']);
    expect(code).toBe(0);
    expect(out).toMatch(/The device says who it is +good/);
    expect(out).toMatch(/One measure +not tested/);
  });
});
