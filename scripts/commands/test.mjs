import { readOptions } from '../lib/arguments.mjs';
import { owningProcesses } from '../lib/owning.mjs';
import { projectFolder } from '../lib/paths.mjs';
import { Stop } from '../lib/stop.mjs';
import { createTerminal } from '../lib/terminal.mjs';
import { offerHelp } from '../lib/usage.mjs';
import { prepare } from '../setup/prepare.mjs';
import { steps } from '../testing/steps.mjs';
import { closingLine, tallyOfCheck, total } from '../testing/tally.mjs';

/** @typedef {import('../testing/steps.mjs').Step} Step */
/** @typedef {import('../testing/steps.mjs').Surroundings} Surroundings */
/** @typedef {import('../testing/tally.mjs').Tally} Tally */

const options = /** @type {const} */ ({
  only: { kind: 'text', choices: ['static', 'unit', 'e2e'], says: 'usageTestOnly' },
});

/** Exit code of a run cut short by Ctrl-C. */
const cutShort = 130;

/**
 * `npm test`: every check there is, and one closing line.
 * @param {string[]} argv
 */
export const main = async (argv) => {
  offerHelp(argv, { command: 'npm test', purpose: 'usageTest', options });
  const { only, lang } = readOptions(argv, options);
  const terminal = createTerminal({ language: lang });
  const wanted = steps.filter(({ part }) => only === undefined || part === only);
  return owningProcesses(
    async (processes) => {
      /** @type {Surroundings} */
      const surroundings = { terminal, processes, node: (args, env) => runNode(processes, args, env) };
      const prepared = await section(terminal.text('testSetup'), terminal, () => prepareFor(terminal));
      const tallies = prepared.failed > 0 ? [prepared] : [];
      if (prepared.failed === 0) {
        for (const { title, work } of wanted) {
          tallies.push(await section(terminal.text(title), terminal, () => work(surroundings)));
        }
      }
      const result = total(tallies);
      process.stdout.write(`\n${closingLine(result)}\n`);
      return result.failed === 0 ? 0 : 1;
    },
    { interruptedExitCode: cutShort },
  );
};

/** @param {import('../lib/terminal.mjs').Terminal} terminal @returns {Promise<Tally>} */
const prepareFor = async (terminal) => {
  await prepare(terminal, [
    'electron',
    'display',
    'pseudo-terminal',
    'browser',
    'servers',
    'network',
    'firefox',
  ]);
  return { passed: 0, failed: 0, skipped: 0 };
};

/**
 * Announces a step, does it, and says how long it took. A step that cannot be done counts as failed.
 * @param {string} title
 * @param {import('../lib/terminal.mjs').Terminal} terminal
 * @param {() => Promise<Tally>} work
 */
const section = async (title, terminal, work) => {
  process.stdout.write(`\n── ${title}\n`);
  const started = performance.now();
  /** @type {Tally} */
  let tally;
  try {
    tally = await work();
  } catch (error) {
    terminal.pass(
      error instanceof Stop ? error.message : String(error instanceof Error ? error.stack : error),
    );
    tally = tallyOfCheck(1);
  }
  const seconds = ((performance.now() - started) / 1_000).toFixed(1);
  const mark = tally.failed === 0 ? '✓' : '✗';
  process.stdout.write(`${mark} ${title} (${seconds} s)\n`);
  return tally;
};

/**
 * @param {import('../lib/processes.mjs').Processes} processes
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 */
const runNode = (processes, args, env) =>
  processes.start(args[0] ?? '', process.execPath, args, {
    stdio: ['ignore', 'inherit', 'inherit'],
    cwd: projectFolder,
    ...(env === undefined ? {} : { env }),
  }).exited;
