import { createStore, type StoreApi } from 'zustand/vanilla';
import type { LineMeasure } from '#core/call/line-test.ts';
import { createLineKeeper } from '#gateway/client/line-keeper.ts';
import type { DeskSnapshot, PhysicianDesk } from '#gateway/client/physician-desk.ts';
import type { Stop } from '#renderer/call/call-snapshot.ts';

/** What this page has measured of its way to the gateway; `line` is undefined before the first measure. */
export interface PageLine {
  readonly store: StoreApi<{ readonly line: LineMeasure | undefined }>;
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
  const store = createStore<{ readonly line: LineMeasure | undefined }>(() => ({ line: undefined }));
  const keeper = createLineKeeper({ clock, measure, onMeasure: (line) => store.setState({ line }) });
  const follow = (snapshot: DeskSnapshot): void => keeper.follow(mayMeasure(snapshot));
  const stop: Stop = desk.store.subscribe(follow);
  follow(desk.store.getState());
  return {
    store,
    close: () => {
      stop();
      keeper.close();
    },
  };
};
