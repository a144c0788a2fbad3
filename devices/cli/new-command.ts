import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fail } from '#core/result.ts';
import type { ReadingKind } from '#core/vitals/kinds.ts';
import { checkId, parseLine } from '../scaffold/answers.ts';
import { createDriver } from '../scaffold/create-driver.ts';
import { optionValue } from './arguments.ts';
import { type DeviceCommand, WELL } from './command.ts';

const PROJECT = join(import.meta.dirname, '..', '..');
/** Published bytes lie beside the project, where they are there at all. */
const FIXTURES = join(PROJECT, '..', 'shared', 'fixtures');
const USUAL_LINE = '9600-8N1';
const KINDS = [
  'blood-pressure',
  'body-weight',
  'body-height',
  'temperature',
  'blood-glucose',
] as const satisfies ReadingKind[];

/** Puts imports in order and lines to length, as the project's own check wants them. */
const format = (files: readonly string[]): boolean => {
  const biome = join(
    dirname(createRequire(import.meta.url).resolve('@biomejs/biome/package.json')),
    'bin',
    'biome',
  );
  return (
    spawnSync(process.execPath, [biome, 'check', '--write', ...files], { cwd: PROJECT, stdio: 'ignore' })
      .status === 0
  );
};

/** `new`: the skeleton of a driver, whose tests fail until it is filled. */
export const newCommand: DeviceCommand = {
  name: 'new',
  purpose:
    'the skeleton of a driver: its folder, its page and its rows in every registry. Its tests fail until it is filled, and say what comes next: docs/devices/adding-a-device.md',
  positionals: [{ name: 'maker-model', says: 'the id of the driver, in small letters' }],
  options: {
    '--maker': { takes: 'NAME', says: 'who makes it, as printed on it' },
    '--model': { takes: 'NAME', says: 'what it is called' },
    '--measures': {
      takes: 'A,B,C',
      says: 'what it measures; the first one is what it is bought for. An oximeter is begun from a copy of devices/drivers/contec-cms50-5byte',
      words: KINDS,
      listed: true,
    },
    '--line': { takes: 'LINE', says: `speed, data bits, parity and stop bits of its line (${USUAL_LINE})` },
    '--vectors': { takes: 'FOLDER', says: 'the folder of published bytes that it will read' },
  },
  examples: [
    [
      'gtech-gl310 --maker G-Tech --model GL-310 --measures body-weight,body-height',
      'a measuring station with scale and height rod',
    ],
    [
      'terumo-esp2020 --maker Terumo --model ES-P2020 --measures blood-pressure --vectors terumo-es-p2020-bp500',
      'with the bytes that were published of it',
    ],
  ],
  run: async (given, console) => {
    const [word] = given.positional;
    if (word === undefined) return fail('an id is needed: maker-model in small letters, as in tanita-scale');
    const id = checkId(word);
    if (!id.ok) return id;
    const [maker, model] = [optionValue(given, '--maker'), optionValue(given, '--model')];
    if (maker === undefined || model === undefined) return fail('options --maker and --model are needed');
    const [first, ...others] = (optionValue(given, '--measures')?.split(',') ?? []) as readonly ReadingKind[];
    if (first === undefined) return fail(`option --measures is needed: ${KINDS.join(', ')}`);
    const line = parseLine(optionValue(given, '--line') ?? USUAL_LINE);
    if (!line.ok) return line;
    const vectors = optionValue(given, '--vectors');
    if (vectors !== undefined && !/^[a-z0-9-]+$/.test(vectors))
      return fail(`"${vectors}" is the name of no folder`);
    if (vectors !== undefined && existsSync(FIXTURES) && !existsSync(join(FIXTURES, vectors)))
      return fail(`there is no folder ${join(FIXTURES, vectors)}`);
    const made = await createDriver(PROJECT, {
      id: id.value,
      maker,
      model,
      measures: [first, ...others],
      line: line.value,
      ...(vectors === undefined ? {} : { vectors }),
    });
    if (!made.ok) return made;
    const { created, changed } = made.value;
    for (const path of created) console.out(`new      ${path}`);
    for (const path of changed) console.out(`changed  ${path}`);
    const code = [...created, ...changed].filter((path) => path.endsWith('.ts'));
    if (!format(code)) console.log('run "npm run format" before you commit');
    console.out('');
    console.out(`Now, again and again until everything holds: npx vitest run devices/drivers/${id.value}`);
    console.out('The steps are in docs/devices/adding-a-device.md.');
    return WELL;
  },
};
