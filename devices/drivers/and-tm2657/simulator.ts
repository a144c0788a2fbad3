import { localDateTime, type Milliseconds } from '#core/time.ts';
import { fromLatin1, toLatin1 } from '../../kit/bytes.ts';
import { createMeasured } from '../../kit/measured.ts';
import type { Simulator, SimulatorContext } from '../../kit/simulator.ts';
import { acknowledgement, commandFrame, createFrameReader, deviceFrame, RECORD_SEPARATOR } from './frames.ts';

/** What a tester does to the arm, the cuff and the device's settings. */
export interface BloodPressureControl {
  /** The next measurements end with this error (`E44`); undefined measures again. */
  fail(error: string | undefined): void;
  /** Whether results are pushed after a measurement (the device's output function), or given on RB only. */
  push(enabled: boolean): void;
  format(format: 'RB' | 'RA'): void;
  /** Irregular beats and movements that the next results in format RA report. */
  beats(irregular: number, movements: number): void;
  /** The next result frames carry a wrong BCC. */
  wrongChecksum(frames: number): void;
  /** Pressure in the cuff now, mm[Hg]. */
  cuffPressure(): number;
}

/** The cuff over time, in milliseconds of the body's clock. */
const CUFF = { inflation: 8_000, deflation: 24_000, release: 2_500, emptying: 1_500 } as const;
const MEASUREMENT_MS: Milliseconds = CUFF.inflation + CUFF.deflation + CUFF.release;
/** The cuff is inflated to about this much above systolic, and deflated to this much below diastolic, mm[Hg]. */
const MARGIN = { above: 35, below: 15 } as const;

interface Measurement {
  readonly startedAt: Milliseconds;
  readonly pressures: { systolic: number; mean: number; diastolic: number };
}

/** Pressure in the cuff `at` milliseconds after the start: a quick rise, a steady fall, a release. */
const pressureAt = (at: Milliseconds, { systolic, diastolic }: Measurement['pressures']): number => {
  const peak = systolic + MARGIN.above;
  const bottom = diastolic - MARGIN.below;
  if (at < CUFF.inflation) return peak * Math.sqrt(at / CUFF.inflation);
  const fallen = at - CUFF.inflation;
  if (fallen < CUFF.deflation) return peak - (peak - bottom) * (fallen / CUFF.deflation);
  return Math.max(0, bottom * (1 - (fallen - CUFF.deflation) / CUFF.release));
};

const padded = (letter: string, value: number): string => `${letter}${String(value).padStart(3)}`;

/** How far a device's clock is off, and how long ago whoever came before was measured. */
const DAY_MS: Milliseconds = 86_400_000;
const QUARTER_MS: Milliseconds = 15 * 60_000;

/** A TM-2657 set to push its results. */
export const createSimulator = (context: SimulatorContext): Simulator<BloodPressureControl> => {
  const { bodyClock, patient, previousPatient, send } = context;
  const measured = createMeasured();
  const faulty = {
    stuck: false,
    moved: false,
    clockOff: false,
    stored: false,
    checksum: false,
    error: false,
    arm: false,
  };
  const reader = createFrameReader();
  const began = context.clock.monotonic();
  let error: string | undefined;
  let pushes = true;
  let format: 'RB' | 'RA' = 'RB';
  let beats = { irregular: 0, movements: 0 };
  let wrongChecksums = 0;
  let count = 0;
  let running: Measurement | undefined;
  let cancel = (): void => undefined;
  let emptying: { since: Milliseconds; from: number } | undefined;
  let result: string[] | undefined;

  const cuffPressure = (): number => {
    const now = bodyClock.monotonic();
    if (running !== undefined) return pressureAt(now - running.startedAt, running.pressures);
    if (emptying === undefined) return 0;
    return Math.max(0, emptying.from * (1 - (now - emptying.since) / CUFF.emptying));
  };

  /** yyMMddhhmm of the device's own clock, which shows local time. */
  const stamp = (agoMs: Milliseconds = 0): string => {
    const now = new Date(context.clock.now());
    const local = localDateTime(new Date(now.getTime() - agoMs - (faulty.clockOff ? DAY_MS : 0)));
    return `${local.slice(2, 4)}${local.slice(5, 7)}${local.slice(8, 10)}${local.slice(11, 13)}${local.slice(14, 16)}`;
  };

  /** The device's own error, or the one that a fault stands for. */
  const errorNow = (): string | undefined => {
    if (error !== undefined) return error;
    if (faulty.moved) return 'E44';
    if (faulty.arm) return 'E43';
    return faulty.error ? 'E12' : undefined;
  };

  const fieldsOf = ({ pressures }: Measurement): string[] => {
    const pulse = patient.pulseRate(context.clock.monotonic() - began);
    const { systolic, mean, diastolic } = pressures;
    const error = errorNow();
    if (error === undefined) {
      measured.note({
        systolic: { value: systolic, unit: 'mm[Hg]' },
        mean: { value: mean, unit: 'mm[Hg]' },
        diastolic: { value: diastolic, unit: 'mm[Hg]' },
        'pulse-rate': { value: pulse, unit: '/min' },
      });
    }
    const irregular = beats.irregular + patient.irregularBeats(count);
    const named =
      error === undefined
        ? [padded('S', systolic), padded('M', mean), padded('D', diastolic), padded('P', pulse)]
        : ['S   ', 'M   ', 'D   ', 'P   '];
    const extended = [
      `i${String(irregular).padStart(2)}`,
      `m${beats.movements}`,
      'r0',
      't 35',
      'cN',
      'l  ',
      'd',
      'h     ',
    ];
    const tail = ['s     ', 'w      ', 'f      ', 'e      ', 'b     '];
    return [
      'TM2657',
      stamp(),
      format,
      'M',
      error ?? 'E00',
      ...named,
      `I${String(16 + (count % 5)).padStart(2)}`,
      padded('L', systolic + MARGIN.above),
      ...(format === 'RA' ? [`p${systolic + MARGIN.above}`, ...extended, ...tail] : []),
    ];
  };

  const sendResult = (fields: readonly string[]): void => {
    const frame = deviceFrame(fromLatin1(fields.join(String.fromCharCode(RECORD_SEPARATOR))));
    const check = frame.length - 1;
    if (wrongChecksums > 0 || faulty.checksum) {
      wrongChecksums = Math.max(0, wrongChecksums - 1);
      frame[check] = (frame[check] ?? 0) ^ 0x40;
    }
    send(frame);
  };

  const finish = (measurement: Measurement): void => {
    if (!faulty.stuck || result === undefined) result = fieldsOf(measurement);
    count += 1;
    running = undefined;
    if (pushes) sendResult(result);
  };

  /** What the device measured on whoever came before, a quarter of an hour ago. */
  const sendStored = (): void => {
    const { systolic, mean, diastolic } = previousPatient.bloodPressure(0);
    const pulse = previousPatient.pulseRate(0);
    const numbers = [padded('S', systolic), padded('M', mean), padded('D', diastolic), padded('P', pulse)];
    sendResult(['TM2657', stamp(QUARTER_MS), 'RB', 'M', 'E00', ...numbers, 'I16', padded('L', systolic)]);
  };

  const start = (): void => {
    send(acknowledgement(true));
    if (faulty.stored) sendStored();
    // A start during a measurement does not make a second one.
    if (running !== undefined) return;
    const measurement = { startedAt: bodyClock.monotonic(), pressures: patient.bloodPressure(count) };
    running = measurement;
    emptying = undefined;
    cancel = bodyClock.after(MEASUREMENT_MS, () => finish(measurement));
  };

  const stop = (): void => {
    send(acknowledgement(true));
    if (running === undefined) return;
    emptying = { since: bodyClock.monotonic(), from: cuffPressure() };
    running = undefined;
    cancel();
  };

  const refuse = (): void => send(acknowledgement(false));
  const answers: ReadonlyMap<string, () => void> = new Map([
    ['ST', start],
    ['SP', stop],
    ['RB', () => (result === undefined ? refuse() : sendResult(result))],
    ['RP', refuse],
  ]);

  /** One published source ends RP with 10 instead of its BCC 02; a device is said to take both. */
  const isPublishedPulseTable = (raw: Uint8Array): boolean =>
    raw.at(-1) === 0x10 &&
    commandFrame('RP').every((byte, index) => index === raw.length - 1 || raw[index] === byte);

  return {
    receive: (bytes) => {
      for (const event of reader.push(bytes)) {
        if (event.type === 'text') (answers.get(toLatin1(event.text)) ?? refuse)();
        else if (event.type === 'checksum' && isPublishedPulseTable(event.raw)) answers.get('RP')?.();
        else if (event.type === 'checksum') refuse();
      }
    },
    measured: measured.all,
    isAtWork: () => running !== undefined,
    faults: {
      'bad-checksum': (on) => {
        faulty.checksum = on;
      },
      'stuck-value': (on) => {
        faulty.stuck = on;
      },
      'sensor-off': (on) => {
        faulty.arm = on;
      },
      motion: (on) => {
        faulty.moved = on;
      },
      'clock-off': (on) => {
        faulty.clockOff = on;
      },
      'error-code': (on) => {
        faulty.error = on;
      },
      'stored-reading': (on) => {
        faulty.stored = on;
      },
    },
    control: {
      fail: (code) => {
        error = code;
      },
      push: (enabled) => {
        pushes = enabled;
      },
      format: (chosen) => {
        format = chosen;
      },
      beats: (irregular, movements) => {
        beats = { irregular, movements };
      },
      wrongChecksum: (frames) => {
        wrongChecksums = frames;
      },
      cuffPressure,
    },
    close: () => cancel(),
  };
};
