import { localDateTime, type Milliseconds } from '#core/time.ts';
import { fromLatin1 } from '../../kit/bytes.ts';
import { every } from '../../kit/clock.ts';
import { createMeasured } from '../../kit/measured.ts';
import { createSimulatedFinger, type Finger } from '../../kit/oximetry/simulated-finger.ts';
import type { Simulator, SimulatorContext } from '../../kit/simulator.ts';
import { LOW_BATTERY_ALARM } from './exceptions.ts';

/** What a tester does to the finger. */
export interface Ascii1Control {
  finger(state: Finger): void;
}

const PERIOD_MS: Milliseconds = 1_000;
const DAY_MS: Milliseconds = 24 * 3_600_000;
const SERIAL = '0000093112';
/** Perfusion index of a cold finger, %. */
const WEAK_INDEX = 0.12;

const EXC = {
  set: 0x000800,
  defectiveSensor: 0x000002,
  lowPerfusion: 0x000804,
  pulseSearch: 0x000808,
  interferenceAndLowIq: 0x000c10,
  sensorOff: 0x000820,
} as const;

const digits = (value: number, length: number): string => String(value).padStart(length, '0');
const hex = (value: number, length: number): string => value.toString(16).toUpperCase().padStart(length, '0');

/** `MM/DD/YY hh:mm:ss`. */
const printedTime = (date: Date): string => {
  const [, year, month, day, time] = /^\d\d(\d\d)-(\d\d)-(\d\d)T(.+)$/.exec(localDateTime(date)) ?? [];
  return `${month}/${day}/${year} ${time}`;
};

/** A Rad-8 in ASCII 1. */
export const createSimulator = (context: SimulatorContext): Simulator<Ascii1Control> => {
  const { clock, patient, send } = context;
  const began = clock.monotonic();
  const finger = createSimulatedFinger(began);
  const measured = createMeasured();
  const faulty = { stuck: false, moving: false, lowBattery: false, clockOff: false, defective: false };
  let lastLine: string | undefined;

  const exceptionsOf = (seen: Finger): number => {
    if (faulty.defective) return EXC.defectiveSensor;
    if (seen === 'out') return EXC.sensorOff;
    if (seen === 'searching') return EXC.pulseSearch;
    if (faulty.moving) return EXC.interferenceAndLowIq;
    return seen === 'weak' ? EXC.lowPerfusion : EXC.set;
  };

  const numbers = (seen: Finger, at: Milliseconds): string => {
    if (faulty.defective || seen === 'out' || seen === 'searching') return 'SPO2=---% BPM=--- PI=--.--%';
    const [saturation, pulseRate] = [patient.oxygenSaturation(at), patient.pulseRate(at)];
    const index = seen === 'weak' ? WEAK_INDEX : patient.perfusionIndex(at);
    measured.note({
      spo2: { value: saturation, unit: '%' },
      'pulse-rate': { value: pulseRate, unit: '/min' },
      'perfusion-index': { value: Number(index.toFixed(2)), unit: '%' },
    });
    const printedIndex = index.toFixed(2).padStart(5, '0');
    return `SPO2=${digits(saturation, 3)}% BPM=${digits(pulseRate, 3)} PI=${printedIndex}%`;
  };

  const line = (): string => {
    const now = clock.monotonic();
    const seen = finger.seen(now);
    const wall = new Date(new Date(clock.now()).getTime() - (faulty.clockOff ? DAY_MS : 0));
    return [
      printedTime(wall),
      `SN=${SERIAL}`,
      numbers(seen, now - began),
      'SPCO=--.-% SPMET=--.-% DESAT=-- PIDELTA=+--',
      `ALARM=${hex(faulty.lowBattery ? LOW_BATTERY_ALARM : 0, 4)}`,
      `EXC=${hex(exceptionsOf(seen), 6)}`,
    ].join(' ');
  };

  const speak = (): void => {
    if (!faulty.stuck || lastLine === undefined) lastLine = line();
    send(fromLatin1(`${lastLine}\r\n`));
  };
  const stop = every(clock, PERIOD_MS, speak);

  const flag =
    (name: keyof typeof faulty) =>
    (on: boolean): void => {
      faulty[name] = on;
    };

  return {
    // The oximeter listens to nothing.
    receive: () => undefined,
    measured: measured.all,
    faults: {
      'stuck-value': flag('stuck'),
      'sensor-off': (on) => finger.move(on ? 'out' : 'in', clock.monotonic()),
      motion: flag('moving'),
      'low-battery': flag('lowBattery'),
      'clock-off': flag('clockOff'),
      'error-code': flag('defective'),
    },
    control: { finger: (state) => finger.move(state, clock.monotonic()) },
    close: stop,
  };
};
