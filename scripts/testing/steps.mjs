import { mkdir, readFile, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { driverEnvironment } from '../commands/driven.mjs';
import { provideDisplay } from '../lib/display.mjs';
import { inProject } from '../lib/paths.mjs';
import { Stop } from '../lib/stop.mjs';
import { provideBuild } from '../setup/build.mjs';
import { findRuntime } from '../setup/runtime/find.mjs';
import { readPlaywrightReport, readVitestReport, tallyOfCheck, tallyOfRunner } from './tally.mjs';

/** @typedef {import('./tally.mjs').Tally} Tally */
/** @typedef {'static' | 'unit' | 'e2e'} Part */

/**
 * @typedef {object} Surroundings
 * @property {import('../lib/terminal.mjs').Terminal} terminal
 * @property {(args: readonly string[], env?: NodeJS.ProcessEnv) => Promise<number>} node runs a program, gives its exit code
 * @property {import('../lib/processes.mjs').Processes} processes
 */

/**
 * @typedef {object} Step
 * @property {import('../lib/terminal.mjs').MessageKey} title
 * @property {Part} part
 * @property {(surroundings: Surroundings) => Promise<Tally>} work
 */

/** @param {...string} args @returns {Step['work']} */
const check =
  (...args) =>
  async ({ node }) =>
    tallyOfCheck(await node(args));

const unitReport = inProject('test-results', 'unit.json');
const endToEndReport = inProject('test-results', 'e2e.json');

/** @param {string} file @param {(json: string) => Tally} read */
const readReport = (file, read) => readFile(file, 'utf8').then(read, () => undefined);

/** An old report must never stand for a run that left none. @param {string} file */
const forget = async (file) => {
  await mkdir(dirname(file), { recursive: true });
  await rm(file, { force: true });
};

/** @type {readonly Step[]} */
export const steps = [
  {
    title: 'testFormatLint',
    part: 'static',
    work: check('node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings'),
  },
  { title: 'testImports', part: 'static', work: check('scripts/imports/check.mjs') },
  {
    title: 'testDeadCode',
    part: 'static',
    work: check('node_modules/knip/bin/knip.js', '--treat-config-hints-as-errors'),
  },
  { title: 'testTypes', part: 'static', work: check('node_modules/typescript/bin/tsc', '-b') },
  {
    title: 'testUnit',
    part: 'unit',
    work: async ({ node }) => {
      await forget(unitReport);
      const exitCode = await node([
        'node_modules/vitest/vitest.mjs',
        'run',
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${unitReport}`,
      ]);
      return tallyOfRunner(exitCode, await readReport(unitReport, readVitestReport));
    },
  },
  {
    title: 'testBuild',
    part: 'e2e',
    work: async ({ terminal }) => {
      try {
        await provideBuild(terminal);
        return tallyOfCheck(0);
      } catch (error) {
        if (!(error instanceof Stop)) throw error;
        terminal.pass(error.message);
        return tallyOfCheck(error.exitCode);
      }
    },
  },
  {
    title: 'testEndToEnd',
    part: 'e2e',
    work: async ({ terminal, node, processes }) => {
      await forget(endToEndReport);
      const runtime = await findRuntime(terminal);
      const env = { ...(await provideDisplay(processes, terminal)), ...driverEnvironment(runtime) };
      const exitCode = await node(
        [
          'node_modules/playwright/cli.js',
          'test',
          '--config=test/e2e/playwright.config.ts',
          '--reporter=list,json',
        ],
        { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: endToEndReport },
      );
      return tallyOfRunner(exitCode, await readReport(endToEndReport, readPlaywrightReport));
    },
  },
];
