import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Numbered } from '#core/contract/ipc.ts';

/** What a window knows of the visit. */
export type Mirror<Projection> =
  /** Nothing yet. */
  | { readonly status: 'connecting' }
  | { readonly status: 'live'; readonly sequence: number; readonly projection: Projection }
  /** The main process does not answer; the last known projection stays, marked as such, while the window asks again. */
  | { readonly status: 'lost'; readonly sequence: number; readonly projection: Projection };

type Source<Projection> = {
  readonly snapshot: () => Promise<Numbered<Projection>>;
  readonly onUpdate: (listener: (update: Numbered<Projection>) => void) => () => void;
  /** Runs the action later; returns its cancel. */
  readonly after: (delayMs: number, action: () => void) => () => void;
};

/** Pause before asking again after a snapshot that failed, in milliseconds. */
const ASK_AGAIN_MS = 500;

/**
 * Mirrors a numbered projection: a snapshot first, then updates that each count one up. An update that skips a number was lost
 * on the way, so the whole is asked for again; one that is not newer is dropped. Reloading a window at any moment is harmless.
 */
export const createMirror = <Projection>(
  source: Source<Projection>,
): {
  readonly store: StoreApi<Mirror<Projection>>;
  /** The other end is not reached: what is known is old, and is asked for anew until it comes. */
  readonly lose: () => void;
  readonly close: () => void;
} => {
  const store = createStore<Mirror<Projection>>(() => ({ status: 'connecting' }));
  let asking = false;
  let closed = false;
  let cancelRetry: (() => void) | undefined;

  const known = (): number => {
    const state = store.getState();
    return state.status === 'connecting' ? -1 : state.sequence;
  };

  const show = ({ sequence, projection }: Numbered<Projection>) => {
    store.setState({ status: 'live', sequence, projection }, true);
  };

  const lose = () => {
    const state = store.getState();
    if (state.status === 'live') store.setState({ ...state, status: 'lost' }, true);
  };

  const ask = async (): Promise<void> => {
    if (asking || closed) return;
    asking = true;
    try {
      const answer = await source.snapshot();
      asking = false;
      if (closed) return;
      const state = store.getState();
      if (answer.sequence >= known() || state.status !== 'live') show(answer);
    } catch {
      // The main process is gone or restarting: an ordinary state of a window, shown calmly.
      asking = false;
      lose();
      cancelRetry = source.after(ASK_AGAIN_MS, () => void ask());
    }
  };

  const unsubscribe = source.onUpdate((update) => {
    if (update.sequence <= known()) return;
    if (known() >= 0 && update.sequence === known() + 1) show(update);
    else void ask();
  });
  void ask();

  return {
    store,
    lose: () => {
      lose();
      void ask();
    },
    close: () => {
      closed = true;
      cancelRetry?.();
      unsubscribe();
    },
  };
};
