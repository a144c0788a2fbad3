import { assertNever } from '#core/result.ts';
import type { Milliseconds } from '#core/time.ts';
import type { Values } from '#core/vitals/kinds.ts';
import type { SimulatedPatient } from '../../../kit/simulator.ts';
import type { Specialization } from './agents.ts';

/** What an agent measures on a patient `at` so long after they sat down; `number` counts its measurements. */
export const measure = (
  specialization: Specialization,
  patient: SimulatedPatient,
  at: Milliseconds,
  number: number,
): Values => {
  switch (specialization) {
    case 'oximeter':
      return {
        spo2: { value: patient.oxygenSaturation(at), unit: '%' },
        'pulse-rate': { value: patient.pulseRate(at), unit: '/min' },
      };
    case 'blood-pressure': {
      const { systolic, diastolic, mean } = patient.bloodPressure(number);
      return {
        systolic: { value: systolic, unit: 'mm[Hg]' },
        diastolic: { value: diastolic, unit: 'mm[Hg]' },
        mean: { value: mean, unit: 'mm[Hg]' },
        'pulse-rate': { value: patient.pulseRate(at), unit: '/min' },
      };
    }
    case 'scale':
      return { weight: { value: patient.weight, unit: 'kg' } };
    case 'thermometer':
      return { temperature: { value: patient.temperature(at), unit: 'Cel' } };
    case 'glucose':
      return { glucose: { value: patient.glucose(number), unit: 'mg/dL' } };
    default:
      return assertNever(specialization);
  }
};
