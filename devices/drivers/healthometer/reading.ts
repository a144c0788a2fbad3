import type { InvalidReason } from '#core/vitals/decoded.ts';
import type { Values } from '#core/vitals/kinds.ts';
import { isPlausible } from '#core/vitals/plausibility.ts';
import { convertPrinted, KILOGRAMS_PER_POUND } from '../../kit/convert.ts';
import type { StreamSample } from '../../kit/stability.ts';
import type { PacketFields } from './packet-fields.ts';

/** What one packet says: a weight, with all that the packet said beside it, or why there is none. */
export type PacketSample = StreamSample<{ readonly values: Values; readonly said: string }, InvalidReason>;

/** The `detail` of a packet that is refused for its tare. */
export const TARE_DETAIL = 'tare';

const kilogramsOf = ({ unit, weight }: PacketFields): number =>
  unit === 'metric' ? weight.value : convertPrinted(weight, KILOGRAMS_PER_POUND);

/**
 * What a packet says of the patient; undefined is a packet that the document does not know. The height is never a value: only 600KL
 * measures it, every other model has it typed in, and no packet names its model.
 */
export const sampleOf = (fields: PacketFields | undefined): PacketSample => {
  if (fields === undefined) return { type: 'none', reason: 'structure' };
  // Some models send on with nobody on the platform.
  if (fields.weight.value === 0) return { type: 'none', reason: 'no-value' };
  // The document does not say whether the weight is net or gross.
  if (fields.tare !== undefined && fields.tare.value !== 0) return { type: 'none', reason: 'unverified' };
  const values: Values = { weight: { value: kilogramsOf(fields), unit: 'kg' } };
  if (!isPlausible(values)) return { type: 'none', reason: 'out-of-range' };
  return { type: 'value', value: { values, said: fields.said } };
};
