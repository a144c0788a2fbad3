import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { inProject } from '#test/harness/paths.ts';

const rows = [
  ...(await readFile(inProject('docs', 'accessibility.md'), 'utf8')).matchAll(
    /^\| (\d[^|]*) \|[^|]*\| ([^|]+) \|([^|]*)\|$/gm,
  ),
].map(([, clause = '', state = '', proof = '']) => ({
  clause,
  state,
  proofs: [...proof.matchAll(/`([^`]+)`/g)].map(([, path]) => path ?? ''),
}));

it('says of each clause where it stands', () => {
  expect(rows.length).toBeGreaterThan(25);
  expect(rows.filter(({ state }) => !/^(holds|partly|not proven)/.test(state))).toEqual([]);
});

it('names tests that are there', () => {
  const proofs = rows.flatMap((row) => row.proofs);
  expect(proofs.filter((path) => !existsSync(inProject(...path.split('/'))))).toEqual([]);
  expect(proofs.filter((path) => !/\.(test|spec)\.ts$/.test(path))).toEqual([]);
});
