import type { InvalidReason } from '#core/vitals/decoded.ts';
import type { Values } from '#core/vitals/kinds.ts';
import { isPlausible } from '#core/vitals/plausibility.ts';
import { type OximetrySample, plausibleOximetryChange, sameOximetry } from '../../kit/oximetry/stream.ts';
import type { StabilityRules } from '../../kit/stability.ts';

/** Real-time packets come 60 ± 2 times a second (V7.0). */
export const SAMPLE_RATE_HZ = 60;
/** The waveform has seven bits. */
export const WAVE_FULL_SCALE = 127;
/** Signal strength runs from 0 to 8 (V7.0, data byte 0). */
const STRONGEST_SIGNAL = 8;
/** Below this perfusion index, in %, an oximeter is no longer reliable. */
const LOW_PERFUSION_INDEX = 0.3;
/** At and below this signal strength of 8 the pulse wave is weak. */
const LOW_SIGNAL = 2;

const INVALID_PULSE_RATE = 0xff;
const INVALID_OXYGEN_SATURATION = 0x7f;
const INVALID_PERFUSION_INDEX = 0xffff;

/** A real-time packet (type 01) decoded bit by bit. */
export interface RealTimeFrame {
  /** 0 to 8; above is not defined. */
  readonly signal: number;
  readonly searchingTooLong: boolean;
  readonly saturationLow: boolean;
  readonly beep: boolean;
  /** Finger out, or probe unplugged. */
  readonly probeError: boolean;
  /** 0 to 127. */
  readonly waveform: number;
  readonly searching: boolean;
  /** 0 to 15. */
  readonly bar: number;
  /** Undefined where the device says that it has none. */
  readonly pulseRate: number | undefined;
  readonly oxygenSaturation: number | undefined;
  /** In %, in steps of 0.01. */
  readonly perfusionIndex: number | undefined;
}

/** The value, or undefined where the device sends the one that stands for none. */
export const valueUnless = (invalid: number, value: number): number | undefined =>
  value === invalid ? undefined : value;

/** Decodes the seven restored data bytes of a real-time packet (V7.0, real-time data). */
export const decodeRealTime = (data: Uint8Array): RealTimeFrame => {
  const [status = 0, wave = 0, bar = 0, pulse = 0, saturation = 0, indexLow = 0, indexHigh = 0] = data;
  const index = indexLow | (indexHigh << 8);
  const hasIndex = (bar & 0x10) === 0 && index !== INVALID_PERFUSION_INDEX;
  return {
    signal: status & 0x0f,
    searchingTooLong: (status & 0x10) !== 0,
    saturationLow: (status & 0x20) !== 0,
    beep: (status & 0x40) !== 0,
    probeError: (status & 0x80) !== 0,
    waveform: wave & 0x7f,
    searching: (wave & 0x80) !== 0,
    bar: bar & 0x0f,
    pulseRate: valueUnless(INVALID_PULSE_RATE, pulse),
    oxygenSaturation: valueUnless(INVALID_OXYGEN_SATURATION, saturation),
    perfusionIndex: hasIndex ? index / 100 : undefined,
  };
};

/** Why the frame holds no value; undefined when it holds one. Status bits come before numbers: a number beside a bad status is none. */
const reasonAgainst = (frame: RealTimeFrame): InvalidReason | undefined => {
  if (frame.probeError) return 'sensor-off';
  if (frame.searching || frame.searchingTooLong) return 'searching';
  if (frame.signal > STRONGEST_SIGNAL) return 'structure';
  return undefined;
};

/** What a packet measured; undefined where the device says that it has none. */
export type Numbers = Pick<RealTimeFrame, 'oxygenSaturation' | 'pulseRate' | 'perfusionIndex'>;

const valuesOf = ({ oxygenSaturation, pulseRate, perfusionIndex }: Numbers): Values | undefined => {
  if (oxygenSaturation === undefined || pulseRate === undefined) return undefined;
  return {
    spo2: { value: oxygenSaturation, unit: '%' },
    'pulse-rate': { value: pulseRate, unit: '/min' },
    ...(perfusionIndex === undefined ? {} : { 'perfusion-index': { value: perfusionIndex, unit: '%' } }),
  };
};

/** What these numbers say; `without` is why, where the device says that it has none. */
export const numbersSample = (numbers: Numbers, without: InvalidReason): OximetrySample => {
  const values = valuesOf(numbers);
  if (values === undefined) return { type: 'none', reason: without };
  return isPlausible(values) ? { type: 'value', value: values } : { type: 'none', reason: 'out-of-range' };
};

/** What one real-time frame says, before any agreement with its neighbours. */
export const sampleOf = (frame: RealTimeFrame): OximetrySample => {
  const reason = reasonAgainst(frame);
  // The device marks its own numbers invalid while it still looks for the pulse.
  return reason === undefined ? numbersSample(frame, 'searching') : { type: 'none', reason };
};

/** Whether the frame's pulse wave is weak, by perfusion index where the device has one, else by signal strength. */
export const isLowPerfusion = (frame: RealTimeFrame): boolean =>
  frame.perfusionIndex === undefined
    ? frame.signal <= LOW_SIGNAL
    : frame.perfusionIndex < LOW_PERFUSION_INDEX || frame.signal === 0;

/**
 * The stream has no checksum: a value is believed when 12 frames in a row (0.2 s) say the same with no damage among them.
 * One flipped bit, a lost byte or a splice spoil one or two frames. After a jump that no averaging oximeter makes, 60 frames (1 s) are asked.
 */
export const STABILITY: StabilityRules<Values> = {
  window: 12,
  jumpWindow: 60,
  same: sameOximetry,
  plausibleChange: plausibleOximetryChange,
};

/** Signal strength 0 to 8 as four steps: 0 none, 1 poor, 2 fair, 3 good, 4 very good. */
export const signalQuality = (frame: RealTimeFrame): number =>
  frame.signal > STRONGEST_SIGNAL ? 0 : Math.ceil(frame.signal / 2);
