import type { ReadingFlag } from '#core/vitals/decoded.ts';
import type { Values } from '#core/vitals/kinds.ts';
import { isPlausible } from '#core/vitals/plausibility.ts';
import type { OximetrySample } from '../../kit/oximetry/stream.ts';
import { EXCEPTIONS, LOW_BATTERY_ALARM } from './exceptions.ts';
import type { Ascii1Line } from './line.ts';

/** Below this perfusion index, in %, an oximeter is no longer reliable. */
const LOW_PERFUSION_INDEX = 0.3;

const valuesOf = ({ oxygenSaturation, pulseRate, perfusionIndex }: Ascii1Line): Values | undefined => {
  if (oxygenSaturation === undefined || pulseRate === undefined) return undefined;
  return {
    spo2: { value: oxygenSaturation, unit: '%' },
    'pulse-rate': { value: pulseRate, unit: '/min' },
    ...(perfusionIndex === undefined ? {} : { 'perfusion-index': { value: perfusionIndex, unit: '%' } }),
  };
};

/** What a line says of the patient. Exceptions come before numbers: a Rad-8 prints the last ones beside "sensor off" for a while. */
export const sampleOf = (line: Ascii1Line): OximetrySample => {
  if ((line.exceptions & EXCEPTIONS.noSensor) !== 0) return { type: 'none', reason: 'sensor-off' };
  if ((line.exceptions & EXCEPTIONS.searching) !== 0) return { type: 'none', reason: 'searching' };
  const values = valuesOf(line);
  if (values === undefined) return { type: 'none', reason: 'no-value' };
  return isPlausible(values) ? { type: 'value', value: values } : { type: 'none', reason: 'out-of-range' };
};

/** Whether the pulse wave is weak, by the device's own word or by its perfusion index. */
export const isWeak = ({ exceptions, perfusionIndex }: Ascii1Line): boolean =>
  (exceptions & EXCEPTIONS.weak) !== 0 ||
  (perfusionIndex !== undefined && perfusionIndex < LOW_PERFUSION_INDEX);

/** What the device itself says against its numbers, and of its battery. */
export const flagsOf = ({ exceptions, alarm }: Ascii1Line): ReadingFlag[] => [
  ...((exceptions & EXCEPTIONS.unreliable) !== 0 ? (['motion'] as const) : []),
  ...((alarm & LOW_BATTERY_ALARM) !== 0 ? (['low-battery'] as const) : []),
];
