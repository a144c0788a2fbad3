import { availableParallelism, loadavg } from 'node:os';
import { readOptions } from '#scripts/lib/arguments.mjs';
import { Stop } from '#scripts/lib/stop.mjs';
import { byteToPixelFigures } from './byte-to-pixel.ts';
import { callFigures } from './call.ts';
import { callProcessorFigures } from './call-processor.ts';
import { decodeFigures } from './decode.ts';
import type { Figure } from './figure.ts';
import { judged } from './goals.ts';
import { hostLoadFigures } from './host-load.ts';
import { launchFigures } from './launch.ts';
import { memoryFigures } from './memory.ts';
import { unplugFigures } from './unplug.ts';

/** What can be measured; `docs/benchmarks.md` says how. */
const BENCHES = {
  decode: decodeFigures,
  load: hostLoadFigures,
  memory: memoryFigures,
  unplug: unplugFigures,
  launch: launchFigures,
  pixel: byteToPixelFigures,
  call: callFigures,
  processor: callProcessorFigures,
} as const;
const NAMES = Object.keys(BENCHES) as readonly (keyof typeof BENCHES)[];
/** Exit code of a run that somebody cut short: it measured nothing. */
const CUT_SHORT = 130;

const row = ({ figure, unit, value, spread, runs, baseline, ratio, goal }: Figure): string => {
  const compared = baseline === undefined ? '' : `  ${ratio}× of ${baseline} ${unit}`;
  const limit = goal && `${goal.keep} ${goal.limit}${goal.of === 'ratio' ? '×' : ` ${unit}`}`;
  const judgement = goal ? `  goal ${limit}: ${goal.reached ? 'reached' : 'MISSED'}` : '';
  return `${figure.padEnd(42)}${String(value).padStart(8)} ${unit}  (${spread.join(' to ')}, ${runs} runs)${compared}${judgement}`;
};

/** Measures one after the other: on a small machine two at once would measure each other. */
const main = async (argv: readonly string[]): Promise<void> => {
  const asked = readOptions(argv, { json: { kind: 'flag' }, only: { kind: 'text', choices: NAMES } });
  const progress = (text: string): void => void process.stderr.write(`${text}\n`);
  const [load = 0] = loadavg();
  progress(`${availableParallelism()} processors, load ${load.toFixed(1)} before the first measurement`);
  for (const name of NAMES) {
    if (asked.only !== undefined && asked.only !== name) continue;
    for (const measured of await BENCHES[name](progress)) {
      const figure = judged(measured);
      process.stdout.write(`${asked.json === true ? JSON.stringify(figure) : row(figure)}\n`);
    }
  }
};

// Whoever started this run takes away all that it has started in turn (scripts/commands/driven.mjs).
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => process.exit(CUT_SHORT));
}
try {
  await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof Stop)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exit(error.exitCode);
}
process.exit();
