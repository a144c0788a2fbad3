import { LINE_PICTURE_TIMES, linePictureBytes, pictureStep } from '#core/call/line-pictures.ts';
import type { Clock, Milliseconds } from '#core/time.ts';
import type { Bulk } from '../bulk/bulk.ts';
import type { OpenPictureTaker, PictureTaker } from './picture-taker.ts';

/** What a look at the call says to whoever sends pictures. */
export interface PictureMoment {
  /** The camera whose pictures are wanted; undefined while moving pictures go, or none may. */
  readonly track: MediaStreamTrack | undefined;
  readonly availableBps: number | undefined;
}

/** Sends one picture every 5 s in place of moving ones. */
export interface LinePictureSender {
  look(moment: PictureMoment): void;
  /** The other side has had a picture lately: it sees something. */
  delivers(): boolean;
  stop(): void;
}

interface LinePictureSenderOptions {
  readonly clock: Clock;
  /** 8 to 64 characters, never the same twice. */
  readonly newId: () => string;
  readonly openTaker: OpenPictureTaker;
  readonly bulk: () => Pick<Bulk, 'store' | 'send' | 'withdraw'>;
}

/** A sender that waits; see `LinePictureSender`. */
export const createLinePictureSender = (options: LinePictureSenderOptions): LinePictureSender => {
  const { clock, newId, openTaker, bulk } = options;
  let taker: PictureTaker | undefined;
  let track: MediaStreamTrack | undefined;
  let takenMs: Milliseconds | undefined;
  let itemId: string | undefined;
  let deliveredMs: Milliseconds | undefined;
  let taking = false;
  let gotNone = false;

  const follow = (next: MediaStreamTrack | undefined): void => {
    if (next === track) return;
    taker?.stop();
    taker = next && openTaker(next);
    track = next;
    takenMs = undefined;
    if (next !== undefined) return;
    deliveredMs = undefined;
    if (itemId !== undefined) bulk().withdraw(itemId);
    itemId = undefined;
  };

  /** What was delivered is no longer held. */
  const isUnderWay = (): boolean =>
    taking ||
    bulk()
      .store.getState()
      .sent.some(({ item }) => item.itemId === itemId);

  const take = async (mostBytes: number): Promise<void> => {
    const mine = taker;
    taking = true;
    takenMs = clock.monotonic();
    const picture = await mine?.take(mostBytes).catch(() => undefined);
    gotNone = picture === undefined;
    if (picture !== undefined && mine === taker) {
      const { bytes, ...about } = picture;
      itemId = newId();
      const kind = 'line-picture' as const;
      await bulk().send(itemId, { kind, takenAt: clock.now(), ...about }, bytes, { keep: false });
    }
    taking = false;
  };

  return {
    look: ({ track: next, availableBps }) => {
      follow(next);
      if (track === undefined) return;
      const underWay = isUnderWay();
      if (!underWay && itemId !== undefined) {
        deliveredMs = clock.monotonic();
        itemId = undefined;
      }
      const since = takenMs === undefined ? undefined : clock.monotonic() - takenMs;
      switch (pictureStep(since, { underWay, gotNone })) {
        case 'wait':
          return;
        case 'replace':
          if (taking) return;
          if (itemId !== undefined) bulk().withdraw(itemId);
          itemId = undefined;
          break;
        case 'take':
      }
      void take(linePictureBytes(availableBps));
    },
    delivers: () => deliveredMs !== undefined && clock.monotonic() - deliveredMs < LINE_PICTURE_TIMES.shownMs,
    stop: () => follow(undefined),
  };
};
