import type { InvalidReason } from '#core/vitals/decoded.ts';
import type { Values } from '#core/vitals/kinds.ts';
import { isPlausible } from '#core/vitals/plausibility.ts';
import {
  type OximetryFrame,
  type OximetrySample,
  plausibleOximetryChange,
  sameOximetry,
} from '../../kit/oximetry/stream.ts';
import type { StabilityRules } from '../../kit/stability.ts';
import type { LivePacket } from './live-packet.ts';
import type { StoredSample } from './recording.ts';

/**
 * The stream has no checksum: a value is believed when 12 packets in a row (0.2 s) say the same with no damage among them. After a jump
 * that no averaging oximeter makes, 60 packets (1 s) are asked.
 */
export const STABILITY: StabilityRules<Values> = {
  window: 12,
  jumpWindow: 60,
  same: sameOximetry,
  plausibleChange: plausibleOximetryChange,
};

/** Signal strength runs from 0 to 8. */
const STRONGEST_SIGNAL = 8;
/** At and below this signal strength the pulse wave is weak. */
const LOW_SIGNAL = 2;

interface Numbers {
  readonly pulseRate: number | undefined;
  readonly oxygenSaturation: number | undefined;
}

const numbersSample = ({ pulseRate, oxygenSaturation }: Numbers, without: InvalidReason): OximetrySample => {
  if (pulseRate === undefined || oxygenSaturation === undefined) return { type: 'none', reason: without };
  const value: Values = {
    spo2: { value: oxygenSaturation, unit: '%' },
    'pulse-rate': { value: pulseRate, unit: '/min' },
  };
  return isPlausible(value) ? { type: 'value', value } : { type: 'none', reason: 'out-of-range' };
};

/** Why the packet holds no value. Status comes before numbers: a number beside a bad status is none. */
const reasonAgainst = (packet: LivePacket): InvalidReason | undefined => {
  // Bit 4 of the first byte is called "finger out" by one source; the document says "searching too long", and has this bit for the finger.
  if (packet.probeError) return 'sensor-off';
  if (packet.searching || packet.searchingTooLong || packet.signal === undefined) return 'searching';
  return packet.signal > STRONGEST_SIGNAL ? 'structure' : undefined;
};

/** What one live packet says, before any agreement with its neighbours. */
export const liveFrame = (packet: LivePacket): OximetryFrame => {
  const reason = reasonAgainst(packet);
  const signal = packet.signal ?? 0;
  return {
    sample: reason === undefined ? numbersSample(packet, 'searching') : { type: 'none', reason },
    weak: signal <= LOW_SIGNAL,
    // Four steps: 0 none, 1 poor, 2 fair, 3 good, 4 very good.
    signal: signal > STRONGEST_SIGNAL ? 0 : Math.ceil(signal / 2),
    raw: packet.raw,
  };
};

/** What one second of a recording says. */
export const storedSample = (stored: StoredSample): OximetrySample => numbersSample(stored, 'no-value');
