import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const program = fileURLToPath(new URL('../../scripts/export/main.ts', import.meta.url));
const sample = fileURLToPath(new URL('../samples/visit.json', import.meta.url));

const run = (argument: string, input?: Uint8Array) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', program, argument], {
    ...(input === undefined ? {} : { input }),
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
};

/** Three programs are started in turn, each of which reads the whole of the handover. */
describe('the export command', { timeout: 60_000 }, () => {
  it('prints the bundle and nothing else, the same from a file and from the standard input', () => {
    const fromFile = run(sample);
    expect(fromFile).toMatchObject({ status: 0, stderr: '' });
    expect(JSON.parse(fromFile.stdout)).toMatchObject({ resourceType: 'Bundle', type: 'transaction' });
    expect(run('-', readFileSync(sample)).stdout).toBe(fromFile.stdout);
  });

  it('refuses what it cannot read with one line and exit code 2', () => {
    expect(run('nowhere.json')).toEqual({
      status: 2,
      stdout: '',
      stderr: 'nowhere.json: cannot be read\n',
    });
    expect(run('-', new TextEncoder().encode('{}'))).toMatchObject({
      status: 2,
      stdout: '',
      stderr: expect.stringMatching(/^-: visitId: [^\n]+\n$/),
    });
  });
});
