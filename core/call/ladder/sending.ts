import { pictureBitrate, RUNG_SIZES, type Rung } from './rungs.ts';

/** How one picture is sent; rates in bit/s. */
export interface PictureSending {
  readonly maxBitrate: number;
  readonly maxFramerate: number;
  /** Lines to send; a camera that has fewer is sent as it is. */
  readonly height: number;
}

/** What is sent on a rung; an undefined picture stands still, and its track stays in place. */
export interface Sending {
  readonly face: PictureSending | undefined;
  readonly exam: PictureSending | undefined;
  readonly soundBitrate: number;
  /** Whether the live sound of the stethoscope goes: whole, or not at all. */
  readonly stethoscope: boolean;
}

/** What goes beside the face. */
interface Beside {
  readonly examOn: boolean;
  /** The stethoscope is not held back. */
  readonly stethoscope: boolean;
  /** See `LineObservation`. */
  readonly besideBps: number;
}
const ALONE: Beside = { examOn: false, stethoscope: true, besideBps: 0 };

/** An examination needs lines more than frames: 5 a second are enough for a throat or a mole. */
const EXAM = {
  hd: { height: 720, maxFramerate: 25 },
  '360p': { height: 480, maxFramerate: 10 },
  '240p': { height: 360, maxFramerate: 5 },
} as const;
/** The face's part of the rate while the examination camera is on. */
const FACE_BESIDE_EXAM = 0.3;

/** What the encoders are told on this rung. */
export const sendingOf = (
  rung: Rung,
  availableBps: number | undefined,
  { examOn, stethoscope, besideBps }: Beside = ALONE,
): Sending => {
  const { picture, soundBitrate } = RUNG_SIZES[rung];
  const bitrate = pictureBitrate(rung, availableBps, besideBps);
  if (picture === undefined || bitrate === undefined || rung === 'stills' || rung === 'audio')
    return { face: undefined, exam: undefined, soundBitrate, stethoscope };
  const faceBitrate = examOn ? Math.round(bitrate * FACE_BESIDE_EXAM) : bitrate;
  return {
    face: { maxBitrate: faceBitrate, maxFramerate: picture.framesPerSecond, height: picture.height },
    exam: { maxBitrate: examOn ? bitrate - faceBitrate : bitrate, ...EXAM[rung] },
    soundBitrate,
    stethoscope,
  };
};
