import { CONTROLS } from './frames.ts';

/** The sending side of ASTM E1381, as the simulated meter plays it. */
export interface Sender {
  /** EOT from the host: EOT, the first frame and ENQ, as the published meter answers. */
  wake(): void;
  /** ACK: the next frame; the first one again after ENQ. EOT after the last. */
  acknowledged(): void;
  /** NAK: the same frame again, six times at most. */
  refused(): void;
  /** Between the first ACK and the last. */
  isSending(): boolean;
}

interface SenderOptions {
  /** The frames of a transmission that begins now. */
  frames(): readonly Uint8Array[];
  send(...parts: readonly Uint8Array[]): void;
  /** A transmission is over. */
  onDone(): void;
}

const TRIES = 6;

/** A sender at rest. */
export const createSender = ({ frames, send, onDone }: SenderOptions): Sender => {
  let queue: readonly Uint8Array[] = [];
  /** Frame under way; undefined at rest, -1 when ENQ waits for its ACK. */
  let at: number | undefined;
  let tries = 0;

  const sendFrame = (): void => {
    const frame = queue[at ?? -1];
    if (frame !== undefined) {
      send(frame);
      return;
    }
    at = undefined;
    send(Uint8Array.of(CONTROLS.eot));
    onDone();
  };

  return {
    isSending: () => at !== undefined && at >= 0,
    wake: () => {
      queue = frames();
      at = -1;
      send(Uint8Array.of(CONTROLS.eot), queue[0] ?? new Uint8Array(), Uint8Array.of(CONTROLS.enq));
    },
    acknowledged: () => {
      if (at === undefined) return;
      at += 1;
      tries = 0;
      sendFrame();
    },
    refused: () => {
      if (at === undefined || at < 0) return;
      tries += 1;
      if (tries > TRIES) at = queue.length;
      sendFrame();
    },
  };
};
