import type { InvalidReason, ReadingFlag } from '#core/vitals/decoded.ts';
import type { Values } from '#core/vitals/kinds.ts';
import { isPlausible } from '#core/vitals/plausibility.ts';
import {
  type OximetryFrame,
  type OximetrySample,
  plausibleOximetryChange,
  sameOximetry,
} from '../../kit/oximetry/stream.ts';
import type { StabilityRules } from '../../kit/stability.ts';
import type { DisplayFrame } from './display-frame.ts';
import type { Packet } from './packet.ts';
import type { SpotCheck } from './spot-check.ts';
import type { Perfusion } from './status.ts';

/**
 * A packet is 25 checksums that hold; where another field of it repeats the numbers, it is believed alone. After a jump that no averaging
 * oximeter makes, three packets (1 s) are asked.
 */
export const STABILITY: StabilityRules<Values> = {
  window: 1,
  jumpWindow: 3,
  same: sameOximetry,
  plausibleChange: plausibleOximetryChange,
};

/** Packets that a value needs that no other field of its packet repeats; a displayed value is sent four or five times. */
const UNREPEATED_WINDOW = 3;
/** Frames of format 8, one a second and without checksum, that have to say the same; they stay flagged all the same. */
const DISPLAY_WINDOW = 3;

/** Signal quality, 0 to 4, of a pulse. */
const SIGNALS: Readonly<Record<Perfusion, number>> = { green: 4, yellow: 2, red: 1 };

interface Numbers {
  readonly pulseRate: number | undefined;
  readonly oxygenSaturation: number | undefined;
}

/** What numbers are worth whose status speaks for them; `without` is what their absence means. */
const sampleOf = (
  { pulseRate, oxygenSaturation }: Numbers,
  window: number,
  without: InvalidReason,
): OximetrySample => {
  if (pulseRate === undefined || oxygenSaturation === undefined) return { type: 'none', reason: without };
  const value: Values = {
    spo2: { value: oxygenSaturation, unit: '%' },
    'pulse-rate': { value: pulseRate, unit: '/min' },
  };
  return isPlausible(value) ? { type: 'value', value, window } : { type: 'none', reason: 'out-of-range' };
};

const none = (reason: InvalidReason): OximetrySample => ({ type: 'none', reason });

/** Status comes before numbers: one frame of 25 that says that the finger is out speaks for the packet. */
const packetSample = ({ statuses, display, recording, others }: Packet): OximetrySample => {
  if (statuses.some(({ sensorAlarm, sensorDisconnected }) => sensorAlarm || sensorDisconnected))
    return none('sensor-off');
  if (statuses.some(({ outOfTrack }) => outOfTrack)) return none('searching');
  // Without a number for recording, the displayed one is an old one held.
  if (recording.pulseRate === undefined || recording.oxygenSaturation === undefined) return none('searching');
  const isRepeated =
    others.pulseRates.some((rate) => rate === display.pulseRate) &&
    others.oxygenSaturations.some((saturation) => saturation === display.oxygenSaturation);
  return sampleOf(display, isRepeated ? STABILITY.window : UNREPEATED_WINDOW, 'searching');
};

/** What the last pulse of a wave was like. */
export interface Pulse {
  readonly perfusion: Perfusion | undefined;
  readonly artifact: boolean;
}

const flagsOf = (marks: Readonly<Partial<Record<ReadingFlag, boolean>>>): ReadingFlag[] =>
  (Object.keys(marks) as ReadingFlag[]).filter((flag) => marks[flag]);

/** What a packet says, with what the last pulse was like. */
export const packetFrame = (packet: Packet, { perfusion, artifact }: Pulse): OximetryFrame => ({
  sample: packetSample(packet),
  weak: perfusion === 'red',
  ...(perfusion === undefined ? {} : { signal: SIGNALS[perfusion] }),
  flags: flagsOf({ motion: artifact, 'low-battery': packet.lowBattery }),
  raw: packet.raw,
});

const displaySample = (frame: DisplayFrame): OximetrySample => {
  if (frame.sensorAlarm || frame.sensorDisconnected) return none('sensor-off');
  if (frame.outOfTrack) return none('searching');
  return sampleOf(frame, DISPLAY_WINDOW, 'searching');
};

const displayPerfusion = ({ lowPerfusion, marginalPerfusion }: DisplayFrame): Perfusion => {
  if (lowPerfusion) return 'red';
  return marginalPerfusion ? 'yellow' : 'green';
};

/** What a frame of format 8 says. */
export const displayReading = (frame: DisplayFrame): OximetryFrame => {
  const perfusion = displayPerfusion(frame);
  return {
    sample: displaySample(frame),
    weak: perfusion === 'red',
    signal: SIGNALS[perfusion],
    flags: flagsOf({ motion: frame.artifact, 'low-battery': frame.lowBattery, unprotected: true }),
    raw: frame.raw,
  };
};

const spotCheckSample = (spotCheck: SpotCheck): OximetrySample => {
  if (spotCheck.noMeasurement) return none('no-value');
  const sample = sampleOf(spotCheck, STABILITY.window, 'no-value');
  // Without SmartPoint the device sends what it has, and says that its algorithm has not come to an end.
  return sample.type === 'value' && !spotCheck.smartPoint ? none('unsettled') : sample;
};

/** What a spot check says. */
export const spotCheckReading = (spotCheck: SpotCheck): OximetryFrame => ({
  sample: spotCheckSample(spotCheck),
  weak: false,
  flags: flagsOf({ stored: spotCheck.fromMemory, 'low-battery': spotCheck.lowBattery }),
  ...(spotCheck.deviceTime === undefined ? {} : { deviceTime: spotCheck.deviceTime }),
  raw: spotCheck.raw,
});
