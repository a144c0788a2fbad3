import { blockMs, repeatsWith } from '#core/call/wave-datagram.ts';
import type { WaveBlock } from '#core/contract/live.ts';
import type { Clock, Milliseconds } from '#core/time.ts';

/** Delay over the way of the quickest block; it grows up to the bound, and never beyond. Milliseconds. */
export const LONGEST_DELAY_MS: Milliseconds = 1_500;
/** What the delay has over the latest arrival of the last while. Milliseconds. */
const MARGIN_MS: Milliseconds = 50;
/** An arrival this far off is another clock, or a line that came back: everything is read anew. Milliseconds. */
const ANOTHER_CLOCK_MS: Milliseconds = 5_000;
/** A piece is drawn at once: long enough not to cost, short enough not to jerk. Milliseconds. */
const PIECE_MS: Milliseconds = 34;

/** Hands out a live curve at a constant delay: never in bunches, never out of order, and what came too late not at all. */
export interface WavePlayout {
  push(block: WaveBlock): void;
  onWave(listener: (block: WaveBlock) => void): () => void;
  /** Present delay to the cabin's sample, the line's own quickest way not counted. Undefined before the first block. */
  delayMs(): Milliseconds | undefined;
  clear(): void;
}

interface Piece {
  readonly block: WaveBlock;
  readonly dueMs: Milliseconds;
}

interface Stream {
  readonly epoch: number;
  /** Our clock minus the cabin's, by the block that came quickest. */
  quickestMs: Milliseconds;
  /** What is added to the cabin's time of a sample for the time at which it is drawn. */
  offsetMs: Milliseconds;
  /** First sample of the newest block so far, and when it arrived at the cabin. */
  newest: number;
  newestAtMs: Milliseconds;
  /** When its first block arrived at the cabin: what is older is of another measuring. */
  readonly beganAtMs: Milliseconds;
  pieces: Piece[];
  next: number;
}

const piecesOf = (block: WaveBlock): readonly WaveBlock[] => {
  const size = Math.max(1, Math.round((PIECE_MS / 1_000) * block.sampleRateHz));
  return Array.from({ length: Math.ceil(block.samples.length / size) }, (_, index) => {
    const samples = block.samples.slice(index * size, (index + 1) * size);
    const later = block.samples.length - index * size - samples.length;
    return {
      ...block,
      sequence: block.sequence + index * size,
      arrivedAtMs: block.arrivedAtMs - (later / block.sampleRateHz) * 1_000,
      samples,
    };
  });
};

/** Nothing to play yet; see `WavePlayout`. */
export const createWavePlayout = (clock: Clock): WavePlayout => {
  const listeners = new Set<(block: WaveBlock) => void>();
  const streams = new Map<string, Stream>();
  let cancel = (): void => {};

  const streamOf = (block: WaveBlock, shift: Milliseconds): Stream => {
    const known = streams.get(block.deviceId);
    const isSameClock = known?.epoch === block.epoch && Math.abs(shift - known.quickestMs) < ANOTHER_CLOCK_MS;
    // Each measuring of a device counts its samples from the first; what was sent before comes with an older time.
    const isAnew = isSameClock && block.sequence < known.newest && block.arrivedAtMs > known.newestAtMs;
    if (isSameClock && !isAnew) return known;
    const begun: Stream = {
      epoch: block.epoch,
      quickestMs: isSameClock ? known.quickestMs : shift,
      offsetMs: isSameClock ? known.offsetMs : shift,
      newest: -1,
      newestAtMs: block.arrivedAtMs,
      beganAtMs: block.arrivedAtMs,
      pieces: [],
      next: 0,
    };
    streams.set(block.deviceId, begun);
    return begun;
  };

  /**
   * The delay only grows, and no further than its bound: a curve that hurries to catch up would show another heart. It is what a
   * block takes that was lost and comes again over the line as it is now; of one that did come again, what it took.
   */
  const adapt = (stream: Stream, block: WaveBlock, shift: Milliseconds): void => {
    const isNew = block.sequence > stream.newest;
    stream.newest = Math.max(stream.newest, block.sequence);
    stream.newestAtMs = Math.max(stream.newestAtMs, block.arrivedAtMs);
    stream.quickestMs = Math.min(stream.quickestMs, shift);
    const ownMs = blockMs(block);
    const latest = stream.quickestMs + LONGEST_DELAY_MS;
    // Too late for any delay: it says nothing of those that will come in time.
    if (shift + ownMs + MARGIN_MS > latest) return;
    const needed = shift + (isNew ? 1 + repeatsWith(block)[0] : 1) * ownMs + MARGIN_MS;
    stream.offsetMs = Math.max(stream.offsetMs, Math.min(needed, latest));
  };

  const play = (): void => {
    cancel();
    const nowMs = clock.monotonic();
    for (const stream of streams.values()) {
      while (stream.pieces[0] !== undefined && stream.pieces[0].dueMs <= nowMs) {
        const piece = stream.pieces.shift();
        if (piece === undefined) break;
        stream.next = piece.block.sequence + piece.block.samples.length;
        for (const listener of listeners) listener(piece.block);
      }
    }
    const due = [...streams.values()].flatMap(({ pieces }) => pieces[0]?.dueMs ?? []);
    if (due.length > 0) cancel = clock.after(Math.max(1, Math.min(...due) - nowMs), play);
  };

  return {
    push: (block) => {
      const nowMs = clock.monotonic();
      const shift = nowMs - block.arrivedAtMs;
      const stream = streamOf(block, shift);
      if (block.arrivedAtMs < stream.beganAtMs) return;
      adapt(stream, block, shift);
      const inTime = piecesOf(block)
        .map((piece): Piece => ({ block: piece, dueMs: piece.arrivedAtMs + stream.offsetMs }))
        .filter(({ block: piece, dueMs }) => dueMs >= nowMs && piece.sequence >= stream.next);
      stream.pieces = [...stream.pieces, ...inTime].toSorted(
        (one, other) => one.block.sequence - other.block.sequence,
      );
      play();
    },
    onWave: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    delayMs: () => {
      const delays = [...streams.values()].map(({ offsetMs, quickestMs }) => offsetMs - quickestMs);
      return delays.length === 0 ? undefined : Math.max(...delays);
    },
    clear: () => {
      cancel();
      streams.clear();
    },
  };
};
