import type { PictureSending, Sending } from '#core/call/ladder/sending.ts';
import type { MediaSource } from '#core/call/media-sources.ts';

/** The parameters of one encoding that we set; Firefox leaves out what it does not know. */
type Encoding = Pick<
  RTCRtpEncodingParameters,
  'active' | 'maxBitrate' | 'maxFramerate' | 'scaleResolutionDownBy' | 'priority' | 'networkPriority'
>;

/** Of a camera that is not there yet: as many as are asked for. */
const LINES_ASKED = 720;

/** How much smaller a camera of `lines` is sent; never larger. */
const scale = (lines: number, height: number): number => Math.max(1, lines / height);

const picture = (sending: PictureSending | undefined, lines: number): Encoding =>
  sending === undefined
    ? { active: false }
    : {
        active: true,
        maxBitrate: sending.maxBitrate,
        maxFramerate: sending.maxFramerate,
        scaleResolutionDownBy: scale(lines, sending.height),
      };

/** The encoding of one source for this track, or for the one that is to come; undefined for the stethoscope, which is sent whole or not at all (`Sending`). */
export const encodingOf = (
  source: MediaSource,
  sending: Sending,
  track: MediaStreamTrack | null,
): Encoding | undefined => {
  const lines = track?.getSettings().height ?? LINES_ASKED;
  switch (source) {
    case 'audio':
      return { active: true, maxBitrate: sending.soundBitrate, priority: 'high', networkPriority: 'high' };
    case 'video':
      return picture(sending.face, lines);
    case 'exam':
      return picture(sending.exam, lines);
    case 'stethoscope':
      return undefined;
  }
};

/** A face moves, an examined skin has detail: frames or lines are given up last. */
export const HINTS = {
  video: { contentHint: 'motion', degradationPreference: 'maintain-framerate' },
  exam: { contentHint: 'detail', degradationPreference: 'maintain-resolution' },
} as const;

/** As written in W3C mst-content-hint, and not yet in the types of the DOM. */
type Parameters = RTCRtpSendParameters & { degradationPreference?: string };

/** What each sender was told last: a browser does not repeat everything it was told. */
const told = new WeakMap<RTCRtpSender, string>();

/**
 * Sets what one sender may send, for the track that it has or will have. Nothing is asked of the browser when all is as wanted; a refusal is
 * met by the next look.
 */
export const applyEncoding = async (
  sender: RTCRtpSender,
  source: MediaSource,
  sending: Sending,
  track: MediaStreamTrack | null,
): Promise<void> => {
  const wanted = encodingOf(source, sending, track);
  const preference = source === 'video' || source === 'exam' ? HINTS[source] : undefined;
  if (track && preference && track.contentHint !== preference.contentHint)
    track.contentHint = preference.contentHint;
  const parameters: Parameters = sender.getParameters();
  const [encoding] = parameters.encodings;
  if (wanted === undefined || encoding === undefined) return;
  const text = JSON.stringify(wanted);
  if (told.get(sender) === text) return;
  Object.assign(encoding, wanted);
  if (preference) parameters.degradationPreference = preference.degradationPreference;
  await sender.setParameters(parameters).then(
    () => told.set(sender, text),
    () => {},
  );
};

/** As in W3C webrtc-extensions; not yet in the types of the DOM. */
interface KeyFrameSender {
  setParameters(
    parameters: RTCRtpSendParameters,
    options: { readonly encodingOptions: readonly { readonly keyFrame: boolean }[] },
  ): Promise<void>;
}

/**
 * Has the next picture sent whole. After a break a receiver asks for it by itself, but Chromium only after 3 s without a picture that it
 * can draw. Firefox ignores the wish.
 */
export const askKeyFrame = (sender: RTCRtpSender & KeyFrameSender): Promise<void> => {
  const parameters = sender.getParameters();
  const encodingOptions = parameters.encodings.map(() => ({ keyFrame: true }));
  return sender.setParameters(parameters, { encodingOptions }).catch(() => {});
};
