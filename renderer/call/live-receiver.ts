import { isWaves, readWaves } from '#core/call/wave-datagram.ts';
import { liveChannelMessageSchema } from '#core/contract/consultation.ts';
import type { CaptureFeedback, LiveFeedback, LiveMessage, WaveBlock } from '#core/contract/live.ts';
import type { Clock, Milliseconds } from '#core/time.ts';
import { isFresh, LIVE_MAXIMUM_AGE } from '#core/vitals/freshness.ts';
import type { InputFault } from './input-faults.ts';

/** The latest feedback of one device, with its age at the last look. */
export interface AgedFeedback {
  readonly deviceId: string;
  readonly captureId: string;
  readonly feedback: CaptureFeedback;
  /** Milliseconds since the cabin had it, on the cabin's clock. */
  readonly ageMs: Milliseconds;
}

/** Beats of the last while that the cabin's clock is read from: long enough for the quickest to be quick, short enough for drift. */
const BEATS_KEPT = 60;

/** Blocks that a repetition is told from: some ten seconds of each device. */
const BLOCKS_KNOWN = 256;

export interface LiveReceiver {
  /** Why it was not taken, if it was not. */
  receive(text: string): InputFault | undefined;
  /** What may be shown now. Empty while the cabin's clock is unknown: a value without an age is not shown. */
  feedback(): readonly AgedFeedback[];
  /** Each block once, not always in order. */
  onWave(listener: (block: WaveBlock) => void): () => void;
  /** The call was lost or is over: nothing of it may be shown on. */
  clear(): void;
}

/** Receives the live channel on the physician's side. */
export const createLiveReceiver = (clock: Clock): LiveReceiver => {
  const waveListeners = new Set<(block: WaveBlock) => void>();
  const known = new Set<string>();
  /** The newest epoch of each device: what is left of an earlier visit is dropped. */
  const epochs = new Map<string, number>();
  const latest = new Map<string, LiveFeedback>();
  let offsets: Milliseconds[] = [];
  let lastBeatMs: Milliseconds | undefined;

  /** Our clock minus the cabin's, from the beat that travelled quickest; undefined before the first. */
  const offset = (): Milliseconds | undefined => (offsets.length === 0 ? undefined : Math.min(...offsets));

  const forgetClock = (): void => {
    offsets = [];
    latest.clear();
    known.clear();
    epochs.clear();
  };

  const beat = (sentAtMs: Milliseconds): void => {
    // A clock that went back is another one: the device host was restarted.
    if (lastBeatMs !== undefined && sentAtMs < lastBeatMs) forgetClock();
    lastBeatMs = sentAtMs;
    offsets = [...offsets, clock.monotonic() - sentAtMs].slice(-BEATS_KEPT);
  };

  /** Each block once, as it comes: a repetition may come after newer ones, and is put in its place by who draws it. */
  const wave = (block: WaveBlock): void => {
    const newest = epochs.get(block.deviceId) ?? block.epoch;
    if (block.epoch < newest) return;
    epochs.set(block.deviceId, block.epoch);
    const name = `${block.deviceId} ${block.epoch} ${block.sequence} ${block.arrivedAtMs}`;
    if (known.has(name)) return;
    known.add(name);
    const [oldest] = known;
    if (known.size > BLOCKS_KNOWN && oldest !== undefined) known.delete(oldest);
    for (const listener of waveListeners) listener(block);
  };

  const take = (message: LiveMessage): void => {
    switch (message.type) {
      case 'beat':
        beat(message.sentAtMs);
        break;
      case 'wave':
        wave(message);
        break;
      case 'feedback': {
        const before = latest.get(message.deviceId);
        if (!before || message.arrivedAtMs >= before.arrivedAtMs || message.captureId !== before.captureId)
          latest.set(message.deviceId, message);
      }
    }
  };

  const aged = ({ deviceId, captureId, feedback, arrivedAtMs }: LiveFeedback): AgedFeedback[] => {
    const shift = offset();
    if (shift === undefined) return [];
    const ageMs = Math.max(0, clock.monotonic() - shift - arrivedAtMs);
    // A cuff says nothing while it measures: its phase has no limit, and no value.
    const limited = LIVE_MAXIMUM_AGE[feedback.measure] !== undefined;
    return limited && !isFresh(feedback.measure, ageMs) ? [] : [{ deviceId, captureId, feedback, ageMs }];
  };

  return {
    receive: (text) => {
      const messages = parse(text);
      for (const message of messages ?? []) take(message);
      return messages === undefined ? 'INVALID_MESSAGE' : undefined;
    },
    feedback: () => [...latest.values()].flatMap(aged),
    onWave: (listener) => {
      waveListeners.add(listener);
      return () => waveListeners.delete(listener);
    },
    clear: () => {
      forgetClock();
      lastBeatMs = undefined;
    },
  };
};

/** Undefined for what is no datagram of this channel. */
const parse = (text: string): readonly LiveMessage[] | undefined => {
  if (isWaves(text)) {
    const blocks = readWaves(text);
    // The newest first: how late it comes tells how late the line is now, which a block that was lost once does not.
    return blocks.length === 0 ? undefined : blocks.toReversed();
  }
  try {
    return liveChannelMessageSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
};
