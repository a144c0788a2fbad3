import { assertNever } from '#core/result.ts';
import { localDateTime, type Milliseconds } from '#core/time.ts';
import type { Values } from '#core/vitals/kinds.ts';
import type { SimulatedPatient } from '../../kit/simulator.ts';
import { deviceTimeBytes } from './device-clock.ts';
import type { Family } from './families.ts';

/** One measurement of a simulated instrument: what it means, and the four bytes that say so. */
export interface SimulatedResult {
  readonly values: Values;
  readonly data: readonly number[];
}

const word = (number: number): number[] => [number & 0xff, number >> 8];

/** The n-th measurement (from 0) of this patient, `at` milliseconds after they sat down. */
export const measure = (
  family: Family,
  patient: SimulatedPatient,
  at: Milliseconds,
  count: number,
): SimulatedResult => {
  const pulse = patient.pulseRate(at);
  switch (family) {
    case 'thermometer': {
      const value = patient.temperature(at);
      return {
        values: { temperature: { value, unit: 'Cel' } },
        data: [...word(Math.round(value * 10)), 0, 0],
      };
    }
    case 'glucose-meter': {
      const value = patient.glucose(count);
      return { values: { glucose: { value, unit: 'mg/dL' } }, data: [...word(value), 0, 0] };
    }
    case 'cuff': {
      const { systolic, diastolic } = patient.bloodPressure(count);
      return {
        values: {
          systolic: { value: systolic, unit: 'mm[Hg]' },
          diastolic: { value: diastolic, unit: 'mm[Hg]' },
          'pulse-rate': { value: pulse, unit: '/min' },
        },
        data: [systolic, 0, diastolic, pulse],
      };
    }
    case 'oximeter': {
      const spo2 = patient.oxygenSaturation(at);
      return {
        values: { spo2: { value: spo2, unit: '%' }, 'pulse-rate': { value: pulse, unit: '/min' } },
        data: [spo2, 0, 0, pulse],
      };
    }
    default:
      return assertNever(family);
  }
};

/** The records of a simulated instrument, the newest first as the device numbers them. */
export interface Memory {
  readonly count: () => number;
  /** Time and value of a record; zeros beyond the last, as an empty cell. */
  record(index: number): { readonly time: readonly number[]; readonly data: readonly number[] };
  keep(data: readonly number[], takenAt: Date): void;
}

const EMPTY = [0, 0, 0, 0] as const;

/** A memory without records. */
export const createMemory = (): Memory => {
  const records: { time: readonly number[]; data: readonly number[] }[] = [];
  return {
    count: () => records.length,
    record: (index) => records[index] ?? { time: EMPTY, data: EMPTY },
    keep: (data, takenAt) => void records.unshift({ time: deviceTimeBytes(localDateTime(takenAt)), data }),
  };
};
