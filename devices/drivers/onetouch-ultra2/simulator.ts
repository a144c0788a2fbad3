import { localDateTime, type Milliseconds } from '#core/time.ts';
import { concatBytes, fromLatin1, toLatin1 } from '../../kit/bytes.ts';
import { createMeasured } from '../../kit/measured.ts';
import type { Simulator, SimulatorContext } from '../../kit/simulator.ts';
import { COMMANDS } from './commands.ts';
import { deviceLine, lineSum } from './lines.ts';

/** What a tester does to the meter. */
export interface Ultra2Control {
  /** A drop of blood now, without waiting for the next time. */
  measure(): void;
  /** What the next drops measure, mg/dL; undefined is the patient's own. */
  value(glucose: number | undefined): void;
  /** The mark of the next records: control solution, parity error, or none. */
  mark(mark: 'C' | '?' | undefined): void;
  /** Six characters: what the meter says of its display. */
  unit(unit: string): void;
  /** The owner changes the meal mark and comment of the newest record. */
  note(meal: 'N' | 'B' | 'A', comment: number): void;
  /** Whether the cable is in the meter; without it a test goes on, and nothing is answered. */
  plugged(plugged: boolean): void;
  /** Another meter with the same memory is on the cable. */
  serial(serial: string): void;
}

interface Stored {
  readonly glucose: number;
  readonly takenAt: Date;
  readonly mark: 'C' | '?' | undefined;
  readonly meal: 'N' | 'B' | 'A';
  readonly comment: number;
}

/** A new drop comes this often: nobody is pricked every few seconds. The old records are this old. */
const MEASURING_MS: Milliseconds = 45_000;
const HOUR_MS: Milliseconds = 3_600_000;
const DAY_MS: Milliseconds = 24 * HOUR_MS;
const OLD_AGES: readonly Milliseconds[] = [3 * DAY_MS, DAY_MS, 5 * HOUR_MS];
/** A real memory holds 500; a short one keeps simulations short. */
const MEMORY = 24;
const WEEKDAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'] as const;

const timeText = (at: Date): string => {
  const [year = '', month, day, hour, minute, second] = localDateTime(at).split(/[-T:]/);
  return `"${WEEKDAYS[at.getDay()]}","${month}/${day}/${year.slice(2)}","${hour}:${minute}:${second}   "`;
};

const recordText = ({ glucose, takenAt, mark, meal, comment }: Stored): string => {
  const value = `${mark === 'C' ? 'C' : ' '} ${String(glucose).padStart(3, '0')}${mark === '?' ? '?' : ' '}`;
  return `P ${timeText(takenAt)},"${value}","${meal}","${String(comment).padStart(2, '0')}", 00`;
};

/** An Ultra2 whose cable is in, and which measures all the same. */
export const createSimulator = (context: SimulatorContext): Simulator<Ultra2Control> => {
  const { clock, bodyClock, send } = context;
  const measured = createMeasured();
  let memory: Stored[] = [];
  let display = 'MG/DL ';
  let serial = 'CBN00001Y';
  let own: number | undefined;
  let mark: 'C' | '?' | undefined;
  let plugged = true;
  let stuck = false;
  let badSums = false;
  let clockError: Milliseconds = 0;
  let drops = 0;
  let pending = '';
  let cancel = (): void => undefined;

  const shownNow = (age = 0): Date => new Date(new Date(clock.now()).getTime() + clockError - age);

  const store = (glucose: number, age: Milliseconds, marked?: 'C' | '?'): void => {
    const record: Stored = { glucose, takenAt: shownNow(age), mark: marked, meal: 'N', comment: 0 };
    memory = [record, ...memory].slice(0, MEMORY);
  };
  for (const [drop, age] of OLD_AGES.entries()) store(context.previousPatient.glucose(drop), age);

  const measure = (): void => {
    if (stuck) return;
    const glucose = own ?? context.patient.glucose(drops);
    drops += 1;
    store(glucose, 0, mark);
    if (mark === undefined) measured.note({ glucose: { value: glucose, unit: 'mg/dL' } });
  };

  const again = (): void => {
    measure();
    cancel = bodyClock.after(MEASURING_MS, again);
  };
  cancel = bodyClock.after(MEASURING_MS, again);

  const answers: ReadonlyMap<string, () => readonly string[]> = new Map([
    [COMMANDS.version, () => ['?P02.00.00 30/08/06']],
    [COMMANDS.serial, () => [`@ "${serial}"`]],
    [COMMANDS.unit, () => [`SU?,"${display}"`]],
    [COMMANDS.clock, () => [`F ${timeText(shownNow())}`]],
    [
      COMMANDS.dump,
      () => [
        `P ${String(memory.length).padStart(3, '0')},"${serial}","${display}"`,
        ...memory.map(recordText),
      ],
    ],
  ]);

  const answer = (command: string): void => {
    const lines = answers.get(command)?.() ?? [];
    if (!plugged || lines.length === 0) return;
    const wrongLine = (text: string): Uint8Array => fromLatin1(`${text} ${lineSum(`${text} `)}\r\n`);
    send(concatBytes(lines.map(badSums ? wrongLine : deviceLine)));
  };

  return {
    receive: (bytes) => {
      const commands = `${pending}${toLatin1(bytes)}`.split('\r');
      pending = commands.pop() ?? '';
      for (const command of commands) answer(command.replaceAll('\x11', ''));
    },
    faults: {
      'bad-checksum': (on) => {
        badSums = on;
      },
      'stuck-value': (on) => {
        stuck = on;
      },
      'clock-off': (on) => {
        clockError = on ? -DAY_MS : 0;
      },
      'stored-reading': (on) => {
        if (on) store(context.previousPatient.glucose(OLD_AGES.length), HOUR_MS);
      },
    },
    measured: measured.all,
    control: {
      measure,
      value: (glucose) => {
        own = glucose;
      },
      mark: (next) => {
        mark = next;
      },
      unit: (unit) => {
        display = unit;
      },
      note: (meal, comment) => {
        memory = memory.map((record, index) => (index === 0 ? { ...record, meal, comment } : record));
      },
      plugged: (isPlugged) => {
        plugged = isPlugged;
      },
      serial: (next) => {
        serial = next;
      },
    },
    close: () => cancel(),
  };
};
