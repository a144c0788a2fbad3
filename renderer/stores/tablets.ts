import { createStore, type StoreApi } from 'zustand/vanilla';
import type { TabletBoard } from '#core/contract/tablet.ts';

/** The assistant's tablets as main tells them. */
export const createTabletBoard = (
  onTablets: (listener: (board: TabletBoard) => void) => unknown,
): StoreApi<TabletBoard> => {
  const store = createStore<TabletBoard>(() => ({ state: 'off' }));
  onTablets((board) => store.setState(board, true));
  return store;
};
