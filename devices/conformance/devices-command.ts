import { join } from 'node:path';
import { DRIVER_IDS, type DriverId } from '#core/contract/devices.ts';
import { optionValue } from '../cli/arguments.ts';
import { type DeviceCommand, FAULTY, WELL } from '../cli/command.ts';
import { runCrew } from './crew.ts';
import { PROPERTIES } from './properties.ts';
import { type PropertyJob, type PropertyNews, problemLines, propertyTable } from './property-table.ts';

/** No property takes so long, even on a machine that is busy with others. */
const SILENCE_MS = 300_000;

/** `npm run test:devices`: every driver held to every property. */
export const devicesCommand: DeviceCommand = {
  name: 'devices',
  calledAs: 'npm run test:devices --',
  purpose:
    'holds every driver to its captures, its simulator, the fault matrix and fuzz, and prints a table driver x property; exit 1 when one does not hold',
  positionals: [],
  options: {
    '--only': { takes: 'A,B,C', says: 'these drivers alone', words: DRIVER_IDS, listed: true },
    '--json': { says: 'for programs: JSON instead of the table' },
  },
  examples: [
    ['', 'all drivers'],
    ['--only tanita-scale', 'the one that you work on'],
  ],
  run: async (given, console) => {
    const drivers = (optionValue(given, '--only')?.split(',') ?? DRIVER_IDS) as readonly DriverId[];
    const results = new Map(
      drivers.map((driver) => [driver, new Map<string, readonly string[] | undefined>()]),
    );
    const all = drivers.length * PROPERTIES.length;
    let done = 0;
    const began = performance.now();
    await runCrew<PropertyJob, PropertyNews>({
      program: join(import.meta.dirname, 'property-worker.ts'),
      jobs: drivers.map((driver) => ({ driver })),
      silenceMs: SILENCE_MS,
      onNews: ({ property, problems }, { driver }) => {
        done += 1;
        results.get(driver)?.set(property, problems);
        if ((problems ?? []).length > 0 || property === PROPERTIES.at(-1)?.name)
          console.log(
            `${done} of ${all}: ${driver} ${(problems ?? []).length > 0 ? `fails ${property}` : 'done'}`,
          );
      },
      onBroken: ({ driver }, why) => {
        const row = results.get(driver);
        const stopped = PROPERTIES.find(({ name }) => row?.has(name) === false)?.name ?? 'end';
        row?.set(stopped, [why]);
        console.log(`${driver} breaks off at ${stopped}`);
      },
    });
    const problems = problemLines(results);
    if (given.switches.has('--json')) {
      const rows = [...results].map(([driver, row]) => ({ driver, properties: Object.fromEntries(row) }));
      console.out(JSON.stringify({ passed: problems.length === 0, drivers: rows }));
    } else {
      console.out(
        propertyTable(
          results,
          PROPERTIES.map(({ name }) => name),
        ),
      );
      for (const line of problems) console.out(line);
      const seconds = Math.round((performance.now() - began) / 1_000);
      console.out(
        `${drivers.length} drivers, ${done} properties tried, ${problems.length} problems, ${seconds} s`,
      );
    }
    return problems.length === 0 ? WELL : FAULTY;
  },
};
