import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Frame, FrameBatch } from '#core/contract/bench.ts';

/** Frames that are kept; older ones are gone. */
export const FRAMES_KEPT = 300;

export interface FrameLogState {
  /** Whose frames they are. */
  readonly deviceId: string | undefined;
  /** Oldest first. */
  readonly frames: readonly Frame[];
  readonly perSecond: number;
  readonly oneOf: number;
}

export interface FrameLog {
  readonly store: StoreApi<FrameLogState>;
  readonly take: (batch: FrameBatch) => void;
}

const EMPTY: FrameLogState = { deviceId: undefined, frames: [], perSecond: 0, oneOf: 1 };

/** The newest frames of the device that is watched; another device begins anew. */
export const createFrameLog = (): FrameLog => {
  const store = createStore<FrameLogState>(() => EMPTY);
  return {
    store,
    take: ({ deviceId, frames, perSecond, oneOf }) =>
      store.setState((state) => {
        // Numbers start again with each watch: a lower one belongs to another.
        const last = state.frames.at(-1)?.number ?? 0;
        const goesOn = state.deviceId === deviceId && (frames[0]?.number ?? last + 1) > last;
        const before = goesOn ? state.frames : [];
        return { deviceId, perSecond, oneOf, frames: [...before, ...frames].slice(-FRAMES_KEPT) };
      }, true),
  };
};
