import { fail } from '#core/result.ts';
import { acceleratedClock } from '#core/time.ts';
import { systemClock } from '../kit/clock.ts';
import type { Fault } from '../kit/faults.ts';
import { createSimulatedDevice, type SimulatedDevice } from '../simulation/device.ts';
import { createPatient } from '../simulation/patient.ts';
import type { ScenarioName } from '../simulation/scenarios.ts';
import { obeyTester, soleDevice } from '../simulation/tester.ts';
import { optionValue, positiveNumber, wholeNumber } from './arguments.ts';
import { type Console, type DeviceCommand, parseDriverId, reasonOf, WELL } from './command.ts';
import { DEFAULT_SEED, DRIVER, FAULT, OUTLET, PATIENT, SEED } from './common-options.ts';
import { addressOf, outletOf } from './outlet.ts';

/** Orders on standard input, for as long as the simulator runs. */
const listenTo = (console: Console, device: SimulatedDevice): (() => void) =>
  console.onLine((line) => {
    if (line.trim() === '') return;
    void obeyTester(soleDevice(device), line).then((done) => {
      if (!done.ok) console.log(`device simulate: ${done.failure}`);
    });
  });

/** `simulate`: one simulator, until it is stopped; its address is the only thing on standard output. */
export const simulateCommand: DeviceCommand = {
  name: 'simulate',
  purpose:
    'a simulated device, until stopped; prints its address. Lines on standard input are orders: a fault, "cure" and a fault, "mend", "replug"',
  positionals: [DRIVER],
  options: {
    ...OUTLET,
    ...PATIENT,
    ...SEED,
    '--fault': FAULT,
    '--clock-rate': {
      takes: 'N',
      says: 'how much faster inflation and settling go; streams stay as they are (1)',
    },
  },
  examples: [
    ['simulate contec-cms50', 'an oximeter on a pseudo-terminal'],
    ['simulate contec-cms50 --tcp 7000 --patient hypoxic-adult', 'on a TCP port, with another patient'],
    ['simulate and-tm2657 --fault motion', 'a cuff on an arm that moves; type "cure motion" to end it'],
    ['simulate tanita-scale --port COM3', 'through a null-modem cable, for a program on COM4'],
  ],
  run: async (given, console) => {
    const id = parseDriverId(given.positional[0]);
    if (!id.ok) return id;
    const seed = wholeNumber(given, '--seed', DEFAULT_SEED);
    if (!seed.ok) return seed;
    const rate = positiveNumber(given, '--clock-rate', 1);
    if (!rate.ok) return rate;
    const outlet = outletOf(given, id.value);
    if (!outlet.ok) return outlet;
    const faults = (given.values.get('--fault') ?? []) as readonly Fault[];
    const patient = optionValue(given, '--patient') as ScenarioName | undefined;
    const stopped = console.stopped();
    let device: SimulatedDevice | undefined;
    try {
      device = await createSimulatedDevice(id.value, {
        patient: createPatient(seed.value, patient),
        previousPatient: createPatient(seed.value + 1),
        clock: systemClock,
        bodyClock: acceleratedClock(systemClock, rate.value),
        seed: seed.value,
        openWire: outlet.value.open,
      });
      for (const fault of faults) {
        const done = await device.fault(fault, true);
        if (!done.ok) return fail(done.failure);
      }
      console.out(addressOf(device.wire));
      const stopListening = listenTo(console, device);
      await stopped;
      stopListening();
      return WELL;
    } catch (error) {
      return fail(reasonOf(error));
    } finally {
      await device?.close();
      await outlet.value.tidy();
    }
  },
};
