import { SPOILT_PART } from '#core/call/ladder/listening.ts';
import type { Milliseconds } from '#core/time.ts';
import type { PeerStatistics, SoundCounters } from './call-peer.ts';
import { type CallSnapshot, IDLE_CALL } from './call-snapshot.ts';

/**
 * A picture without a new frame for this long is frozen, in milliseconds. It is marked within 2 s of its last frame: counters are read every
 * 250 ms, so that the frame may be as much older than its reading, and the mark as much later than this.
 */
const FROZEN_MS = 1_500;
/** A frozen picture is told to the other end, and noted, once it is no mere hiccup: after this long, in milliseconds. */
const STANDS_STILL_MS = 3_000;
/** Even a sender that is silent sends a few packets a second; none for this long means that no sound can be heard. Milliseconds. */
const SOUND_LOST_MS = 3_000;
/** A microphone in a quiet room still yields noise; exactly none for this long means that it is switched off somewhere. Milliseconds. */
const MICROPHONE_SILENT_MS = 5_000;
/**
 * A packet of Opus (RFC 6716) that holds nothing but silence has 2 or 3 bytes, with and without discontinuous transmission; noise of one step of
 * 16 bits takes 20 and more in the mean.
 */
const MOST_OF_SILENCE_BYTES = 8;
/** A stethoscope sends 50 packets a second, silence or not: none for this long, and what was heard is over. Milliseconds. */
const STETHOSCOPE_LOST_MS = 1_000;

/**
 * Over this time is counted how much of the stethoscope's sound the decoder made up: some heart beats, and short enough to be told while it
 * lasts. Milliseconds.
 */
const JUDGED_MS = 4_000;
/** Spoilt sound is sound again only well below `SPOILT_PART`, so that the words do not flicker. 0 to 1. */
const CLEAR_PART = 0.03;

type Watched = Pick<
  CallSnapshot,
  'framesDecoded' | 'frozen' | 'standsStill' | 'roundTripMs' | 'sound' | 'instruments'
>;

/** Whether a screen would show one otherwise than the other. */
export const differs = (one: Watched, other: Watched): boolean =>
  one.framesDecoded !== other.framesDecoded ||
  one.frozen !== other.frozen ||
  one.standsStill !== other.standsStill ||
  one.roundTripMs !== other.roundTripMs ||
  one.sound.voice !== other.sound.voice ||
  one.instruments !== other.instruments ||
  one.sound.microphone !== other.sound.microphone;

/** Since when a counter stands still. */
interface Counter {
  see(value: number, nowMs: Milliseconds): void;
  /** It stands still on purpose. */
  rest(nowMs: Milliseconds): void;
  stillForMs(nowMs: Milliseconds): Milliseconds;
  readonly value: number;
}

const createCounter = (): Counter => {
  let value = 0;
  let movedMs = 0;
  return {
    see: (next, nowMs) => {
      if (next !== value) movedMs = nowMs;
      value = next;
    },
    rest: (nowMs) => {
      movedMs = nowMs;
    },
    stillForMs: (nowMs) => nowMs - movedMs,
    get value() {
      return value;
    },
  };
};

/** How much of a sound was made up over the last seconds. */
const createMadeUp = () => {
  let seen: (SoundCounters & { readonly atMs: Milliseconds })[] = [];
  return {
    /** Undefined while nothing comes. */
    part: (sound: SoundCounters, flows: boolean, nowMs: Milliseconds): number | undefined => {
      seen = flows ? seen.filter(({ atMs }) => nowMs - atMs <= JUDGED_MS) : [];
      const [first] = seen;
      seen.push({ ...sound, atMs: nowMs });
      const total = sound.total - (first?.total ?? sound.total);
      return total > 0 && first ? Math.min(1, (sound.madeUp - first.madeUp) / total) : undefined;
    },
  };
};

/** Tells what is live from the counters of one peer connection: nothing that stands still is called live. */
export interface MediaWatch {
  /** The remote picture begins. */
  pictureBegins(nowMs: Milliseconds): void;
  /** At this moment no moving picture is meant to come: none stands still. */
  noPictureDue(nowMs: Milliseconds): void;
  /** `sendsSound`: this side's microphone is meant to be heard. `otherClosed`: the other side's is shut on purpose. */
  look(seen: PeerStatistics, sendsSound: boolean, nowMs: Milliseconds, otherClosed: boolean): Watched;
}

/** A watch over a new peer connection. */
export const createMediaWatch = (): MediaWatch => {
  const frames = createCounter();
  const voice = createCounter();
  const microphone = createCounter();
  const exam = createCounter();
  const stethoscope = createCounter();
  const madeUp = createMadeUp();
  let instruments = IDLE_CALL.instruments;
  /** The voice's count when it was last shut on purpose: what has not begun again is neither there nor lost. */
  let voiceAtRest = 0;
  let beganMs = 0;
  let notDueMs = Number.NEGATIVE_INFINITY;
  let soundSinceMs: Milliseconds | undefined;
  let sent: PeerStatistics['voiceSent'] = { packets: 0, bytes: 0 };
  let sounding = 0;

  /** Rises while the packets of the voice hold more than silence: what is left where the browser tells no energy, as Firefox. */
  const soundSent = ({ voiceSent }: PeerStatistics): number | undefined => {
    if (voiceSent.packets === 0) return undefined;
    const bytes = voiceSent.bytes - sent.bytes;
    if (bytes > MOST_OF_SILENCE_BYTES * (voiceSent.packets - sent.packets)) sounding += bytes;
    sent = voiceSent;
    return sounding;
  };
  const microphoneState = (seen: PeerStatistics, sendsSound: boolean, nowMs: Milliseconds) => {
    const yielded = seen.microphoneEnergy ?? soundSent(seen);
    if (!sendsSound || yielded === undefined) {
      soundSinceMs = undefined;
      return 'unknown' as const;
    }
    soundSinceMs ??= nowMs;
    microphone.see(yielded, nowMs);
    const stillMs = Math.min(microphone.stillForMs(nowMs), nowMs - soundSinceMs);
    return stillMs >= MICROPHONE_SILENT_MS ? ('silent' as const) : ('live' as const);
  };

  /** The same object while nothing has changed. */
  const instrumentsState = (seen: PeerStatistics, nowMs: Milliseconds): CallSnapshot['instruments'] => {
    exam.see(seen.examFramesDecoded, nowMs);
    stethoscope.see(seen.stethoscope.packets, nowMs);
    const isLost = stethoscope.stillForMs(nowMs) >= STETHOSCOPE_LOST_MS;
    const part = madeUp.part(seen.stethoscope, stethoscope.value > 0 && !isLost, nowMs);
    const most = instruments.stethoscope === 'spoilt' ? CLEAR_PART : SPOILT_PART;
    const judged = (part ?? 0) >= most ? 'spoilt' : 'live';
    const soundState = isLost ? 'lost' : judged;
    const next: CallSnapshot['instruments'] = {
      examFrames: exam.value,
      examFrozen: exam.value > 0 && exam.stillForMs(nowMs) >= FROZEN_MS,
      stethoscope: stethoscope.value === 0 ? 'none' : soundState,
      madeUp: part,
    };
    if (
      next.examFrames !== instruments.examFrames ||
      next.examFrozen !== instruments.examFrozen ||
      next.stethoscope !== instruments.stethoscope ||
      next.madeUp !== instruments.madeUp
    )
      instruments = next;
    return instruments;
  };

  return {
    pictureBegins: (nowMs) => {
      beganMs = nowMs;
    },
    noPictureDue: (nowMs) => {
      notDueMs = nowMs;
    },
    look: (seen, sendsSound, nowMs, otherClosed) => {
      frames.see(seen.framesDecoded, nowMs);
      voice.see(seen.voicePacketsReceived, nowMs);
      if (otherClosed) {
        voice.rest(nowMs);
        voiceAtRest = voice.value;
      }
      const still = Math.min(frames.stillForMs(nowMs), nowMs - beganMs);
      const flowing = voice.value === voiceAtRest ? ('none' as const) : ('live' as const);
      const voiceState = voice.stillForMs(nowMs) >= SOUND_LOST_MS ? 'lost' : flowing;
      return {
        framesDecoded: frames.value,
        frozen: frames.value > 0 && still >= FROZEN_MS,
        standsStill: frames.value > 0 && Math.min(still, nowMs - notDueMs) >= STANDS_STILL_MS,
        roundTripMs: seen.roundTripMs,
        instruments: instrumentsState(seen, nowMs),
        sound: {
          voice: voice.value === 0 ? 'none' : voiceState,
          microphone: microphoneState(seen, sendsSound, nowMs),
        },
      };
    },
  };
};
