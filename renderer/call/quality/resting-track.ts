import type { Sending } from '#core/call/ladder/sending.ts';
import type { MediaSource } from '#core/call/media-sources.ts';
import { HINTS } from './encodings.ts';

/** One canvas for all calls of the page, that is never drawn on: no frame ever comes of it, and no camera is held open by it. */
const emptyTracks = new Map<string, MediaStreamTrack>();

const emptyTrack = (hint: string): MediaStreamTrack | undefined => {
  const known = emptyTracks.get(hint);
  if (known) return known;
  const [track] = document.createElement('canvas').captureStream(0).getVideoTracks();
  if (!track || !('contentHint' in track)) return undefined;
  track.contentHint = hint;
  emptyTracks.set(hint, track);
  return track;
};

/** A camera's face is sent as a film, and an examination as a still: the other one of the two. */
const OTHER = { motion: 'detail', detail: 'motion' } as const;

/**
 * What a sender carries in place of `track` while no moving picture goes. A stream whose encoding is merely not active goes on repeating what
 * was lost of it: over a line that has become thin, 120 to 350 kbit/s for ten seconds, in which the voice drowns (Chromium 156). Chromium makes a
 * stream anew when the kind of its picture changes, film or drawing, and forgets with the old one what waits and what could be
 * repeated. Firefox knows no kinds, and keeps its track.
 */
export const carriedTrack = (
  source: MediaSource,
  { face, exam }: Sending,
  track: MediaStreamTrack | null,
): MediaStreamTrack | null => {
  if (track === null || (source !== 'video' && source !== 'exam')) return track;
  const rests = (source === 'video' ? face : exam) === undefined;
  return rests ? (emptyTrack(OTHER[HINTS[source].contentHint]) ?? track) : track;
};
