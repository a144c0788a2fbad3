import { expect, it } from 'vitest';
import { ENDINGS, STAGES } from '../words.ts';
import { explore } from './explore.ts';
import { brokenBy } from './rules.ts';
import { transitionTables } from './transitions.ts';

const DOCUMENT = '../../../docs/visit-transitions.md';

const steps = explore();

it('reaches every stage and every ending', () => {
  const places = new Set(steps.flatMap(({ after }) => [after.stage, after.ended]));
  expect(STAGES.filter((stage) => !places.has(stage))).toEqual([]);
  expect(ENDINGS.filter((ending) => !places.has(ending))).toEqual([]);
});

it('reaches an emergency that nobody but confirmed values has raised', () => {
  expect(steps.some(({ after }) => after.emergency?.raisedBy === 'alert-table')).toBe(true);
});

// Some hundred thousand steps.
it('breaks no rule from anywhere', { timeout: 60_000 }, () => {
  const broken = steps.flatMap((step) =>
    brokenBy(step).map((rule) => `${rule}: ${JSON.stringify(step.possibility)}`),
  );
  expect(broken).toEqual([]);
});

it('moves as docs/visit-transitions.md says; run with -u, it writes what it finds there', async () => {
  await expect(transitionTables(steps)).toMatchFileSnapshot(DOCUMENT);
});
