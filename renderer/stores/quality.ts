import { createStore, type StoreApi } from 'zustand/vanilla';
import type { QualityBoard } from '#core/contract/quality.ts';
import { UNKNOWN_PEER } from '#core/trust/peer-trust.ts';

/** Before anything is known of line and call. */
export const UNKNOWN_QUALITY: QualityBoard = {
  line: undefined,
  call: undefined,
  lastCall: undefined,
  measurable: true,
  trust: UNKNOWN_PEER,
  sideRefusals: [],
};

/** The line and the call's quality as main tells them. */
export const createQualityBoard = (
  onQuality: (listener: (board: QualityBoard) => void) => unknown,
): StoreApi<QualityBoard> => {
  const store = createStore<QualityBoard>(() => UNKNOWN_QUALITY);
  onQuality((board) => store.setState(board, true));
  return store;
};
