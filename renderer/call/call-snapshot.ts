import type { Failure } from '#core/contract/error-codes.ts';
import type { CallFault } from '#core/contract/media-faults.ts';
import type { CallQuality } from '#core/contract/quality.ts';
import type { Attempt } from '#core/contract/signalling.ts';
import type { Result } from '#core/result.ts';
import type { CallWords } from '#core/trust/call-words.ts';
import type { MediaKind } from './media.ts';
import { NO_QUALITY } from './quality/call-quality.ts';
import type { ShownPicture } from './stills/shown-picture.ts';

/**
 * `idle`: no call is to be held. `connecting`: an attempt is joining. `stalled`: nothing has come in for 1.5 s, the link mends itself;
 * what is shown is old. `lost`: this attempt failed and another is asked for. `closed`: the session has been given up for good.
 */
export type CallState = 'idle' | 'connecting' | 'connected' | 'stalled' | 'lost' | 'closed';

/** `open`: seen by this side only. `sending`: the other side may see and hear. */
export type LocalMediaState = 'off' | 'opening' | 'open' | 'sending';

export interface MediaSnapshot {
  readonly local: LocalMediaState;
  /** What is really in use: a camera may be missing while the microphone works. */
  readonly sends: { readonly picture: boolean; readonly sound: boolean };
  /** What was closed on purpose while the other may go on. */
  readonly shut: { readonly picture: boolean; readonly sound: boolean };
  /** Why camera or microphone are not in use, or yield nothing, and why nobody hears the other side: one for each at most, the camera's first. */
  readonly failures: readonly Failure[];
  /** The other side's picture has begun to arrive in this attempt. */
  readonly remote: 'none' | 'live';
}

export interface SoundSnapshot {
  /** The other side's voice: nothing has come in this attempt, it comes, or it came and has stopped. */
  readonly voice: 'none' | 'live' | 'lost';
  /** This side's microphone, while it is meant to be heard: `silent` yields not even noise, so it is switched off or muted somewhere. */
  readonly microphone: 'unknown' | 'live' | 'silent';
}

/** What comes from the cabin's instruments, as the physician's page counts it. */
export interface InstrumentsSnapshot {
  /** Frames of the examination camera decoded in this attempt. */
  readonly examFrames: number;
  /** No new frame for 2 s or more: do not show it as live. */
  readonly examFrozen: boolean;
  /**
   * The stethoscope's sound: nothing has come in this attempt, it comes, so much of it is made up by the decoder that it is not to be judged
   * by, or it came and has stopped.
   */
  readonly stethoscope: 'none' | 'live' | 'spoilt' | 'lost';
  /** Part of it that was made up lately, 0 to 1; undefined while nothing comes. */
  readonly madeUp: number | undefined;
}

/** What a screen may show of a call; the objects behind it stay in the session. */
export interface CallSnapshot {
  readonly state: CallState;
  /** Why the call is `lost`, or, as far as that is known, why it does not join. */
  readonly failure: Failure | undefined;
  /** Of a connection whose other end is proven: both ends show the same two. */
  readonly words: CallWords | undefined;
  readonly attempt: Attempt | undefined;
  readonly media: MediaSnapshot;
  /** Frames of the remote picture decoded in this attempt. */
  readonly framesDecoded: number;
  /** The remote picture has begun, and no new frame came for 2 s or more: do not show it as live. */
  readonly frozen: boolean;
  /** It has been frozen long enough to be a fault of the call. */
  readonly standsStill: boolean;
  readonly sound: SoundSnapshot;
  /** The browser lets this page play no sound before the person touches it. */
  readonly soundHeld: boolean;
  readonly instruments: InstrumentsSnapshot;
  /** The live sound of this side's stethoscope is held back: the line does not carry it beside measures and voice. */
  readonly listeningHeld: boolean;
  /** What the other end says is wrong with its devices, or that it does not hear this one. */
  readonly otherFaults: readonly CallFault[];
  /** The last single picture of the other side, while it may be shown: never without its time. */
  readonly picture: ShownPicture | undefined;
  /** What is sent each way, and why no more; `none` while nothing passes. */
  readonly quality: CallQuality;
  /** Time to the other side and back, when measured. */
  readonly roundTripMs: number | undefined;
}

export const IDLE_CALL: CallSnapshot = {
  state: 'idle',
  failure: undefined,
  words: undefined,
  attempt: undefined,
  media: {
    local: 'off',
    sends: { picture: false, sound: false },
    shut: { picture: false, sound: false },
    failures: [],
    remote: 'none',
  },
  framesDecoded: 0,
  frozen: false,
  standsStill: false,
  sound: { voice: 'none', microphone: 'unknown' },
  soundHeld: false,
  instruments: { examFrames: 0, examFrozen: false, stethoscope: 'none', madeUp: undefined },
  listeningHeld: false,
  otherFaults: [],
  picture: undefined,
  quality: NO_QUALITY,
  roundTripMs: undefined,
};

/** Ends what was begun: stops listening, or detaches. */
export type Stop = () => void;

/** What both sides' calls offer to their screens. */
export interface CallMedia {
  /** Opens camera and microphone for this side's own view; nothing is sent. */
  openLocalMedia(): Promise<void>;
  /** Sends picture and sound, opening them first if need be; they go into every later attempt too, until `stopMedia`. */
  sendMedia(): Promise<void>;
  /** Stops camera and microphone; no track stays alive. */
  stopMedia(): void;
  /** Closes camera (`video`) or microphone on purpose, over a `stopMedia` too, or opens it again where the other is open: else the next sending does. */
  turnMedia(kind: MediaKind, on: boolean): Promise<void>;
  /** This side's microphone as it is open now, sent or not: another track once it was plugged in again, after a change of `CallSnapshot.media`. */
  microphone(): MediaStreamTrack | undefined;
  /** The same of this side's camera. */
  camera(): MediaStreamTrack | undefined;
  /** Another camera (`video`) or microphone was chosen: it takes the place of the one that is open, which stays if it cannot be opened. */
  changeDevice(kind: MediaKind): Promise<Result<null, Failure>>;
  /** Shows this side's own picture, mute. */
  attachLocal(video: HTMLVideoElement): Stop;
  /** Shows the other side's picture with its sound, over every attempt. */
  attachRemote(video: HTMLVideoElement): Stop;
}
