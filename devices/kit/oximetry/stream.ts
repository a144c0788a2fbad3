import type { Milliseconds } from '#core/time.ts';
import type { DeviceIdentity, InvalidReason, ReadingFlag } from '#core/vitals/decoded.ts';
import type { Values } from '#core/vitals/kinds.ts';
import type { DriverManifest } from '../driver.ts';
import type { StabilityRules, StreamSample } from '../stability.ts';

/** What one frame of an oximeter says, before any agreement with its neighbours. */
export type OximetrySample = StreamSample<Values, InvalidReason>;

/** A frame that bears numbers, or says why it has none. */
export interface OximetryFrame {
  readonly sample: OximetrySample;
  /** The pulse wave is weak: the numbers are doubtful. */
  readonly weak: boolean;
  /** Signal quality 0 (none) to 4 (very good); undefined when the device gives no measure of it. */
  readonly signal?: number;
  /** What the device itself says of these numbers. */
  readonly flags?: readonly ReadingFlag[];
  /** The device's own time of the frame. */
  readonly deviceTime?: string;
  readonly raw: Uint8Array;
}

/** What an oximeter's bytes say, in their order. */
export type OximeterEvent =
  | { readonly type: 'frame'; readonly frame: OximetryFrame }
  /** A measurement that stands for itself: out of the device's memory, or a spot check. Live, none is ever taken. */
  | { readonly type: 'record'; readonly frame: OximetryFrame; readonly frames: number }
  /** One sample of the pulse wave; null where the device says that it is none. */
  | {
      readonly type: 'pleth';
      readonly sample: number | null;
      /** Where it is not the stream's own: a device that sends its wave in two formats. */
      readonly fullScale?: number;
    }
  /** A well-formed answer that bears no numbers: it proves that the device is one of this protocol. */
  | { readonly type: 'answer'; readonly identity?: DeviceIdentity }
  | { readonly type: 'battery'; readonly battery: 'low' | 'good' }
  /** The device repeats itself: its own clock or counter stands still. Holds from the next frame to the first one that comes without. */
  | { readonly type: 'stuck' }
  /** Bytes that no frame explains, or a frame whose checksum is wrong; `lostSamples` of the pulse wave went with them. */
  | { readonly type: 'damage'; readonly reason: 'structure' | 'checksum'; readonly lostSamples: number };

/** Cuts an oximeter's bytes into events. Pure and incremental. */
export interface OximeterReader {
  push(bytes: Uint8Array): readonly OximeterEvent[];
  end(): readonly OximeterEvent[];
}

/** What is said to an oximeter, and when. One that streams by itself needs none of it. */
export interface OximeterTalk {
  /** To learn which device it is. */
  readonly hello: readonly Uint8Array[];
  /** Said before `hello` when it was not answered within a second. */
  readonly wake?: readonly Uint8Array[];
  readonly start: readonly Uint8Array[];
  readonly stop: readonly Uint8Array[];
  readonly keepAlive?: { readonly every: Milliseconds; readonly bytes: Uint8Array };
}

/** Everything that tells one streaming oximeter from another. */
export interface OximeterStream {
  readonly manifest: DriverManifest;
  /** How many frames with numbers come in a second. */
  readonly framesPerSecond: number;
  readonly wave?: { readonly sampleRateHz: number; readonly fullScale: number };
  readonly rules: StabilityRules<Values>;
  /**
   * What a live value needs instead, where it differs: a device whose numbers move with every frame. A live reading has seconds
   * without damage behind it besides, a stretch of a recording has not.
   */
  readonly liveRules?: StabilityRules<Values>;
  /** Runs of a recording that have fewer frames than this have too little agreement behind them and are flagged `unprotected`. */
  readonly unprotectedBelow?: number;
  /** Frames in a row that may be bad before a live signal counts as lost: damage on the line is not the patient moving. */
  readonly toleratedBadFrames: number;
  readonly talk?: OximeterTalk;
  createReader(): OximeterReader;
}

/** Largest change of saturation, in points, and of pulse rate, per minute, that the averaging of an oximeter shows from one value to the next. */
const PLAUSIBLE_CHANGE = { spo2: 3, 'pulse-rate': 15 } as const;

const distance = (key: 'spo2' | 'pulse-rate', from: Values, to: Values): number =>
  Math.abs((from[key]?.value ?? 0) - (to[key]?.value ?? 0));

/** Whether two sets of numbers are the same in every value. */
export const sameOximetry = (first: Values, second: Values): boolean =>
  first.spo2?.value === second.spo2?.value &&
  first['pulse-rate']?.value === second['pulse-rate']?.value &&
  first['perfusion-index']?.value === second['perfusion-index']?.value;

/** Whether an averaging oximeter can go from one set of numbers to the next. */
export const plausibleOximetryChange = (from: Values, to: Values): boolean =>
  distance('spo2', from, to) <= PLAUSIBLE_CHANGE.spo2 &&
  distance('pulse-rate', from, to) <= PLAUSIBLE_CHANGE['pulse-rate'];
