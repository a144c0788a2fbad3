import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DriverId } from '#core/contract/devices.ts';
import { parseCaptureFile } from '#devices/kit/capture-file.ts';
import { decodeCapture } from '#devices/kit/decode.ts';
import { formatDecoded } from '#devices/kit/decoded-line.ts';
import { DRIVERS } from '#devices/registry.ts';
import { hasSocat } from '#devices/simulation/pty-wire.ts';
import { firstLine, interrupt, outcomeOf, startDevice } from '#test/harness/device-command.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cabine-test-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** What `decode` makes of a file. */
const decodedIn = async (driver: DriverId, path: string): Promise<string[]> => {
  const capture = parseCaptureFile(await readFile(path, 'utf8'));
  if (!capture.ok) throw new Error(`${path}, line ${capture.failure.line}`);
  return decodeCapture(DRIVERS[driver], capture.value).map(formatDecoded);
};

/** Records one device until it has given a value, and says what `decode` makes of the file. */
const record = async (
  driver: DriverId,
  port: string,
  name: string,
): Promise<{ path: string; readings: string[] }> => {
  const path = join(folder, name);
  const recording = startDevice('record', driver, '--port', port, '-o', path, '--seconds', '3', '--listen');
  const { code, out } = await outcomeOf(recording);
  expect({ code, out: out.startsWith(path) }).toEqual({ code: 0, out: true });
  const readings = await decodedIn(driver, path);
  return { path, readings };
};

describe.each(['pty', 'tcp'] as const)('over %s', (wire) => {
  const outlet = wire === 'pty' ? ['--pty'] : ['--tcp', '0'];

  test.skipIf(wire === 'pty' && !hasSocat())(
    'a recording of a scale, replayed, gives the same readings again',
    { timeout: 60_000 },
    async () => {
      const scale = startDevice('simulate', 'tanita-scale', ...outlet, '--clock-rate', '20');
      const original = await record('tanita-scale', await firstLine(scale), `original-${wire}.cap`);
      await interrupt(scale);
      expect(original.readings.join()).toContain('"status":"valid"');
      const capture = parseCaptureFile(await readFile(original.path, 'utf8'));
      expect(capture).toMatchObject({ value: { provenance: 'recorded' } });
      expect(capture.ok && capture.value.comments).toContain('masked: patient identifiers');

      const player = startDevice('replay', original.path, ...outlet, '--speed', '4');
      const again = await record('tanita-scale', await firstLine(player), `again-${wire}.cap`);
      await interrupt(player);
      expect(again.readings).toEqual(original.readings);
    },
  );
});

test('a replay that waits for the host answers a program that asks', { timeout: 60_000 }, async () => {
  const path = join(folder, 'asked.cap');
  const cuff = startDevice('simulate', 'and-tm2657', '--tcp', '0', '--clock-rate', '20');
  const address = await firstLine(cuff);
  const words = ['record', 'and-tm2657', '--port', address, '-o', path, '--seconds', '4', '--simulated'];
  await outcomeOf(startDevice(...words));
  await interrupt(cuff);
  expect((await readFile(path, 'utf8')).split('\n')[0]).toMatch(
    /^# constructed: A&D TM-2657, from its simulator, /,
  );
  const valid = (await decodedIn('and-tm2657', path)).find((line) => line.includes('"status":"valid"'));

  const player = startDevice('replay', path, '--tcp', '0', '--wait-for-host');
  const monitor = startDevice('monitor', 'and-tm2657', '--port', await firstLine(player), '--json');
  let values: unknown;
  for await (const line of createInterface({ input: monitor.stdout })) {
    const shown = JSON.parse(line);
    if (shown.type !== 'reading') continue;
    values = shown.reading.values;
    break;
  }
  await interrupt(monitor);
  await interrupt(player);
  expect(values).toEqual(JSON.parse(valid ?? '{}').values);
  expect(values).toBeDefined();
});

test.skipIf(!hasSocat())(
  'a simulator on a real port is reached through a null-modem cable',
  { timeout: 40_000 },
  async () => {
    const ends = [join(folder, 'ours'), join(folder, 'theirs')] as const;
    const cable = spawn('socat', ['-d', '-d', ...ends.map((path) => `pty,raw,echo=0,link=${path}`)]);
    for await (const line of createInterface({ input: cable.stderr }))
      if (line.includes('starting data transfer')) break;

    const scale = startDevice('simulate', 'tanita-scale', '--port', ends[0], '--clock-rate', '20');
    expect(await firstLine(scale)).toBe(ends[0]);
    const { readings } = await record('tanita-scale', ends[1], 'cable.cap');
    expect(readings.join()).toContain('"status":"valid"');
    await interrupt(scale);
    cable.kill();
  },
);

test('a simulator obeys a tester on standard input', { timeout: 30_000 }, async () => {
  const simulator = startDevice('simulate', 'tanita-scale', '--tcp', '0');
  const errors = createInterface({ input: simulator.stderr })[Symbol.asyncIterator]();
  await firstLine(simulator);
  const said = async (order: string): Promise<string> => {
    simulator.stdin.write(`${order}\n`);
    return String((await errors.next()).value);
  };
  expect(await said('motion')).toContain('motion does not apply to tanita-scale');
  expect(await said('dance')).toContain('cannot do "dance"');
  expect(await said('port-busy')).toContain('a TCP line is neither busy nor forbidden');
  // Orders that are done are silent; the next one that is not is the next to be heard.
  simulator.stdin.write('unplug\nreplug\nbad-checksum\ncure bad-checksum\nmend tanita-scale\nstep-on\n');
  expect(await said('cure nothing')).toContain('no fault "nothing"');
  expect(await interrupt(simulator)).toBe(0);
});
