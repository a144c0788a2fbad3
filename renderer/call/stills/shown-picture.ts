import { LINE_PICTURE_TIMES } from '#core/call/line-pictures.ts';
import type { Level } from '#core/contract/quality.ts';
import type { Instant, Milliseconds } from '#core/time.ts';
import type { ReceivedItem } from '../bulk/bulk-receiver.ts';

/** A picture that stands in place of moving ones; show its time with it, always. */
export interface ShownPicture {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly type: string;
  readonly takenAt: Instant;
  /** Monotonic, in milliseconds. */
  readonly receivedMs: Milliseconds;
}

/** A received item as a picture to show; undefined when it is another kind of item. */
export const shownPicture = (
  { item, bytes }: ReceivedItem,
  nowMs: Milliseconds,
): ShownPicture | undefined => {
  const { about } = item;
  if (about.kind !== 'line-picture') return undefined;
  return { bytes, type: about.type, takenAt: about.takenAt, receivedMs: nowMs };
};

/** Whether it may still be shown: not beside moving pictures, and not once it is old. */
export const mayStillShow = (picture: ShownPicture, incoming: Level['rung'], nowMs: Milliseconds): boolean =>
  (incoming === 'stills' || incoming === 'audio') && nowMs - picture.receivedMs < LINE_PICTURE_TIMES.shownMs;
