import { createStore, type StoreApi } from 'zustand/vanilla';
import type { BulkItem } from '#core/contract/bulk.ts';
import { openExam } from '#core/visit/examination/examination.ts';
import type { RemoteStreams } from '../call-peer.ts';
import type { Stop } from '../call-snapshot.ts';
import type { PhysicianCall } from '../physician-call-types.ts';
import { createVideoOutlets } from '../video-outlets.ts';
import type { Listening } from './listening.ts';

/** A still or a clip that is here whole. */
export interface KeptItem {
  readonly item: BulkItem;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Address of the picture within this page; none of a clip. */
  readonly url: string | undefined;
}

/** How far an item has come, 0 to 1. */
export type Arriving = ReadonlyMap<string, number>;

/** The cabin's instruments at the physician's: the moving picture, the sound, and what was kept until the visit ends. */
export interface PhysicianInstruments {
  /** By item id; emptied with the visit. */
  readonly kept: StoreApi<ReadonlyMap<string, KeptItem>>;
  readonly arriving: StoreApi<Arriving>;
  readonly listening: Listening;
  attachExam(video: HTMLVideoElement): Stop;
  close(): void;
}

interface PhysicianInstrumentsOptions {
  readonly call: Pick<PhysicianCall, 'store' | 'bulk' | 'onItem' | 'onRemoteStreams'>;
  readonly listening: Listening;
}

/** Follows the call by itself; see `PhysicianInstruments`. */
export const createPhysicianInstruments = ({
  call,
  listening,
}: PhysicianInstrumentsOptions): PhysicianInstruments => {
  const kept = createStore<ReadonlyMap<string, KeptItem>>(() => new Map());
  const arriving = createStore<Arriving>(() => new Map());
  const outlets = createVideoOutlets(true);
  let streams: RemoteStreams | undefined;

  const drop = (items: Iterable<KeptItem>): void => {
    for (const { url } of items) if (url !== undefined) URL.revokeObjectURL(url);
  };
  const forget = (): void => {
    listening.stop();
    if (kept.getState().size === 0) return;
    drop(kept.getState().values());
    kept.setState(new Map(), true);
  };

  /** Heard only while the visit says that the stethoscope is in use: a track that was left on is not. */
  const follow = (): void => {
    const { projection } = call.store.getState();
    if (projection === undefined) forget();
    const open = projection && openExam(projection.examination);
    const inUse = open?.status.status === 'accepted' && open.target.instrument === 'stethoscope';
    listening.listen(inUse && projection?.paused === false ? streams?.stethoscope : undefined);
    const discarded = (projection?.examination.items ?? [])
      .filter(({ state, itemId }) => state.state === 'discarded' && kept.getState().has(itemId))
      .map(({ itemId }) => itemId);
    if (discarded.length === 0) return;
    const left = new Map(kept.getState());
    drop(discarded.flatMap((itemId) => left.get(itemId) ?? []));
    for (const itemId of discarded) left.delete(itemId);
    kept.setState(left, true);
  };

  const stops: readonly Stop[] = [
    call.onItem(({ item, bytes }) => {
      const { kind } = item.about;
      if (kind !== 'still' && kind !== 'clip') return;
      const url =
        kind === 'still' ? URL.createObjectURL(new Blob([bytes], { type: 'image/png' })) : undefined;
      kept.setState(new Map([...kept.getState(), [item.itemId, { item, bytes, url }]]), true);
    }),
    call.bulk.store.subscribe(({ coming }) =>
      arriving.setState(
        new Map(coming.map(({ item, bytes }) => [item.itemId, bytes / item.byteLength])),
        true,
      ),
    ),
    call.onRemoteStreams((next) => {
      streams = next;
      outlets.show(next?.exam);
      follow();
    }),
    call.store.subscribe(({ projection }, before) => {
      if (projection !== before.projection) follow();
    }),
  ];

  return {
    kept,
    arriving,
    listening,
    attachExam: outlets.attach,
    close: () => {
      for (const stop of stops) stop();
      forget();
      outlets.close();
      listening.close();
    },
  };
};
