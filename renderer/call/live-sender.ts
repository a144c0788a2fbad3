import { LARGEST_DATAGRAM_BYTES } from '#core/call/wave-datagram.ts';
import type { LiveChannelMessage } from '#core/contract/consultation.ts';
import type { LiveFeedback, LiveMessage } from '#core/contract/live.ts';
import type { Milliseconds } from '#core/time.ts';
import { createWavePacker } from './wave-packer.ts';

/** A state is repeated with the cabin's beats for this long after it was told: its datagram may have been lost. */
const REPEAT_FEEDBACK_MS: Milliseconds = 5_000;
const LARGEST_REPEAT = 3;

/** Puts live messages into datagrams. Nothing is queued: what cannot go now is dropped. */
export interface LiveSender {
  send(message: LiveMessage): void;
  /** Datagrams that the link did not take. */
  dropped(): number;
  /** A new peer: what was sent to the old one is not repeated to it. */
  reset(): void;
}

/**
 * `transmit` gives a datagram to the channel, and tells whether it went; `thin` tells whether the line is so thin that a wave should
 * rather come later than cost more.
 */
export const createLiveSender = (transmit: (text: string) => boolean, thin: () => boolean): LiveSender => {
  const waves = createWavePacker();
  const latest = new Map<string, LiveFeedback>();
  let dropped = 0;

  const give = (text: string): void => {
    if (!transmit(text)) dropped += 1;
  };
  const post = (messages: LiveChannelMessage): void => {
    const text = JSON.stringify(messages);
    const fits = new TextEncoder().encode(text).length < LARGEST_DATAGRAM_BYTES;
    // The repetition is what can be spared.
    if (fits) give(text);
    else if (messages.length > 1) post(messages.slice(-1));
    else dropped += 1;
  };

  return {
    send: (message) => {
      switch (message.type) {
        case 'wave':
          for (const text of waves.pack(message, thin())) give(text);
          break;
        case 'feedback':
          latest.set(message.deviceId, message);
          post([message]);
          break;
        case 'beat': {
          for (const text of waves.flush(message.sentAtMs)) give(text);
          const told = [...latest.values()].filter(
            ({ arrivedAtMs }) => message.sentAtMs - arrivedAtMs < REPEAT_FEEDBACK_MS,
          );
          post([...told.slice(-LARGEST_REPEAT), message]);
        }
      }
    },
    dropped: () => dropped,
    reset: () => {
      waves.reset();
      latest.clear();
    },
  };
};
