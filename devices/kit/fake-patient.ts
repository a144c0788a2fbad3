import type { SimulatedPatient } from './simulator.ts';

/** A patient for tests, whose values stand still unless a test says otherwise. */
export const createFakePatient = (own: Partial<SimulatedPatient> = {}): SimulatedPatient => ({
  pleth: () => 0,
  beatBetween: () => false,
  pulseRate: () => 72,
  oxygenSaturation: () => 97,
  perfusionIndex: () => 4,
  bloodPressure: () => ({ systolic: 120, mean: 90, diastolic: 75 }),
  irregularBeats: () => 0,
  weight: 70.4,
  height: 170,
  temperature: () => 36.8,
  glucose: () => 98,
  age: 44,
  sex: 'female',
  ...own,
});
