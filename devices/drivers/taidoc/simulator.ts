import type { Milliseconds } from '#core/time.ts';
import { localDateTime } from '#core/time.ts';
import { every } from '../../kit/clock.ts';
import { createMeasured } from '../../kit/measured.ts';
import type { Simulator, SimulatorContext } from '../../kit/simulator.ts';
import { deviceTimeBytes } from './device-clock.ts';
import { type Family, familyOf } from './families.ts';
import { COMMANDS, createFrameReader, deviceFrame, numberOf, type TaiDocFrame } from './frames.ts';
import { createMemory, measure } from './memory.ts';

/** What a tester does to the instrument. */
export interface TaiDocControl {
  /** Becomes another model, of four digits (`1241`); its memory is emptied and the previous patient's records put in. */
  model(digits: string): void;
  /** Measures now. */
  measure(): void;
  /** Whether it measures by itself again and again. */
  byItself(enabled: boolean): void;
}

const MEASURED_EVERY_MS: Milliseconds = 15_000;
const DAY_MS: Milliseconds = 86_400_000;
/** What the memory holds of the previous patient, as days before. */
const OLD_RECORDS: readonly number[] = [9, 2, 1];
const SERIAL = [0x21, 0x43, 0x65, 0x87] as const;

/** An instrument of the family on a serial line, a TD-1241 thermometer until it is told otherwise. */
export const createSimulator = (context: SimulatorContext): Simulator<TaiDocControl> => {
  const { clock, bodyClock, patient, previousPatient, send } = context;
  const began = bodyClock.monotonic();
  const reader = createFrameReader();
  const measured = createMeasured();
  const faulty = { sum: false, stuck: false, nothing: false, clockOff: false };
  let digits = '1241';
  let family: Family = 'thermometer';
  let memory = createMemory();
  let count = 0;
  let byItself = true;

  /** What its own clock shows. */
  const now = (): Date => new Date(new Date(clock.now()).getTime() + (faulty.clockOff ? DAY_MS : 0));
  const elapsed = (): Milliseconds => bodyClock.monotonic() - began;

  const measureNow = (): void => {
    if (faulty.stuck) return;
    const { values, data } = measure(family, patient, elapsed(), count);
    count += 1;
    if (faulty.nothing) memory.keep([0, 0, 0, 0], now());
    else {
      measured.note(values);
      memory.keep(data, now());
    }
  };

  const rememberPrevious = (): void => {
    memory = createMemory();
    for (const [index, days] of OLD_RECORDS.entries()) {
      const { data } = measure(family, previousPatient, 0, index);
      memory.keep(data, new Date(new Date(clock.now()).getTime() - days * DAY_MS));
    }
  };

  let shown: readonly number[] = [0, 0, 0, 0];
  const saturation = (): readonly number[] => {
    if (faulty.nothing) return [0, 0, 0, 0];
    if (faulty.stuck) return shown;
    const { values, data } = measure('oximeter', patient, elapsed(), count);
    measured.note(values);
    shown = data;
    return data;
  };

  const answers: Readonly<Record<number, (data: Uint8Array) => readonly number[]>> = {
    [COMMANDS.connect]: () => [],
    [COMMANDS.model]: () => [Number.parseInt(digits.slice(2), 16), Number.parseInt(digits.slice(0, 2), 16)],
    [COMMANDS.serialLow]: () => SERIAL,
    [COMMANDS.serialHigh]: () => [0, 0, 0, 0x10],
    [COMMANDS.clock]: () => deviceTimeBytes(localDateTime(now())),
    [COMMANDS.recordCount]: () => [memory.count() & 0xff, memory.count() >> 8, 0xff, 0xff],
    [COMMANDS.recordTime]: (data) => memory.record(numberOf(data)).time,
    [COMMANDS.recordValue]: (data) => memory.record(numberOf(data)).data,
  };

  const answer = ({ command, data }: TaiDocFrame): void => {
    const isResult = command === COMMANDS.recordValue || command === COMMANDS.saturation;
    const said =
      command === COMMANDS.saturation && family === 'oximeter' ? saturation() : answers[command]?.(data);
    if (said === undefined) return;
    const frame = deviceFrame(command, ...said);
    if (isResult && faulty.sum) frame[7] = (frame[7] ?? 0) ^ 0x10;
    send(frame);
  };

  rememberPrevious();
  const stop = every(bodyClock, MEASURED_EVERY_MS, () => {
    if (byItself && family !== 'oximeter') measureNow();
  });
  const turns =
    (fault: keyof typeof faulty) =>
    (on: boolean): void => {
      faulty[fault] = on;
    };

  return {
    receive: (bytes) => {
      for (const event of reader.push(bytes)) {
        if (event.type === 'frame' && event.frame.from === 'host') answer(event.frame);
      }
    },
    measured: measured.all,
    faults: {
      'bad-checksum': turns('sum'),
      'stuck-value': turns('stuck'),
      'sensor-off': turns('nothing'),
      'clock-off': turns('clockOff'),
      // What it holds is all there is: nobody measures.
      'stored-reading': turns('stuck'),
    },
    control: {
      model: (next) => {
        digits = next;
        family = familyOf(next) ?? 'thermometer';
        rememberPrevious();
      },
      measure: measureNow,
      byItself: (enabled) => {
        byItself = enabled;
      },
    },
    close: stop,
  };
};
