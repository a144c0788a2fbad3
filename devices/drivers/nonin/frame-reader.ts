import { flatMapItems } from '../../kit/bytes.ts';
import { createUnitReader, type ReadUnit, type Verdict } from '../../kit/unit-reader.ts';
import { DISPLAY_FRAME_LENGTH, type DisplayFrame, readDisplayFrame } from './display-frame.ts';
import { type Message, readMessage } from './messages.ts';
import { readSpotCheck, SPOT_CHECK_START, type SpotCheck } from './spot-check.ts';
import {
  FORMAT_2_START,
  FRAMES_PER_PACKET,
  readWaveFrame,
  WAVE_FRAME_LENGTH,
  type WaveFormat,
  type WaveFrame,
} from './wave-frames.ts';

/** What a stretch of the device's bytes is. */
export type Unit =
  | { readonly type: 'wave-frame'; readonly frame: WaveFrame }
  | { readonly type: 'display-frame'; readonly frame: DisplayFrame }
  | { readonly type: 'spot-check'; readonly spotCheck: SpotCheck }
  | { readonly type: 'message'; readonly message: Message; readonly raw: Uint8Array }
  | {
      readonly type: 'damage';
      readonly reason: 'structure' | 'checksum';
      /** Samples of the wave that went with it. */
      readonly lostSamples: number;
      readonly raw: Uint8Array;
    };

/** Of a stream of frames, not of single answers. */
type StreamFormat = WaveFormat | 8;

/**
 * Frames in a row that have to fit before bytes are taken for a format: one of format 2 fits by chance once in 130 000 bytes, one
 * of format 7 once in 500, and one of format 8, which has no checksum, once in 16. No undamaged stream of one format holds that
 * many frames in a row of another.
 */
const FRAMES_TO_RECOGNISE: Readonly<Record<StreamFormat, number>> = { 2: 1, 7: 3, 8: 4 };

interface Found {
  readonly unit: Unit;
  readonly length: number;
  /** The format that the stream is in from here on; a message or a spot check leaves it as it was. */
  readonly format?: StreamFormat;
}
type FrameVerdict = Found | Exclude<Verdict<Unit>, object>;

const LENGTHS: Readonly<Record<StreamFormat, number>> = {
  2: WAVE_FRAME_LENGTH,
  7: WAVE_FRAME_LENGTH,
  8: DISPLAY_FRAME_LENGTH,
};

const frameOf = (format: StreamFormat, bytes: readonly number[]): Unit | 'structure' | 'checksum' => {
  if (format === 8) {
    const frame = readDisplayFrame(bytes);
    return frame === undefined ? 'structure' : { type: 'display-frame', frame };
  }
  const frame = readWaveFrame(format, bytes);
  return typeof frame === 'string' ? frame : { type: 'wave-frame', frame };
};

/** The frame that these bytes begin with, when it is followed by as many more as are needed. */
const framesOf = (format: StreamFormat, bytes: readonly number[], needed: number): FrameVerdict => {
  const length = LENGTHS[format];
  const whole = Math.min(needed, Math.floor(bytes.length / length));
  const frames = Array.from({ length: whole }, (_, index) =>
    frameOf(format, bytes.slice(index * length, (index + 1) * length)),
  );
  const wrong = frames.find((frame) => typeof frame === 'string');
  if (wrong !== undefined) return wrong;
  const [unit] = frames;
  return unit === undefined || typeof unit === 'string' || whole < needed ? 'more' : { unit, length, format };
};

const spotCheckOf = (bytes: readonly number[]): FrameVerdict => {
  const spotCheck = readSpotCheck(bytes);
  if (typeof spotCheck === 'string') return spotCheck;
  return { unit: { type: 'spot-check', spotCheck }, length: spotCheck.raw.length };
};

const messageOf = (bytes: readonly number[]): FrameVerdict => {
  const read = readMessage(bytes);
  if (typeof read === 'string') return read;
  const { message, length } = read;
  return { unit: { type: 'message', message, raw: Uint8Array.from(bytes.slice(0, length)) }, length };
};

/** What begins with a byte that has bit 7 set: a frame of format 7 or 8, whichever the stream is in or proves to be. */
const highStart = (bytes: readonly number[], format: StreamFormat | undefined): FrameVerdict => {
  if (format === 7 || format === 8) return framesOf(format, bytes, 1);
  const verdicts = ([7, 8] as const).map((each) => framesOf(each, bytes, FRAMES_TO_RECOGNISE[each]));
  return (
    verdicts.find((verdict) => typeof verdict === 'object') ??
    verdicts.find((verdict) => verdict === 'more') ??
    'structure'
  );
};

/** What these bytes begin with. Every format has first bytes of its own, but for 7 and 8. */
const unitAt = (
  bytes: readonly number[],
  format: StreamFormat | undefined,
  isInDamage: boolean,
): FrameVerdict => {
  const first = bytes[0] ?? 0;
  if (first >= 0x80) return highStart(bytes, format);
  if (first === SPOT_CHECK_START) return spotCheckOf(bytes);
  if (first === FORMAT_2_START) return framesOf(2, bytes, FRAMES_TO_RECOGNISE[2]);
  const verdict = messageOf(bytes);
  // In damage a single byte proves nothing.
  return typeof verdict === 'object' && verdict.length === 1 && isInDamage ? 'structure' : verdict;
};

/** Cuts the device's bytes into units and finds out which format they are in; after damage it finds out anew. */
export const createFrameReader = () => {
  let format: StreamFormat | undefined;
  let formatBefore: StreamFormat | undefined;

  /** An obeyed command may have changed the format. */
  const formatAfter = ({ unit, format: found }: Found): StreamFormat | undefined => {
    if (unit.type === 'message' && unit.message.type === 'acknowledgement') return undefined;
    return found ?? format;
  };

  const reader = createUnitReader<Unit>({
    unitAt: (bytes, isInDamage) => {
      const verdict = unitAt(bytes, format, isInDamage);
      if (typeof verdict === 'object') format = formatAfter(verdict);
      return verdict;
    },
    onLost: () => {
      formatBefore = format ?? formatBefore;
      format = undefined;
    },
    firstCut: WAVE_FRAME_LENGTH - 1,
    longestDamage: FRAMES_PER_PACKET * WAVE_FRAME_LENGTH,
  });

  const unitOf = (read: ReadUnit<Unit>): Unit[] => {
    if (read.type === 'unit') return [read.unit];
    const hadWave = formatBefore === 2 || formatBefore === 7;
    return [{ ...read, lostSamples: hadWave ? Math.ceil(read.raw.length / WAVE_FRAME_LENGTH) : 0 }];
  };

  return {
    push: (bytes: Uint8Array): readonly Unit[] => flatMapItems(reader.push(bytes), unitOf),
    end: (): readonly Unit[] => flatMapItems(reader.end(), unitOf),
  };
};
