import type { ErrorCode } from '#core/contract/error-codes.ts';
import type { InstrumentRole } from '#core/instruments/bindings.ts';
import type { MediaReport } from '#core/opening/check/media-report.ts';
import { isToneHeard, levelDb, TONES_HZ } from '#core/opening/check/tone.ts';
import type { Clock, Milliseconds } from '#core/time.ts';
import type { Language } from '#core/visit/words.ts';
import type { DeviceWatch } from '../local-media.ts';
import { failureOf, type GetUserMedia, type MediaKind, requestMedia } from '../media.ts';
import type { Loudspeaker } from '../own-devices/loudspeaker.ts';
import type { PictureFlaw } from '../picture-judge.ts';
import type { Ear } from './ear.ts';

export interface MediaCheckOptions {
  readonly getUserMedia: GetUserMedia;
  readonly watchPicture: DeviceWatch['watchPicture'];
  readonly loudspeaker: Pick<Loudspeaker, 'failure'>;
  readonly openEar: (microphone: MediaStreamTrack) => Ear;
  readonly missingRoles: () => Promise<readonly InstrumentRole[]>;
  readonly voices: () => readonly Language[];
  readonly clock: Clock;
}

/** Looks at camera, microphone and loudspeaker of the cabin while nobody is in it. */
export interface MediaCheck {
  /** Undefined when it was stopped meanwhile: camera and microphone are closed by then. */
  run(): Promise<MediaReport | undefined>;
  stop(): void;
}

/** A picture's flaw is told after three looks of two seconds; see `device-watch.ts`. Milliseconds. */
const PICTURE_MS: Milliseconds = 7_000;
/** What a microphone yields right after it opens is its own settling. Milliseconds. */
const QUIET_MS: Milliseconds = 900;
/** Longer than what is listened to at its end, by the longest way through a sound card. Milliseconds. */
const TONE_MS: Milliseconds = 700;
/** A microphone that is switched off yields zeros, or the last bit. */
const DEAD_DB = -95;

/** The canceller of echoes would take the tones away, the others would change their loudness. */
const BARE_SOUND: MediaTrackConstraints = {
  echoCancellation: false,
  noiseSuppression: false,
  autoGainControl: false,
};
const FLAWED = { black: 'CAMERA_BLACK', frozen: 'CAMERA_FROZEN' } as const satisfies Record<
  PictureFlaw,
  ErrorCode
>;

export const createMediaCheck = (options: MediaCheckOptions): MediaCheck => {
  const { getUserMedia, watchPicture, loudspeaker, openEar, missingRoles, voices, clock } = options;
  let running = new AbortController();

  /** Over at once when the check is stopped. */
  const wait = (delayMs: Milliseconds, signal: AbortSignal): Promise<void> =>
    new Promise((resolve) => {
      if (signal.aborted) return resolve();
      const cancel = clock.after(delayMs, resolve);
      signal.addEventListener('abort', () => {
        cancel();
        resolve();
      });
    });

  const open = async (kind: MediaKind): Promise<MediaStreamTrack | ErrorCode> => {
    const outcome = await requestMedia(
      getUserMedia,
      kind === 'audio' ? { audio: BARE_SOUND } : { video: true },
      clock,
    );
    if (!outcome.ok) return failureOf(kind, outcome.failure).code;
    return outcome.value.getTracks()[0] ?? (kind === 'audio' ? 'MICROPHONE_MISSING' : 'CAMERA_MISSING');
  };

  const lookThrough = async (signal: AbortSignal): Promise<Pick<MediaReport, 'camera'>> => {
    const track = await open('video');
    if (typeof track === 'string') return { camera: track };
    let flaw: PictureFlaw | undefined;
    const stopWatching = watchPicture(track, (next) => {
      flaw = next;
    });
    await wait(PICTURE_MS, signal);
    stopWatching();
    track.stop();
    return flaw === undefined ? {} : { camera: FLAWED[flaw] };
  };

  const heardTones = async (ear: Ear, quiet: Float32Array, signal: AbortSignal): Promise<number> => {
    let heard = 0;
    for (const toneHz of TONES_HZ) {
      if (signal.aborted) break;
      ear.play(toneHz, TONE_MS);
      await wait(TONE_MS, signal);
      if (isToneHeard(ear.newest(), quiet, ear.rateHz, toneHz)) heard += 1;
    }
    return heard;
  };

  const listen = async (
    signal: AbortSignal,
  ): Promise<Pick<MediaReport, 'microphone' | 'quietDb' | 'loudspeaker' | 'tonesHeard'>> => {
    const output = loudspeaker.failure()?.code;
    const out = output === undefined ? {} : { loudspeaker: output };
    const track = await open('audio');
    if (typeof track === 'string') return { ...out, microphone: track };
    const ear = openEar(track);
    try {
      await wait(QUIET_MS, signal);
      const quiet = ear.newest();
      const quietDb = levelDb(quiet);
      // What hears nothing of the room hears no tone either.
      if (track.muted || quietDb < DEAD_DB) return { ...out, microphone: 'MICROPHONE_SILENT' };
      return output === undefined
        ? { quietDb, tonesHeard: await heardTones(ear, quiet, signal) }
        : { ...out, quietDb };
    } finally {
      ear.close();
      track.stop();
    }
  };

  return {
    run: async () => {
      running.abort();
      running = new AbortController();
      const { signal } = running;
      const [picture, sound] = await Promise.all([lookThrough(signal), listen(signal)]);
      if (signal.aborted) return undefined;
      const missing = await missingRoles();
      return { ...picture, ...sound, missingRoles: [...missing], voices: [...voices()] };
    },
    stop: () => running.abort(),
  };
};
