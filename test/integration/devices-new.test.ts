import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ReadingKind } from '#core/vitals/kinds.ts';
import { createDriver } from '#devices/scaffold/create-driver.ts';
import { runNode } from '#scripts/lib/run.mjs';
import { inProject } from '#test/harness/paths.ts';

const LINE = { baudRate: 9600, dataBits: 8, parity: 'none', stopBits: 1 } as const;
const DRIVERS: readonly (readonly [id: string, measures: readonly [ReadingKind, ...ReadingKind[]]])[] = [
  ['aaa-cuff', ['blood-pressure']],
  ['maker-scale', ['body-weight', 'body-height']],
  ['mno-meter', ['blood-glucose']],
  ['zzz-probe', ['temperature']],
];
const REGISTRIES = [
  'core/contract/devices.ts',
  'devices/registry.ts',
  'devices/simulation/registry.ts',
  'test/contract/vectors/folders.ts',
];

/** A copy of what a driver touches, so that nothing is left in the project. */
let copy = '';
beforeAll(async () => {
  copy = await mkdtemp(join(tmpdir(), 'cabine-new-'));
  for (const part of [
    'core',
    'devices',
    'docs/devices',
    'test/contract',
    'package.json',
    'biome.json',
    'tsconfig.base.json',
    'vitest.config.ts',
  ])
    await cp(inProject(part), join(copy, part), { recursive: true });
  await symlink(inProject('node_modules'), join(copy, 'node_modules'), 'junction');
  for (const [id, measures] of DRIVERS) {
    const made = await createDriver(copy, {
      id,
      maker: "O'Neill",
      model: id,
      measures,
      line: LINE,
      ...(id === 'zzz-probe' ? { vectors: 'zzz-bytes' } : {}),
    });
    expect(made).toMatchObject({ ok: true });
  }
}, 60_000);
afterAll(() => rm(copy, { recursive: true, force: true }));

const run = (...args: string[]) => runNode(args, { cwd: copy });

describe('the skeleton of a driver', { timeout: 120_000 }, () => {
  test('compiles as it is, rows in every registry included', async () => {
    const folders = DRIVERS.map(([id]) => `devices/drivers/${id}/*.ts`);
    const config = {
      extends: './tsconfig.base.json',
      compilerOptions: { types: ['node'], incremental: false },
      include: [...REGISTRIES, ...folders],
    };
    await writeFile(join(copy, 'tsconfig.json'), JSON.stringify(config));
    const { exitCode, output } = await run('node_modules/typescript/bin/tsc', '-p', 'tsconfig.json');
    expect({ exitCode, output }).toEqual({ exitCode: 0, output: '' });
  });

  test('keeps to the rules of the project once it is formatted', async () => {
    const folders = DRIVERS.map(([id]) => `devices/drivers/${id}`);
    const { exitCode, output } = await run(
      'node_modules/@biomejs/biome/bin/biome',
      'check',
      '--write',
      '--vcs-enabled=false',
      ...folders,
      ...REGISTRIES,
    );
    expect(exitCode, output).toBe(0);
  });

  test('fails until it is filled, and says what comes first', async () => {
    const { exitCode, output } = await run(
      'node_modules/vitest/vitest.mjs',
      'run',
      'devices/drivers/maker-scale',
      '--reporter=verbose',
    );
    expect(exitCode).toBe(1);
    expect(output).toContain(
      'put one whole published message into PUBLISHED and its values into EXPECTED (guide, step 3)',
    );
    // What the skeleton imagines works: its simulator is read by its decoder.
    expect(output).toMatch(/✓.*left alone, it measures again and again/);
  });

  test('leaves no place holder, and does nothing twice', async () => {
    for (const [id, measures] of DRIVERS) {
      expect(await readFile(join(copy, 'docs', 'devices', `${id}.md`), 'utf8')).not.toContain('{{');
      expect(await createDriver(copy, { id, maker: 'x', model: 'y', measures, line: LINE })).toMatchObject({
        ok: false,
      });
    }
  });
});
