import { localDateTime, type Milliseconds } from '#core/time.ts';
import { fromLatin1 } from '../../kit/bytes.ts';
import { every } from '../../kit/clock.ts';
import { createMeasured } from '../../kit/measured.ts';
import { createSimulatedFinger, type Finger } from '../../kit/oximetry/simulated-finger.ts';
import type { Simulator, SimulatorContext } from '../../kit/simulator.ts';
import type { StatusCode } from './status.ts';

/** What a tester does to the finger. */
export interface PrinterControl {
  finger(state: Finger): void;
}

const PERIOD_MS: Milliseconds = 2_000;
const DAY_MS: Milliseconds = 24 * 3_600_000;
/** The header comes again after so many lines. */
const LINES_A_PAGE = 20;
const HEADER = [
  'N-560    VERSION 1.61.00    CRC:XXXX  SpO2 Limit: 90-100%    PR Limit: 60-170BPM',
  '                             ADULT            0SAT-S ',
  'TIME                 %SpO2   BPM     PA     Status',
];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
/** A trend of one minute, which somebody prints now and then. */
const TREND = { lines: 30, everyLines: 15 } as const;

/** `dd-Mon-yy hh:mm:ss`. */
const printedTime = (date: Date): string => {
  const [, year, month, day, time] = /^\d\d(\d\d)-(\d\d)-(\d\d)T(.+)$/.exec(localDateTime(date)) ?? [];
  return `${day}-${MONTHS[Number(month) - 1]}-${year} ${time}`;
};

interface Numbers {
  readonly saturation: number | string;
  readonly pulse: number | string;
  readonly amplitude: number | string;
}

const printedLine = (
  date: Date,
  { saturation, pulse, amplitude }: Numbers,
  status: readonly StatusCode[],
): string => {
  const columns = [saturation, pulse, amplitude].map((number) => String(number).padStart(3));
  return `${printedTime(date)}   ${columns.join('     ')}    ${status.join(' ').padEnd(17)}`;
};

const NO_NUMBERS: Numbers = { saturation: '---', pulse: '---', amplitude: '---' };
const SEARCHING: Numbers = { saturation: 0, pulse: 0, amplitude: '---' };

/** An N-560 with its printer output on. */
export const createSimulator = (context: SimulatorContext): Simulator<PrinterControl> => {
  const { clock, patient, previousPatient, send } = context;
  const began = clock.monotonic();
  const finger = createSimulatedFinger(began);
  const measured = createMeasured();
  const faulty = { stuck: false, moving: false, lowBattery: false, clockOff: false, unplugged: false };
  let printsTrend = false;
  let lines = 0;
  let lastLine: string | undefined;

  const print = (line: string): void => send(fromLatin1(`${line}\r\n`));
  const wall = (agoMs: Milliseconds): Date => new Date(new Date(clock.now()).getTime() - agoMs);

  const numbersOf = (whose: typeof patient, at: Milliseconds, seen: Finger): Numbers => ({
    saturation: whose.oxygenSaturation(at),
    pulse: whose.pulseRate(at),
    amplitude: seen === 'weak' ? 4 : Math.round(whose.perfusionIndex(at) * 10),
  });

  const liveLine = (): string => {
    const now = clock.monotonic();
    const seen = finger.seen(now);
    const battery: StatusCode[] = faulty.lowBattery ? ['LB'] : [];
    const time = wall(faulty.clockOff ? DAY_MS : 0);
    if (faulty.unplugged) return printedLine(time, NO_NUMBERS, ['SD', ...battery]);
    if (seen === 'out') return printedLine(time, NO_NUMBERS, ['SO', ...battery]);
    if (seen === 'searching') return printedLine(time, SEARCHING, ['PS', ...battery]);
    const numbers = numbersOf(patient, now - began, seen);
    measured.note({
      spo2: { value: Number(numbers.saturation), unit: '%' },
      'pulse-rate': { value: Number(numbers.pulse), unit: '/min' },
    });
    return printedLine(time, numbers, faulty.moving ? ['MO', ...battery] : battery);
  };

  /** What the memory holds of whoever was here an hour ago. */
  const printTrend = (): void => {
    for (let line = 0; line < TREND.lines; line += 1) {
      const age = 30 * 60_000 - line * PERIOD_MS;
      print(printedLine(wall(age), numbersOf(previousPatient, line * PERIOD_MS, 'in'), []));
    }
  };

  const speak = (): void => {
    if (lines % LINES_A_PAGE === 0) HEADER.forEach(print);
    if (printsTrend && lines % TREND.everyLines === 0) printTrend();
    lines += 1;
    if (!faulty.stuck || lastLine === undefined) lastLine = liveLine();
    print(lastLine);
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
      'error-code': flag('unplugged'),
      'stored-reading': (on) => {
        printsTrend = on;
        if (on) printTrend();
      },
    },
    control: { finger: (state) => finger.move(state, clock.monotonic()) },
    close: stop,
  };
};
