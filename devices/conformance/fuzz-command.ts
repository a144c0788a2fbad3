import { join } from 'node:path';
import { DRIVER_IDS, type DriverId } from '#core/contract/devices.ts';
import { optionValue, wholeNumber } from '../cli/arguments.ts';
import { type DeviceCommand, FAULTY, WELL } from '../cli/command.ts';
import { textTable } from '../cli/text-table.ts';
import { runCrew } from './crew.ts';
import type { FuzzResult } from './fuzz.ts';
import { addFuzz, type FuzzJob, type FuzzTotal, NOTHING_FUZZED, planFuzz } from './fuzz-plan.ts';

const USUAL_FRAMES = 10_000_000;
/** A job of a slow machine takes a few seconds; one that says nothing for so long hangs. */
const SILENCE_MS = 300_000;
const PROGRESS_MS = 5_000;
const SEEDS = 1_000_000;

const grouped = (count: number): string => count.toLocaleString('en-US');

const rowOf = (name: string, { frames, falseValues, collisions, slowestThousandMs }: FuzzTotal): string[] => [
  name,
  grouped(frames),
  String(falseValues.length),
  String(collisions),
  `${slowestThousandMs.toFixed(1)} ms`,
];

/** `npm run test:fuzz`: damaged frames over all drivers, on every core. */
export const fuzzCommand: DeviceCommand = {
  name: 'fuzz',
  calledAs: 'npm run test:fuzz --',
  purpose:
    'feeds every driver with frames of which three in four are damaged; exit 1 when a value comes of damage that the protocol is sure to see',
  positionals: [],
  options: {
    '--frames': { takes: 'N', says: `how many over all drivers (${grouped(USUAL_FRAMES)})` },
    '--seed': { takes: 'N', says: 'of the damage; drawn and printed when it is not given' },
    '--only': { takes: 'A,B,C', says: 'these drivers alone', words: DRIVER_IDS, listed: true },
    '--json': { says: 'for programs: JSON instead of the table' },
  },
  examples: [
    ['', 'ten million frames, some minutes on two cores'],
    ['--frames 100000 --only tanita-scale --seed 7', 'one driver, and the same damage as another time'],
  ],
  run: async (given, console) => {
    const frames = wholeNumber(given, '--frames', USUAL_FRAMES);
    if (!frames.ok) return frames;
    const seed = wholeNumber(given, '--seed', Math.floor(Math.random() * SEEDS));
    if (!seed.ok) return seed;
    const drivers = (optionValue(given, '--only')?.split(',') ?? DRIVER_IDS) as readonly DriverId[];
    const jobs = planFuzz(drivers, frames.value, seed.value);
    const totals = new Map<DriverId, FuzzTotal>(drivers.map((driver) => [driver, NOTHING_FUZZED]));
    const broken: string[] = [];
    const sum = (): FuzzTotal => [...totals.values()].reduce((all, one) => addFuzz(all, one), NOTHING_FUZZED);
    console.log(`seed ${seed.value}`);
    const began = performance.now();
    let said = began;
    await runCrew<FuzzJob, FuzzResult>({
      program: join(import.meta.dirname, 'fuzz-worker.ts'),
      jobs,
      silenceMs: SILENCE_MS,
      onNews: (result, { driver, seed: own }) => {
        const named = result.falseValues.map(
          (value) => `${driver}, seed ${own}, ${result.frames} frames: ${value}`,
        );
        totals.set(driver, addFuzz(totals.get(driver) ?? NOTHING_FUZZED, { ...result, falseValues: named }));
        if (performance.now() - said < PROGRESS_MS) return;
        said = performance.now();
        const { frames: done } = sum();
        const rate = Math.round((done / (said - began)) * 1_000);
        console.log(`${grouped(done)} of ${grouped(frames.value)} frames, ${grouped(rate)} a second`);
      },
      onBroken: ({ driver, seed: own, frames: count }, why) => {
        broken.push(`${driver}, seed ${own}, ${count} frames: ${why}`);
      },
    });
    const all = sum();
    const passed = all.falseValues.length === 0 && broken.length === 0;
    const seconds = Math.round((performance.now() - began) / 1_000);
    if (given.switches.has('--json')) {
      console.out(
        JSON.stringify({ passed, seed: seed.value, ...all, broken, drivers: Object.fromEntries(totals) }),
      );
    } else {
      const rows = [...totals].map(([driver, total]) => rowOf(driver, total));
      const head = ['DRIVER', 'FRAMES', 'FALSE VALUES', 'COLLISIONS', 'SLOWEST THOUSAND'];
      console.out(textTable([head, ...rows, rowOf('all', all)]));
      for (const line of [...all.falseValues, ...broken]) console.out(line);
      console.out(
        `${grouped(all.frames)} frames, seed ${seed.value}: ${all.falseValues.length} false values, ${broken.length} hangs or crashes, ${seconds} s`,
      );
    }
    return passed ? WELL : FAULTY;
  },
};
