import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { inProject } from '#test/harness/paths.ts';

const RULES = 52;
const STATES = ['kept', 'partly', 'not yet', 'not ours'];

interface Row {
  readonly number: number;
  readonly state: string;
  readonly places: readonly string[];
  readonly proofs: readonly string[];
}

const pathsIn = (cell: string): readonly string[] =>
  [...cell.matchAll(/`([^`]+)`/g)].map(([, path]) => path ?? '');
const rowsOf = (document: string): readonly Row[] =>
  [...document.matchAll(/^\| (\d+) \| .*$/gm)].map(([line, number]) => {
    const [, , , state = '', where = '', proof = ''] = line
      .split(' |')
      .map((cell) => cell.replace(/^\| ?/, '').trim());
    return { number: Number(number), state, places: pathsIn(where), proofs: pathsIn(proof) };
  });

const rows = rowsOf(await readFile(inProject('docs', 'rules.md'), 'utf8'));

it('leaves no rule out, and says of each where it stands', () => {
  expect(rows.map(({ number }) => number)).toEqual(Array.from({ length: RULES }, (_, index) => index + 1));
  expect(rows.filter(({ state }) => !STATES.some((known) => state.startsWith(known)))).toEqual([]);
});

it('names files that are there', () => {
  const missing = rows.flatMap(({ places, proofs }) =>
    [...places, ...proofs].filter((path) => !existsSync(inProject(...path.split('/')))),
  );
  expect(missing).toEqual([]);
});

it('proves what it calls kept, but for what can only be seen to be absent', () => {
  const ABSENCES = [33];
  const unproven = rows.filter(
    ({ number, state, proofs }) =>
      state.startsWith('kept') && proofs.length === 0 && !ABSENCES.includes(number),
  );
  expect(unproven).toEqual([]);
  expect(rows.flatMap(({ proofs }) => proofs).filter((path) => !/\.(test|spec)\.ts$/.test(path))).toEqual([]);
});
