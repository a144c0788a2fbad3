import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { inProject } from '../lib/paths.mjs';
import { withTable } from './table.mjs';

const document = readFileSync(inProject('docs', 'architecture.md'), 'utf8');

describe('docs/architecture.md', () => {
  it('shows the import rules that are checked', () => {
    expect(document, 'run: node scripts/imports/print-table.mjs').toBe(withTable(document));
  });

  it('justifies each dependency on one line, and none that is gone', () => {
    const manifest: unknown = JSON.parse(readFileSync(inProject('package.json'), 'utf8'));
    const [, section = ''] = document.split(/<!-- dependencies: (?:start|end) -->/);
    const justified = [...section.matchAll(/^- `([^`]+)`: \S.{15,}$/gm)].map(([, name]) => name);
    expect(section.trim().split('\n')).toHaveLength(justified.length);
    expect(justified.toSorted()).toEqual(dependencyNames(manifest).toSorted());
  });
});

const dependencyNames = (manifest: unknown): string[] =>
  ['dependencies', 'devDependencies'].flatMap((section) => {
    const listed = (manifest as Readonly<Record<string, Readonly<Record<string, string>> | undefined>>)[
      section
    ];
    return Object.keys(listed ?? {});
  });
