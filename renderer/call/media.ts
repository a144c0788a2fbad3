import { type ErrorCode, type Failure, failure } from '#core/contract/error-codes.ts';
import { fail, ok, type Result } from '#core/result.ts';
import type { Clock } from '#core/time.ts';

/** Opens camera and microphone; `navigator.mediaDevices.getUserMedia`, or a fake. */
export type GetUserMedia = (constraints: MediaStreamConstraints) => Promise<MediaStream>;

export type MediaKind = 'audio' | 'video';

/** Why a camera (`video`) or a microphone (`audio`) is not open; what is open has no entry. */
export type MediaFailures = Readonly<Partial<Record<MediaKind, Failure>>>;

/** What could be opened, and why the rest could not. */
export interface OpenedMedia {
  readonly stream: MediaStream | undefined;
  readonly failures: MediaFailures;
}

/** An unanswered request for camera or microphone would wait for ever. */
const MEDIA_DEADLINE_MS = 15_000;

const PICTURE: MediaTrackConstraints = {
  width: { ideal: 1_280 },
  height: { ideal: 720 },
  frameRate: { ideal: 25, max: 30 },
};
const SOUND: MediaTrackConstraints = {
  echoCancellation: true,
  noiseSuppression: true,
  autoGainControl: true,
};

/** `getUserMedia` errors (W3C Media Capture and Streams 10.3) as codes of the catalogue. */
const mediaErrorCode = (error: unknown): ErrorCode => {
  const name = error instanceof Error || error instanceof DOMException ? error.name : '';
  switch (name) {
    case 'NotAllowedError':
    case 'SecurityError':
      return 'CAMERA_REFUSED';
    case 'NotFoundError':
    case 'OverconstrainedError':
      return 'CAMERA_MISSING';
    default:
      return 'CAMERA_BUSY';
  }
};

const OF_MICROPHONE: Partial<Record<ErrorCode, ErrorCode>> = {
  CAMERA_REFUSED: 'MICROPHONE_REFUSED',
  CAMERA_MISSING: 'MICROPHONE_MISSING',
  CAMERA_BUSY: 'MICROPHONE_BUSY',
};

/** The failure of a request for this device alone; requests themselves name every failure as the camera's. */
export const failureOf = (kind: MediaKind, { code, detail }: Failure): Failure =>
  failure((kind === 'audio' && OF_MICROPHONE[code]) || code, detail);

const stopAll = (stream: MediaStream): void => {
  for (const track of stream.getTracks()) track.stop();
};

/** One request with a deadline, whose every failure is named as the camera's; a stream that comes after it is stopped at once. */
export const requestMedia = (
  getUserMedia: GetUserMedia,
  constraints: MediaStreamConstraints,
  clock: Clock,
): Promise<Result<MediaStream, Failure>> =>
  new Promise((resolve) => {
    let late = false;
    const cancel = clock.after(MEDIA_DEADLINE_MS, () => {
      late = true;
      resolve(fail(failure('CAMERA_BUSY', 'no answer')));
    });
    getUserMedia(constraints).then(
      (stream) => {
        cancel();
        if (late) stopAll(stream);
        else resolve(ok(stream));
      },
      (error: unknown) => {
        cancel();
        resolve(fail(failure(mediaErrorCode(error), error instanceof Error ? error.name : undefined)));
      },
    );
  });

/** Opens what is asked for of camera and microphone; without one of them, for whatever reason, the other alone, the voice first. */
export const openMedia = async (
  getUserMedia: GetUserMedia,
  clock: Clock,
  kinds: readonly MediaKind[],
): Promise<OpenedMedia> => {
  const [only] = kinds;
  if (kinds.length === 1 && only !== undefined) {
    const one = await reopenMedia(getUserMedia, only, clock);
    return one.ok
      ? { stream: one.value, failures: {} }
      : { stream: undefined, failures: { [only]: failureOf(only, one.failure) } };
  }
  const both = await requestMedia(getUserMedia, { audio: SOUND, video: PICTURE }, clock);
  if (both.ok) return { stream: both.value, failures: {} };
  const sound = await requestMedia(getUserMedia, { audio: SOUND }, clock);
  if (sound.ok) return { stream: sound.value, failures: { video: both.failure } };
  const audio = failureOf('audio', sound.failure);
  const picture = await requestMedia(getUserMedia, { video: PICTURE }, clock);
  return picture.ok
    ? { stream: picture.value, failures: { audio } }
    : { stream: undefined, failures: { audio, video: picture.failure } };
};

/** Opens the one that was missing, beside the other. */
export const reopenMedia = (
  getUserMedia: GetUserMedia,
  kind: MediaKind,
  clock: Clock,
): Promise<Result<MediaStream, Failure>> =>
  requestMedia(getUserMedia, kind === 'audio' ? { audio: SOUND } : { video: PICTURE }, clock);
