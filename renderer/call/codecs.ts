import type { MediaSource } from '#core/call/media-sources.ts';

/**
 * What each kind of source is sent as, first choice first. A browser offers all that it knows, 12.6 kB for the four sources of a call and
 * as much in the answer: over 100 kbit/s a second each, and more than a thin line keeps waiting, so that part of it is lost. Every browser
 * that has WebRTC at all has these (RFC 7742, 5; RFC 7874, 3).
 */
const VIDEO = ['video/vp8', 'video/rtx', 'video/red', 'video/ulpfec'] as const;
/** Without repair packets (RFC 5109): on a line of 100 kbit/s they took the place of curves and of sound. */
const THIN_VIDEO = ['video/vp8', 'video/rtx'] as const;
const SOUND = ['audio/opus'] as const;
/** Each packet of a thin line brings the one before with it (RFC 2198): of three lost in a row it gives one back, of one lost that one. */
const THIN_VOICE = ['audio/red', 'audio/opus'] as const;

const wantedFor = (source: MediaSource, thin: boolean): readonly string[] => {
  if (source === 'video' || source === 'exam') return thin ? THIN_VIDEO : VIDEO;
  return source === 'audio' && thin ? THIN_VOICE : SOUND;
};

/** Those of the codecs that a browser knows that a source is offered with, in our order; without any of them, all that it knows. */
export const codecsFor = <Codec extends { readonly mimeType: string }>(
  known: readonly Codec[],
  source: MediaSource,
  thin: boolean,
): Codec[] => {
  const wanted = wantedFor(source, thin).flatMap((type) =>
    known.filter(({ mimeType }) => mimeType.toLowerCase() === type),
  );
  return wanted.length > 0 ? wanted : [...known];
};

/** Extensions of RTP headers that a call uses: which line a packet belongs to, and when it came, from which the rate is estimated. */
const EXTENSIONS: readonly string[] = [
  'urn:ietf:params:rtp-hdrext:sdes:mid',
  'http://www.ietf.org/id/draft-holmer-rmcat-transport-wide-cc-extensions-01',
  'http://www.webrtc.org/experiments/rtp-hdrext/abs-send-time',
];

/** As in W3C webrtc-extensions; not yet in the types of the DOM, and not in Firefox, which offers few. */
interface Extensible extends RTCRtpTransceiver {
  getHeaderExtensionsToNegotiate?(): readonly { readonly uri: string; direction: string }[];
  setHeaderExtensionsToNegotiate?(extensions: readonly { readonly uri: string; direction: string }[]): void;
}

/** Says what a line of an offer is made with, before the offer is made. */
export const preferCodecs = (transceiver: RTCRtpTransceiver, source: MediaSource, thin: boolean): void => {
  const { kind } = transceiver.receiver.track;
  const known = RTCRtpReceiver.getCapabilities(kind)?.codecs;
  if (known) transceiver.setCodecPreferences(codecsFor(known, source, thin));
  const extensible: Extensible = transceiver;
  const extensions = extensible.getHeaderExtensionsToNegotiate?.();
  if (!extensions) return;
  extensible.setHeaderExtensionsToNegotiate?.(
    extensions.map((one) => (EXTENSIONS.includes(one.uri) ? one : { ...one, direction: 'stopped' })),
  );
};
