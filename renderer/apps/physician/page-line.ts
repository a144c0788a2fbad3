import { createStore, type StoreApi } from 'zustand/vanilla';
import type { LineMeasure } from '#core/call/line-test.ts';
import { type CallQuality, passes } from '#core/contract/quality.ts';
import { createLineKeeper } from '#gateway/client/line-keeper.ts';
import type { DeskSnapshot, PhysicianDesk } from '#gateway/client/physician-desk.ts';
import type { Stop } from '#renderer/call/call-snapshot.ts';

/** What is known of this page's line: measured on the way to the gateway, or what its last call got, whichever is newer. */
export interface KnownLine {
  /** Undefined before the first measure. */
  readonly line: LineMeasure | undefined;
  readonly lastCall: CallQuality | undefined;
}

/** What this page has found out about its line. */
export interface PageLine {
  readonly store: StoreApi<KnownLine>;
  /** What is got in a call. */
  called(quality: CallQuality): void;
  close(): void;
}

interface PageLineOptions extends Pick<Parameters<typeof createLineKeeper>[0], 'clock' | 'measure'> {
  readonly desk: { readonly store: Pick<PhysicianDesk['store'], 'getState' | 'subscribe'> };
}

/** The gateway may stand in a cabin, whose line a colleague's consultation needs. */
const mayMeasure = ({ connection, claim, queue }: DeskSnapshot): boolean =>
  connection.state === 'connected' &&
  claim.state !== 'asking' &&
  claim.state !== 'held' &&
  queue.every(({ holder }) => holder !== 'other');

/** Measures while the physician looks at the queue and nobody is in a consultation. */
export const createPageLine = ({ desk, clock, measure }: PageLineOptions): PageLine => {
  const store = createStore<KnownLine>(() => ({ line: undefined, lastCall: undefined }));
  const keeper = createLineKeeper({
    clock,
    measure,
    onMeasure: (line) => store.setState({ line, lastCall: undefined }),
  });
  const follow = (snapshot: DeskSnapshot): void => keeper.follow(mayMeasure(snapshot));
  const stop: Stop = desk.store.subscribe(follow);
  follow(desk.store.getState());
  return {
    store,
    called: (quality) => {
      if (passes(quality)) store.setState({ lastCall: quality });
    },
    close: () => {
      stop();
      keeper.close();
    },
  };
};
