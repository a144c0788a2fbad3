import { createStore, type StoreApi } from 'zustand/vanilla';
import type { CaptureFeedback, LiveFeedback, LiveMessage, WaveBlock } from '#core/contract/live.ts';
import { isFresh } from '#core/vitals/freshness.ts';
import { createFan } from './fan.ts';

/** What the device host last said, and since when nothing came from it. */
export type LiveState = {
  readonly link: 'waiting' | 'open' | 'lost';
  /** By device: an oximeter goes on streaming while another device measures. */
  readonly feedback: Readonly<Record<string, LiveFeedback & { readonly bornAtMs: number }>>;
  /** When the last message of any kind came, on the window's monotonic clock. */
  readonly heardAtMs: number | undefined;
};

export type Live = {
  readonly store: StoreApi<LiveState>;
  readonly take: (message: LiveMessage) => void;
  readonly lose: () => void;
  /** Wave blocks of this visit, as they come. */
  readonly waves: (listener: (block: WaveBlock) => void) => () => void;
};

type LiveOptions = {
  /** Monotonic clock of this window, in milliseconds. */
  readonly monotonic: () => number;
  /** Epoch of the visit on screen: messages of another visit are dropped. */
  readonly epoch: () => number | undefined;
};

/**
 * Keeps what is live. The sender's clock is another one: the smallest difference ever seen between sending and receiving is
 * taken as its offset, so that a message that waited in a queue is as old as it really is, not as fresh as its arrival.
 */
export const createLive = ({ monotonic, epoch }: LiveOptions): Live => {
  const store = createStore<LiveState>(() => ({
    link: 'waiting',
    feedback: {},
    heardAtMs: undefined,
  }));
  const waves = createFan<WaveBlock>();
  let offsetMs: number | undefined;

  const learnOffset = (sentAtMs: number, now: number) => {
    const difference = now - sentAtMs;
    offsetMs = offsetMs === undefined ? difference : Math.min(offsetMs, difference);
  };

  const take = (message: LiveMessage) => {
    const now = monotonic();
    const heard = { link: 'open', heardAtMs: now } as const;
    switch (message.type) {
      case 'beat':
        learnOffset(message.sentAtMs, now);
        store.setState(heard);
        return;
      case 'wave':
        if (message.epoch !== epoch()) return;
        waves.send(message);
        return;
      case 'feedback': {
        if (message.epoch !== epoch()) return;
        const bornAtMs = Math.min(now, message.arrivedAtMs + (offsetMs ?? now - message.arrivedAtMs));
        const { feedback } = store.getState();
        store.setState({ ...heard, feedback: { ...feedback, [message.deviceId]: { ...message, bornAtMs } } });
      }
    }
  };

  const lose = () => {
    // The next host process has another clock.
    offsetMs = undefined;
    store.setState({ link: 'lost', feedback: {}, heardAtMs: undefined });
  };

  return { store, take, lose, waves: waves.listen };
};

/**
 * The feedback of a capture as it may be shown now. Older than the maximum age of its kind it is gone altogether:
 * a live value never freezes on screen. A cuff streams nothing, so its phase holds for as long as the capture runs.
 */
export const feedbackAt = (state: LiveState, askingId: string, now: number): CaptureFeedback | undefined => {
  const feedback = Object.values(state.feedback).find(({ captureId }) => captureId === askingId);
  if (feedback === undefined) return undefined;
  const { measure } = feedback.feedback;
  if (measure === 'blood-pressure') return feedback.feedback;
  return isFresh(measure, now - feedback.bornAtMs) ? feedback.feedback : undefined;
};
