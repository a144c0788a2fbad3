import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { DRIVER_IDS } from '#core/contract/devices.ts';
import { INVALID_REASONS, READING_FLAGS } from '#core/vitals/decoded.ts';
import { PROPERTIES } from '../conformance/properties.ts';
import { FAULTS } from '../kit/faults.ts';
import { DRIVERS } from '../registry.ts';
import { COMMANDS } from './commands.ts';

const PAGES = join(import.meta.dirname, '..', '..', 'docs', 'devices');
const page = (name: string): string => readFileSync(join(PAGES, name), 'utf8');
const README = page('README.md');

test.each(DRIVER_IDS)('%s has its row and its page, and says when it is unverified', (id) => {
  const row = README.split('\n').find((line) => line.startsWith(`| [\`${id}\`](${id}.md)`));
  expect(row).toBeDefined();
  expect(existsSync(join(PAGES, `${id}.md`))).toBe(true);
  const isUnverified = DRIVERS[id].manifest.evidence === 'unverified';
  expect(row?.includes('(unverified)')).toBe(isUnverified);
  if (isUnverified)
    expect(page(`${id}.md`).split('\n').slice(0, 6).join(' ').toLowerCase()).toContain('unverified');
});

test.each([
  ['reason', INVALID_REASONS],
  ['flag', READING_FLAGS],
  ['fault', FAULTS],
])('every %s is documented', (_kind, words) => {
  for (const word of words) expect(README).toContain(`\`${word}\``);
});

test('every command is documented, and none that is not there', () => {
  const section = README.slice(README.indexOf('## Command line'), README.indexOf('## Capture files'));
  const documented = [...section.matchAll(/^\| `([a-z-]+)/gm)].map(([, name]) => name);
  expect(documented.toSorted()).toEqual(COMMANDS.map(({ name }) => name).toSorted());
});

test('every property that is no fault is documented', () => {
  const section = README.slice(README.indexOf('## Conformance'));
  for (const { name } of PROPERTIES)
    if (!(FAULTS as readonly string[]).includes(name)) expect(section).toContain(`\`${name}\``);
});
