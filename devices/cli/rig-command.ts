import { writeFile } from 'node:fs/promises';
import { DRIVER_IDS, type DriverId } from '#core/contract/devices.ts';
import { fail } from '#core/result.ts';
import { systemClock } from '../kit/clock.ts';
import { startRig, USUAL_DEVICES, type WireKind } from '../simulation/rig.ts';
import type { ScenarioName } from '../simulation/scenarios.ts';
import { obeyTester } from '../simulation/tester.ts';
import { optionValue, positiveNumber, wholeNumber } from './arguments.ts';
import { type DeviceCommand, reasonOf, WELL } from './command.ts';
import { DEFAULT_SEED, PATIENT, SEED } from './common-options.ts';

const WIRES: readonly WireKind[] = ['pty', 'tcp'];

/** `rig`: simulators and a devices file, until standard input ends or a signal comes. Lines of standard input are a tester's orders. */
export const rigCommand: DeviceCommand = {
  name: 'rig',
  purpose:
    'simulated devices of one patient and their devices file, until standard input ends; its lines are orders, as in "unplug contec-cms50"',
  positionals: [],
  options: {
    '--out': { takes: 'FILE', short: '-o', says: 'the devices file to write', path: true },
    '--drivers': {
      takes: 'A,B,C',
      says: `which devices (${USUAL_DEVICES.join(',')})`,
      words: DRIVER_IDS,
      listed: true,
    },
    ...PATIENT,
    ...SEED,
    '--clock-rate': {
      takes: 'N',
      says: 'how much faster inflation and settling go; streams stay as they are (1)',
    },
    '--wire': {
      takes: 'WIRE',
      says: 'pseudo-terminals where socat is there, else TCP; what speaks in reports is always on TCP',
      words: WIRES,
    },
  },
  examples: [
    ['rig --out devices.json', 'the three usual devices'],
    ['rig --out devices.json --drivers nonin,and-tm2657 --patient hypertensive', 'others, with one patient'],
  ],
  run: async (given, console) => {
    const out = optionValue(given, '--out');
    if (out === undefined) return fail('option --out is needed');
    const seed = wholeNumber(given, '--seed', DEFAULT_SEED);
    if (!seed.ok) return seed;
    const rate = positiveNumber(given, '--clock-rate', 1);
    if (!rate.ok) return rate;
    const drivers = optionValue(given, '--drivers')?.split(',') as DriverId[] | undefined;
    if (drivers !== undefined && new Set(drivers).size < drivers.length)
      return fail('option --drivers names a device twice');
    const wire = optionValue(given, '--wire') as WireKind | undefined;
    const scenario = optionValue(given, '--patient') as ScenarioName | undefined;
    const stopped = Promise.race([console.stopped(), console.inputEnded()]);
    const rig = await startRig({
      seed: seed.value,
      clockRate: rate.value,
      clock: systemClock,
      ...(wire === undefined ? {} : { wire }),
      ...(drivers === undefined ? {} : { drivers }),
      ...(scenario === undefined ? {} : { scenario }),
    });
    try {
      await writeFile(out, `${JSON.stringify(rig.file, null, 2)}\n`);
      const stopListening = console.onLine((line) => {
        void obeyTester(rig, line).then((done) => {
          if (!done.ok) console.log(`device rig: ${done.failure}`);
        });
      });
      console.out('ready');
      await stopped;
      stopListening();
      return WELL;
    } catch (error) {
      return fail(reasonOf(error));
    } finally {
      await rig.close();
    }
  },
};
