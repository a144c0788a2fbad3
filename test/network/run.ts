import { loadavg } from 'node:os';
import { networkCases, networkOptions } from '#scripts/commands/test-network.mjs';
import { readOptions } from '#scripts/lib/arguments.mjs';
import { textOf } from '#scripts/lib/terminal.mjs';
import { type CallOnLines, openCallOnLines } from '#test/harness/call-on-lines.ts';
import { NOT_JOINED, type TrialFigures } from '#test/harness/call-trials/figures.ts';
import { type Case, type CaseName, casesOf } from './cases.ts';
import { failedGates } from './gates.ts';
import { type Outcome, tableOf } from './table.ts';

/** Nothing was measured: networks may not be made here, or somebody cut the run short. */
const EXIT_REFUSED = 2;
const EXIT_CUT_SHORT = 130;

type Tell = (text: string) => void;

const playRun = async (lines: CallOnLines, { play }: Case, tell: Tell): Promise<TrialFigures> => {
  try {
    return await play(lines);
  } catch (error) {
    // One call that broke in the harness's hands is a failed run, and the table is still wanted.
    tell(String(error instanceof Error ? error.stack : error));
    return NOT_JOINED;
  }
};

const playCase = async (lines: CallOnLines, name: CaseName, played: Case, tell: Tell): Promise<Outcome> => {
  const [before = 0] = loadavg();
  const runs: TrialFigures[] = [];
  for (let run = 1; run <= played.runs; run += 1) {
    const figures = await playRun(lines, played, tell);
    runs.push(figures);
    tell(`${name} ${run}/${played.runs} ${JSON.stringify(figures)}`);
  }
  const [after = 0] = loadavg();
  return { name, runs, failed: failedGates(played.gates, runs, played.backWithinMs), load: [before, after] };
};

const main = async (argv: readonly string[]): Promise<number> => {
  const asked = readOptions(argv, networkOptions);
  const tell: Tell = (text) => void process.stderr.write(`${text}\n`);
  const opened = await openCallOnLines();
  if (!opened.ok) {
    tell(textOf(asked.lang, 'networkRefused', { reason: opened.failure }));
    return EXIT_REFUSED;
  }
  const outcomes: Outcome[] = [];
  try {
    const cases = casesOf({ quick: asked.quick === true, runs: asked.runs });
    for (const name of networkCases) {
      if (asked.only !== undefined && asked.only !== name) continue;
      const outcome = await playCase(opened.value, name, cases[name], tell);
      outcomes.push(outcome);
      if (asked.json === true) process.stdout.write(`${JSON.stringify(outcome)}\n`);
    }
  } finally {
    await opened.value.close();
  }
  if (asked.json !== true)
    process.stdout.write(`${tableOf(outcomes, (key, values) => textOf(asked.lang, key, values))}\n`);
  return outcomes.every(({ failed }) => failed.length === 0) ? 0 : 1;
};

// All that was started here hangs on this process: browsers on their pipes, the network on its orders.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => process.exit(EXIT_CUT_SHORT));
}
process.exit(await main(process.argv.slice(2)));
