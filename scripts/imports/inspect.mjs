import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { cruise } from 'dependency-cruiser';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';
import { inProject } from '../lib/paths.mjs';
import { forbiddenRules } from './cruiser-config.mjs';
import { findMisusesIn } from './names.mjs';

const folders = ['core', 'devices', 'electron', 'gateway', 'renderer', 'scripts', 'test'];

/**
 * @typedef {object} Inspection
 * @property {number} files how many files of ours were read: a check that reads nothing proves nothing
 * @property {number} imports how many imports were judged
 * @property {string[]} violations `file → imported: rule`
 */

/**
 * Holds every import of a tree against the table.
 * @param {string} folder the tree's top, laid out like the project's
 * @returns {Promise<Inspection>}
 */
export const inspectImports = async (folder) => {
  const { output } = await cruise(
    folders.filter((name) => existsSync(join(folder, name))),
    {
      baseDir: folder,
      validate: true,
      ruleSet: { forbidden: forbiddenRules() },
      // Type-only imports are borders too.
      tsPreCompilationDeps: true,
      doNotFollow: { path: 'node_modules' },
      exclude: { path: '^(scripts/imports/fixtures|test-results|out)/' },
    },
    {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.d.ts'],
    },
    { tsConfig: extractTSConfig(inProject('tsconfig.base.json')) },
  );
  if (typeof output === 'string') throw new Error(output);
  const files = output.modules
    .map(({ source }) => source)
    .filter((source) => /^[^.].*\.(ts|tsx|mjs)$/.test(source) && !source.includes('node_modules'));
  const misuses = findMisusesIn(
    folder,
    files.filter((file) => /\.tsx?$/.test(file)),
  );
  return {
    files: files.length,
    imports: output.summary.totalDependenciesCruised ?? 0,
    violations: [
      ...output.summary.violations.map(({ from, to, rule }) => `${from} → ${to}: ${rule.name}`),
      ...misuses.map(({ file, line, message }) => `${file}:${line}: ${message}`),
    ].sort(),
  };
};
