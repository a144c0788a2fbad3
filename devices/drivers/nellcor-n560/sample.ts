import type { ReadingFlag } from '#core/vitals/decoded.ts';
import type { Values } from '#core/vitals/kinds.ts';
import { isPlausible } from '#core/vitals/plausibility.ts';
import type { OximetrySample } from '../../kit/oximetry/stream.ts';
import type { DataLine } from './data-line.ts';
import { says } from './status.ts';

/** Without an amplitude no pulse was measured, whatever stands in its column. The amplitude itself is no perfusion index and no value. */
const valuesOf = ({ oxygenSaturation, pulseRate, pulseAmplitude }: DataLine): Values | undefined =>
  oxygenSaturation === undefined || pulseRate === undefined || pulseAmplitude === undefined
    ? undefined
    : {
        spo2: { value: oxygenSaturation, unit: '%' },
        'pulse-rate': { value: pulseRate, unit: '/min' },
      };

/** What a line says of the patient. Status codes come before numbers: beside "pulse search" stand zeros, or the last ones. */
export const sampleOf = (line: DataLine): OximetrySample => {
  if (says(line.status, 'no-sensor')) return { type: 'none', reason: 'sensor-off' };
  if (says(line.status, 'no-pulse')) return { type: 'none', reason: 'searching' };
  const values = valuesOf(line);
  if (values === undefined) return { type: 'none', reason: 'no-value' };
  return isPlausible(values) ? { type: 'value', value: values } : { type: 'none', reason: 'out-of-range' };
};

/** What the device itself says against its numbers, and of its battery. */
export const flagsOf = ({ status }: DataLine): ReadingFlag[] => [
  ...(says(status, 'motion') ? (['motion'] as const) : []),
  ...(says(status, 'low-battery') ? (['low-battery'] as const) : []),
];
