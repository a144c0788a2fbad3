import { localDateTime, type Milliseconds } from '#core/time.ts';
import { concatBytes } from '../../kit/bytes.ts';
import { convertPrinted, GLUCOSE_MG_DL_PER_MMOL_L } from '../../kit/convert.ts';
import { createMeasured } from '../../kit/measured.ts';
import type { Simulator, SimulatorContext } from '../../kit/simulator.ts';
import { CONTROLS, frameBytes } from './frames.ts';
import { payloadOf, reportsOf } from './packets.ts';
import type { GlucoseUnit } from './records.ts';
import { createSender } from './sender.ts';

/** What a tester does to the meter. */
export interface ContourControl {
  /** A drop of blood now, without waiting for the next time. */
  measure(): void;
  /** What the next drops measure, mg/dL; undefined is the patient's own. */
  value(glucose: number | undefined): void;
  /** Marks of the next results, e.g. `C`, `<`, `B/X`. */
  marks(marks: string): void;
  /** Unit of the meter and all that it holds. */
  unit(unit: GlucoseUnit): void;
  /** The owner changes the marks of the newest result. */
  remark(marks: string): void;
}

interface Stored {
  readonly glucose: number;
  readonly takenAt: string;
  readonly marks: string;
}

/** A new drop comes this often: nobody is pricked every few seconds. The old records are this old. */
const MEASURING_MS: Milliseconds = 45_000;
const HOUR_MS: Milliseconds = 3_600_000;
const DAY_MS: Milliseconds = 24 * HOUR_MS;
const OLD_AGES: readonly Milliseconds[] = [3 * DAY_MS, DAY_MS, 5 * HOUR_MS];
/** A real memory holds 2000; a short one keeps simulations short. */
const MEMORY = 12;

const IDENTITY = 'Bayer7390^01.24\\01.04\\09.02.20^7390-0000001^7403-';
const SETTINGS = 'V=10600^X=070070070070180130150250^Y=360126090050099050300089^Z=1';

/** A meter in its USB port, which measures all the same, but not while it is read. */
export const createSimulator = (context: SimulatorContext): Simulator<ContourControl> => {
  const { clock, bodyClock, send } = context;
  const measured = createMeasured();
  let memory: Stored[] = [];
  let unit: GlucoseUnit = 'mg/dL';
  let own: number | undefined;
  let marks = '';
  let stuck = false;
  let badSums = false;
  let clockError: Milliseconds = 0;
  let drops = 0;
  let isDue = false;
  let cancel = (): void => undefined;

  /** yyyyMMddHHmm of the meter's own clock. */
  const stamp = (age = 0): string =>
    localDateTime(new Date(new Date(clock.now()).getTime() + clockError - age))
      .replaceAll(/[-T:]/g, '')
      .slice(0, -2);

  const printed = (glucose: number): string =>
    unit === 'mg/dL' ? String(glucose) : (glucose / GLUCOSE_MG_DL_PER_MMOL_L).toFixed(1);

  const records = (): string[] => [
    `H|\\^&||7w3LBL|${IDENTITY}|A=1^C=63^G=1^I=0200^R=0^S=1^U=${unit === 'mg/dL' ? 0 : 1}^${SETTINGS}|${memory.length}||||||1|${stamp()}`,
    'P|1',
    ...memory.map(
      (stored, index) =>
        `R|${index + 1}|^^^Glucose|${printed(stored.glucose)}|${unit}^P||${stored.marks}||${stored.takenAt}`,
    ),
    'L|1||N',
  ];

  const frames = (): Uint8Array[] => {
    const texts = records();
    return texts.map((text, index) => {
      const bytes = frameBytes({ number: (index + 1) % 8, text, isLast: index === texts.length - 1 });
      // A wrong sum: the text says one bit more than was summed.
      if (badSums) bytes[2] = (bytes[2] ?? 0) ^ 1;
      return bytes;
    });
  };

  const sender = createSender({
    frames,
    send: (...parts) => {
      for (const report of reportsOf(concatBytes(parts))) send(report);
    },
    onDone: () => {
      if (isDue) measure();
    },
  });

  const store = (glucose: number, age: Milliseconds, marked = ''): void => {
    memory = [...memory, { glucose, takenAt: stamp(age), marks: marked }].slice(-MEMORY);
  };
  for (const [drop, age] of OLD_AGES.entries()) store(context.previousPatient.glucose(drop), age);

  const measure = (): void => {
    isDue = sender.isSending();
    if (stuck || isDue) return;
    const glucose = own ?? context.patient.glucose(drops);
    drops += 1;
    store(glucose, 0, marks);
    const shown =
      unit === 'mg/dL'
        ? glucose
        : convertPrinted({ value: Number(printed(glucose)), decimals: 1 }, GLUCOSE_MG_DL_PER_MMOL_L);
    // Control solution, LO and HI are no measurement of the patient.
    if (!marks.split('/').some((mark) => 'C<>'.includes(mark) && mark !== ''))
      measured.note({ glucose: { value: shown, unit: 'mg/dL' } });
  };

  const again = (): void => {
    measure();
    cancel = bodyClock.after(MEASURING_MS, again);
  };
  cancel = bodyClock.after(MEASURING_MS, again);

  return {
    receive: (report) => {
      for (const byte of payloadOf(report) ?? []) {
        if (byte === CONTROLS.eot) sender.wake();
        else if (byte === CONTROLS.ack) sender.acknowledged();
        else if (byte === CONTROLS.nak) sender.refused();
      }
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
      marks: (next) => {
        marks = next;
      },
      unit: (next) => {
        unit = next;
      },
      remark: (next) => {
        memory = memory.map((stored, index) =>
          index === memory.length - 1 ? { ...stored, marks: next } : stored,
        );
      },
    },
    close: () => cancel(),
  };
};
