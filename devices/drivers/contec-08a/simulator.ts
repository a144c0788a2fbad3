import { localDateTime, type Milliseconds } from '#core/time.ts';
import type { Values } from '#core/vitals/kinds.ts';
import { createMeasured } from '../../kit/measured.ts';
import type { SimulatedPatient, Simulator, SimulatorContext } from '../../kit/simulator.ts';
import { memoryReports, type StoredMeasurement } from './memory.ts';
import { COMMANDS, DOWNLOAD, IDENTITY, padded, USERS } from './reports.ts';

/** What a tester does to the device. */
export interface MonitorControl {
  /** The patient measures now, without waiting for the next time. */
  measure(): void;
  /**
   * Lowest systolic that the device shows, mm[Hg]; undefined shows what it measures. How a systolic below 128 is sent, no document
   * shows, so the simulated device shows at least that much unless it is told otherwise.
   */
  systolicAtLeast(floor: number | undefined): void;
  /** Highest of all the other numbers that it shows: no document shows how one above 127 is sent. */
  othersAtMost(ceiling: number | undefined): void;
  /** A device that is switched off still answers over USB. */
  power(on: boolean): void;
}

/** How often the patient measures, and how long before now the old records were taken. */
const MEASURING_MS: Milliseconds = 15_000;
const HOUR_MS: Milliseconds = 3_600_000;
const DAY_MS: Milliseconds = 24 * HOUR_MS;
/** Records that one user's memory holds (manual, as the source quotes it); the oldest makes room. */
const MEMORY_OF_A_USER = 100;
const OLD_RECORDS: readonly (readonly [user: number, age: Milliseconds])[] = [
  [1, 3 * DAY_MS],
  [1, DAY_MS],
  [1, 5 * HOUR_MS],
  [2, 2 * DAY_MS],
];

/** An 08A, which measures for user 1. */
export const createSimulator = (context: SimulatorContext): Simulator<MonitorControl> => {
  const { clock, bodyClock, send } = context;
  const measured = createMeasured();
  const memory: StoredMeasurement[] = [];
  let floor: number | undefined = 128;
  let ceiling: number | undefined = 127;
  let isOn = true;
  let stuck = false;
  let stored = false;
  let clockError: Milliseconds = 0;
  let count = 0;
  let cancel = (): void => undefined;

  const store = (user: number, patient: SimulatedPatient, measurement: number, age: Milliseconds): Values => {
    const shown = (value: number): number => Math.min(value, ceiling ?? value);
    const pressures = patient.bloodPressure(measurement);
    const systolic = Math.max(pressures.systolic, floor ?? 0);
    const [mean, diastolic] = [shown(pressures.mean), shown(pressures.diastolic)];
    const pulse = shown(patient.pulseRate(clock.monotonic()));
    const takenAt = localDateTime(new Date(new Date(clock.now()).getTime() - age + clockError));
    memory.push({ user, systolic, diastolic, mean, pulse, takenAt });
    if (memory.filter((own) => own.user === user).length > MEMORY_OF_A_USER) {
      memory.splice(
        memory.findIndex((own) => own.user === user),
        1,
      );
    }
    return {
      systolic: { value: systolic, unit: 'mm[Hg]' },
      diastolic: { value: diastolic, unit: 'mm[Hg]' },
      mean: { value: mean, unit: 'mm[Hg]' },
      'pulse-rate': { value: pulse, unit: '/min' },
    };
  };

  for (const [index, [user, age]] of OLD_RECORDS.entries()) store(user, context.previousPatient, index, age);

  const measure = (): void => {
    if (stuck || stored) return;
    measured.note(store(1, context.patient, count, 0));
    count += 1;
  };

  const again = (): void => {
    measure();
    cancel = bodyClock.after(MEASURING_MS, again);
  };
  cancel = bodyClock.after(MEASURING_MS, again);

  const download = (fourth: number): void => {
    send(padded(0x4a, 0x43, isOn ? 0x01 : 0x00));
    if (!isOn) return;
    const wanted = USERS.filter((user) => fourth === DOWNLOAD.all || fourth === DOWNLOAD.offset + user);
    for (const user of wanted) for (const report of memoryReports(user, memory)) send(report);
  };

  return {
    receive: (report) => {
      const [command, , , fourth = 0] = report;
      // What answers a ping is not published: this device answers with nothing but zeros.
      if (command === COMMANDS.ping[0]) send(padded());
      else if (command === COMMANDS.identify[0])
        send(padded(0x48, IDENTITY.deviceType, 0x02, IDENTITY.protocol, 0x01, 0x02));
      else if (command === DOWNLOAD.head[0]) download(fourth);
    },
    faults: {
      'stuck-value': (on) => {
        stuck = on;
      },
      'clock-off': (on) => {
        clockError = on ? -DAY_MS : 0;
      },
      // What it holds of somebody else is all there is: nobody measures.
      'stored-reading': (on) => {
        stored = on;
      },
    },
    measured: measured.all,
    control: {
      measure,
      systolicAtLeast: (lowest) => {
        floor = lowest;
      },
      othersAtMost: (highest) => {
        ceiling = highest;
      },
      power: (on) => {
        isOn = on;
      },
    },
    close: () => cancel(),
  };
};
