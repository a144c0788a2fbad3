import { writeFile } from 'node:fs/promises';
import { fail, ok } from '#core/result.ts';
import { systemClock } from '../kit/clock.ts';
import { startRig } from '../simulation/rig.ts';
import { obeyTester } from '../simulation/tester.ts';
import { wholeNumber } from './arguments.ts';
import type { DeviceCommand } from './command.ts';

const DEFAULT_SEED = 1;

/** `rig`: the three simulators and a devices file, until standard input ends or a signal comes. Lines of standard input are a tester's orders. */
export const rigCommand: DeviceCommand = {
  name: 'rig',
  usage: 'rig --out <devices.json> [--seed N] [--clock-rate N] [--wire pty|tcp]',
  purpose: 'the three simulated devices of one patient, and their devices file',
  options: { '--out': 'value', '--seed': 'value', '--clock-rate': 'value', '--wire': 'value' },
  run: async (given, console) => {
    const out = given.values.get('--out');
    if (out === undefined) return fail('option --out is needed');
    const seed = wholeNumber(given, '--seed', DEFAULT_SEED);
    if (!seed.ok) return seed;
    const rate = Number(given.values.get('--clock-rate') ?? 1);
    if (!(rate > 0)) return fail('option --clock-rate needs a number above 0');
    const wire = given.values.get('--wire');
    if (wire !== undefined && wire !== 'pty' && wire !== 'tcp') return fail('option --wire is pty or tcp');
    const stopped = Promise.race([console.stopped(), console.inputEnded()]);
    const rig = await startRig({
      seed: seed.value,
      clockRate: rate,
      clock: systemClock,
      ...(wire === undefined ? {} : { wire }),
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
      return ok(undefined);
    } catch (error) {
      return fail(error instanceof Error ? error.message : String(error));
    } finally {
      await rig.close();
    }
  },
};
