import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DRIVER_IDS } from '#core/contract/devices.ts';
import { carriageOf } from '../simulation/device.ts';
import { parseArguments } from './arguments.ts';
import type { Console } from './command.ts';
import { COMMANDS } from './commands.ts';
import { dispatch } from './dispatch.ts';

/** Runs a command in this process, for somebody who looks at what it says and never stops it. */
const run = async (words: readonly string[]): Promise<{ code: number; out: string[]; log: string[] }> => {
  const out: string[] = [];
  const log: string[] = [];
  const never = new Promise<void>(() => undefined);
  const console: Console = {
    out: (text) => out.push(text),
    log: (text) => log.push(text),
    columns: 100,
    live: false,
    readInput: async () => new Uint8Array(),
    stopped: () => never,
    inputEnded: () => never,
    onLine: () => () => undefined,
  };
  return { code: await dispatch(words, console), out, log };
};

let folder = '';
const at = (name: string): string => join(folder, name);
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cabine-test-'));
  await writeFile(at('broken.cap'), '# constructed\n< 16 16\n< 1\n');
  await writeFile(at('mute.cap'), '# constructed\n> 16 16\n');
  await writeFile(at('not-devices.json'), '{ "devices": [{ "id": "a", "driver": "nope" }] }');
  await writeFile(at('not-json.json'), '{');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test.each<[words: string, said: string]>([
  ['decode nope @broken.cap', 'unknown driver id "nope"; known: '],
  ['decode contec-cms5 @broken.cap', 'unknown driver id "contec-cms5"; did you mean contec-cms50?'],
  ['decode and-tm2657 @missing.cap', 'cannot read'],
  ['decode and-tm2657 @mute.cap @broken.cap', 'line 3'],
  ['new nonin', 'there is a driver nonin already'],
  ['decode and-tm2657', 'a capture file is needed'],
  ['decode', 'a driver id is needed: '],
  ['decode and-tm2657 --wave @broken.cap', 'unknown option --wave; did you mean --waves?'],
  ['decode and-tm2657 --waves=yes @broken.cap', 'option --waves takes no value'],
  ['decorate', 'unknown command "decorate"; known: list, decode, '],
  ['simulat nonin', 'unknown command "simulat"; did you mean simulate?'],
  ['simulate and-tm2657 --patient febril-child', 'did you mean febrile-child?'],
  ['simulate and-tm2657 --tcp 0 --fault low-battery', 'low-battery does not apply to and-tm2657'],
  ['simulate and-tm2657 --tcp 0 --fault port-busy', 'a TCP line is neither busy nor forbidden'],
  ['simulate and-tm2657 --tcp 0 --pty', '--pty, --tcp and --port exclude each other'],
  ['simulate and-tm2657 --tcp 70000', 'there is no TCP port 70000'],
  ['simulate and-tm2657 --tcp', 'option --tcp needs a value'],
  ['simulate and-tm2657 --port /nowhere/port', '/nowhere/port: PORT_MISSING'],
  ['simulate and-tm2657 --clock-rate 0', 'option --clock-rate needs a number above 0, not "0"'],
  ['rig --out @devices.json --drivers and-tm2657,tanita', 'unknown "tanita"; did you mean tanita-scale?'],
  ['rig --out @devices.json --drivers and-tm2657,and-tm2657', 'option --drivers names a device twice'],
  ['monitor and-tm2657', 'option --port is needed'],
  ['record and-tm2657 --port x', 'option --out (-o) is needed'],
  ['record and-tm2657 --port /nowhere/port -o @new.cap', '/nowhere/port: PORT_MISSING'],
  ['record and-tm2657 --port /nowhere/port -o @broken.cap', 'is there already'],
  ['record and-tm2657 --port x -o @new.cap --seconds soon', 'needs a whole number, not "soon"'],
  ['replay @mute.cap', 'of which driver it is: option --driver is needed'],
  ['replay @mute.cap --driver and-tm2657', 'the device says nothing in it'],
  ['status', 'option --devices is needed'],
  ['status --devices @missing.json', 'cannot read'],
  ['status --devices @not-json.json', 'is not JSON'],
  ['status --devices @not-devices.json', 'devices.0.driver'],
  ['self-test', 'a driver id with --port, or --devices FILE, is needed'],
  ['self-test nonin --devices @devices.json', 'exclude each other'],
  ['completion', 'a shell is needed: bash, zsh, fish'],
  ['completion bsh', 'unknown shell "bsh"; did you mean bash?'],
  ['list more', 'unexpected argument "more"'],
])('device %s is refused with one clear line', async (words, said) => {
  const { code, out, log } = await run(
    words.split(' ').map((word) => (word.startsWith('@') ? at(word.slice(1)) : word)),
  );
  expect({ code, out, lines: log.length }).toEqual({ code: 2, out: [], lines: 1 });
  expect(log[0]).toContain(said);
  expect(log[0]).not.toContain('\n');
});

test('a port that never opened leaves no recording behind', () => {
  expect(existsSync(at('new.cap'))).toBe(false);
});

test.each(DRIVER_IDS.filter((id) => carriageOf(id) === 'messages'))(
  'a pseudo-terminal is refused for %s, which speaks in reports',
  async (id) => {
    const { code, log } = await run(['simulate', id, '--pty']);
    expect({ code, lines: log.length }).toEqual({ code: 2, lines: 1 });
    expect(log[0]).toContain('use --tcp PORT');
  },
);

test('without a command, help and exit 2; asked for, help and exit 0', async () => {
  const [silent, asked] = [await run([]), await run(['--help'])];
  expect([silent.code, asked.code]).toEqual([2, 0]);
  expect(silent.out).toEqual(asked.out);
  for (const { name } of COMMANDS) expect(asked.out[0]).toContain(`  ${name}`);
});

test.each(COMMANDS.map((command) => [command.name, command] as const))(
  '%s has help, and examples that it accepts',
  async (name, command) => {
    for (const words of [
      [name, '--help'],
      ['help', name],
    ]) {
      const { code, out } = await run(words);
      expect(code).toBe(0);
      for (const option of Object.keys(command.options)) expect(out[0]).toContain(option);
      for (const line of out[0]?.split('\n') ?? []) {
        if (!line.includes('npm run')) expect(line.length).toBeLessThanOrEqual(100);
      }
    }
    expect(command.examples.length).toBeGreaterThan(0);
    for (const [example] of command.examples) {
      const words = example.replace(/ ?[<>|].*/, '').split(' ');
      expect(
        parseArguments(
          words.filter((word) => word !== ''),
          command,
        ),
      ).toMatchObject({ ok: true });
    }
  },
);

test('the list of drivers is JSON when asked for', async () => {
  const { out } = await run(['list', '--json']);
  expect(JSON.parse(out.join('')).map(({ id }: { id: string }) => id)).toEqual([...DRIVER_IDS]);
});

test('decode reads what record would write', async () => {
  const capture = 'devices/drivers/and-tm2657/captures/measurement';
  const { code, out } = await run(['decode', 'and-tm2657', `${capture}.cap`]);
  expect(code).toBe(0);
  expect(out.join('\n')).toBe((await readFile(`${capture}.jsonl`, 'utf8')).trim());
});
