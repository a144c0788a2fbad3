import {
  blockMs,
  isOneStream,
  LARGEST_DATAGRAM_BYTES,
  repeatsWith,
  writeWaves,
} from '#core/call/wave-datagram.ts';
import { MOST_SAMPLES, type WaveBlock } from '#core/contract/live.ts';
import type { Milliseconds } from '#core/time.ts';

/** On a thin line every datagram costs some 90 bytes of headers: fewer, longer ones; three of the oximeters' blocks, or nearly. Milliseconds. */
const THIN_BLOCK_MS: Milliseconds = 270;
/** A block that was begun is sent after this, though it is short: its stream has ended. Milliseconds. */
const WAITS_MS: Milliseconds = 600;

const MOST_BACK = 3;

/** Makes datagrams of live waves: joins blocks on a thin line, and repeats what may have been lost. */
export interface WavePacker {
  /** The datagrams that are to go now. */
  pack(block: WaveBlock, thin: boolean): readonly string[];
  /** Those of blocks that have waited too long for their other half. */
  flush(nowMs: Milliseconds): readonly string[];
  /** A new peer: what was sent to the old one is not repeated to it. */
  reset(): void;
}

/** Both as one; undefined when they do not follow each other, or are too long. */
const joined = (one: WaveBlock, next: WaveBlock): WaveBlock | undefined => {
  const length = one.samples.length + next.samples.length;
  if (!isOneStream(one, next) || next.sequence !== one.sequence + one.samples.length) return undefined;
  return length > MOST_SAMPLES
    ? undefined
    : { ...one, ...next, sequence: one.sequence, samples: [...one.samples, ...next.samples] };
};

export const createWavePacker = (): WavePacker => {
  /** The last blocks sent of each device, newest first. */
  const recent = new Map<string, readonly WaveBlock[]>();
  const waiting = new Map<string, WaveBlock>();

  const datagram = (block: WaveBlock): string => {
    // A device that measures anew counts from the first sample again.
    const before = (recent.get(block.deviceId) ?? []).filter(
      (one) => isOneStream(one, block) && one.sequence < block.sequence,
    );
    recent.set(block.deviceId, [block, ...before].slice(0, MOST_BACK));
    const repeated = repeatsWith(block).flatMap((back) => before[back - 1] ?? []);
    for (let first = 0; first < repeated.length; first += 1) {
      const [oldest, ...others] = repeated.slice(first);
      const text = oldest && writeWaves([oldest, ...others, block]);
      if (text && text.length < LARGEST_DATAGRAM_BYTES) return text;
    }
    return writeWaves([block]);
  };

  return {
    pack: (block, thin) => {
      const begun = waiting.get(block.deviceId);
      const whole = begun && joined(begun, block);
      waiting.delete(block.deviceId);
      const ended = begun && !whole ? [datagram(begun)] : [];
      const next = whole ?? block;
      if (!thin || blockMs(next) >= THIN_BLOCK_MS) return [...ended, datagram(next)];
      waiting.set(block.deviceId, next);
      return ended;
    },
    flush: (nowMs) =>
      [...waiting.values()]
        .filter(({ arrivedAtMs }) => nowMs - arrivedAtMs >= WAITS_MS)
        .map((block) => {
          waiting.delete(block.deviceId);
          return datagram(block);
        }),
    reset: () => {
      recent.clear();
      waiting.clear();
    },
  };
};
