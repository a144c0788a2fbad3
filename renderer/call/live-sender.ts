import type { LiveChannelMessage } from '#core/contract/consultation.ts';
import type { LiveFeedback, LiveMessage, WaveBlock } from '#core/contract/live.ts';
import type { Milliseconds } from '#core/time.ts';

/** A datagram larger than this is cut by the network, and lost as a whole with any of its parts. */
export const LARGEST_DATAGRAM_BYTES = 1_200;
/** Two blocks of this many samples, each under 8 characters, fit into one datagram. */
const LARGEST_BLOCK_SAMPLES = 48;
/** Steps of 1/10000 of full scale: a hundred times finer than any device of ours. */
const SAMPLE_DECIMALS = 4;
/** A state is repeated with the cabin's beats for this long after it was told: its datagram may have been lost. */
const REPEAT_FEEDBACK_MS: Milliseconds = 5_000;
const LARGEST_REPEAT = 3;
/** A block is sent again with the third one after it: datagrams are lost up to three in a row. */
const REPEAT_AFTER_BLOCKS = 3;

/** Puts live messages into datagrams. Nothing is queued: what cannot go now is dropped. */
export interface LiveSender {
  send(message: LiveMessage): void;
  /** Datagrams that the link did not take. */
  dropped(): number;
  /** A new peer: what was sent to the old one is not repeated to it. */
  reset(): void;
}

const rounded = (sample: number | null): number | null =>
  sample === null ? null : Number(sample.toFixed(SAMPLE_DECIMALS));

/** Cuts a block into ones that fit; each says the number of its own first sample. */
export const splitBlock = (block: WaveBlock): readonly WaveBlock[] => {
  const parts: WaveBlock[] = [];
  for (let start = 0; start < block.samples.length; start += LARGEST_BLOCK_SAMPLES) {
    const samples = block.samples.slice(start, start + LARGEST_BLOCK_SAMPLES).map(rounded);
    const later = block.samples.length - start - samples.length;
    parts.push({
      ...block,
      sequence: block.sequence + start,
      arrivedAtMs: block.arrivedAtMs - (later / block.sampleRateHz) * 1_000,
      samples,
    });
  }
  return parts;
};

/** `transmit` gives a datagram to the channel, and tells whether it went. */
export const createLiveSender = (transmit: (text: string) => boolean): LiveSender => {
  const recent = new Map<string, readonly WaveBlock[]>();
  const latest = new Map<string, LiveFeedback>();
  let dropped = 0;

  const post = (messages: LiveChannelMessage): void => {
    const text = JSON.stringify(messages);
    const fits = new TextEncoder().encode(text).length < LARGEST_DATAGRAM_BYTES;
    // The repetition is what can be spared.
    if (!fits && messages.length > 1) post(messages.slice(-1));
    else if (!fits || !transmit(text)) dropped += 1;
  };

  const sendWave = (block: WaveBlock): void => {
    for (const part of splitBlock(block)) {
      const before = recent.get(part.deviceId) ?? [];
      recent.set(part.deviceId, [...before, part].slice(-REPEAT_AFTER_BLOCKS));
      const repeated = before.length === REPEAT_AFTER_BLOCKS ? before.slice(0, 1) : [];
      post([...repeated, part]);
    }
  };

  return {
    send: (message) => {
      switch (message.type) {
        case 'wave':
          sendWave(message);
          break;
        case 'feedback':
          latest.set(message.deviceId, message);
          post([message]);
          break;
        case 'beat': {
          const told = [...latest.values()].filter(
            ({ arrivedAtMs }) => message.sentAtMs - arrivedAtMs < REPEAT_FEEDBACK_MS,
          );
          post([...told.slice(-LARGEST_REPEAT), message]);
        }
      }
    },
    dropped: () => dropped,
    reset: () => {
      recent.clear();
      latest.clear();
    },
  };
};
