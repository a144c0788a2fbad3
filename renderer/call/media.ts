import { type ErrorCode, type Failure, failure } from '#core/contract/error-codes.ts';
import { fail, ok, type Result } from '#core/result.ts';
import type { Clock } from '#core/time.ts';

/** Opens camera and microphone; `navigator.mediaDevices.getUserMedia`, or a fake. */
export type GetUserMedia = (constraints: MediaStreamConstraints) => Promise<MediaStream>;

/** A stream, and why it lacks a part, when it does. */
export interface OpenedMedia {
  readonly stream: MediaStream;
  readonly missing: Failure | undefined;
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

/** The same failure, of the microphone. */
const microphoneFailure = ({ code, detail }: Failure): Failure =>
  failure(code === 'CAMERA_MISSING' ? 'MICROPHONE_MISSING' : 'MICROPHONE_BUSY', detail);

const stopAll = (stream: MediaStream): void => {
  for (const track of stream.getTracks()) track.stop();
};

/** One request with a deadline; a stream that comes after it is stopped at once. */
const request = (
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

/** Opens camera and microphone; without a working camera the microphone alone, and the reverse, rather than nothing. */
export const openMedia = async (
  getUserMedia: GetUserMedia,
  clock: Clock,
): Promise<Result<OpenedMedia, Failure>> => {
  const both = await request(getUserMedia, { audio: SOUND, video: PICTURE }, clock);
  if (both.ok) return ok({ stream: both.value, missing: undefined });
  if (both.failure.code === 'CAMERA_REFUSED') return both;
  for (const constraints of [{ audio: SOUND }, { video: PICTURE }]) {
    const one = await request(getUserMedia, constraints, clock);
    if (one.ok) {
      const missing = 'audio' in constraints ? both.failure : microphoneFailure(both.failure);
      return ok({ stream: one.value, missing });
    }
  }
  return both;
};

/** Opens the one that was missing, beside the other. */
export const reopenMedia = (
  getUserMedia: GetUserMedia,
  kind: 'audio' | 'video',
  clock: Clock,
): Promise<Result<MediaStream, Failure>> =>
  request(getUserMedia, kind === 'audio' ? { audio: SOUND } : { video: PICTURE }, clock);
