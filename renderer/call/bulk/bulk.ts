import { createStore, type StoreApi } from 'zustand/vanilla';
import type { BulkAbout, BulkControl, BulkItem } from '#core/contract/bulk.ts';
import type { Failure } from '#core/contract/error-codes.ts';
import type { Result } from '#core/result.ts';
import type { InputFault } from '../input-faults.ts';
import { type ComingItem, createBulkReceiver, type ReceivedItem } from './bulk-receiver.ts';
import { createBulkSender, type SentItem } from './bulk-sender.ts';
import { controlFrame, parseFrame } from './frames.ts';
import type { Sha256 } from './sha256.ts';

export interface BulkSnapshot {
  readonly sent: readonly SentItem[];
  /** Items that are not whole yet. */
  readonly coming: readonly ComingItem[];
}

/** Pictures and sounds over the bulk channel, in both directions, whole or not at all, over any number of reconnections. */
export interface Bulk {
  readonly store: StoreApi<BulkSnapshot>;
  /**
   * Sends an item. `keep`: it is held until `clear` and offered to every later channel too, so that a page that was loaded again has it
   * again. Without, it is forgotten once delivered.
   */
  send(
    itemId: string,
    about: BulkAbout,
    bytes: Uint8Array<ArrayBuffer>,
    options: { readonly keep: boolean },
  ): Promise<Result<BulkItem, Failure>>;
  /** Gives an item up, for instance a picture that a newer one replaces. */
  withdraw(itemId: string): void;
  /** A new channel begins, or none: what has come so far is kept. Before its first message. */
  reset(): void;
  /** The channel is open on this side, and items may go. */
  open(): void;
  /** The channel takes more. */
  ready(): void;
  /** Why it was not taken, if it was not. */
  receive(data: ArrayBuffer): InputFault | undefined;
  /** Forgets everything, sent and received. */
  clear(): void;
}

export interface BulkOptions {
  /** False when the channel is not open, or has enough. */
  readonly send: (frame: Uint8Array<ArrayBuffer>) => boolean;
  readonly sha256: Sha256;
  /** A whole item, once. */
  readonly onItem?: (received: ReceivedItem) => void;
}

/** See `Bulk`. */
export const createBulk = ({ send, sha256, onItem }: BulkOptions): Bulk => {
  const store = createStore<BulkSnapshot>(() => ({ sent: [], coming: [] }));
  const changed = (): void => store.setState({ sent: sender.items(), coming: receiver.items() });
  const replies: BulkControl[] = [];
  const answer = (): void => {
    for (let reply = replies.shift(); reply; reply = replies.shift()) {
      if (send(controlFrame(reply))) continue;
      replies.unshift(reply);
      return;
    }
  };
  const sender = createBulkSender({ send, sha256, changed });
  const receiver = createBulkReceiver({
    reply: (control) => {
      replies.push(control);
      answer();
    },
    sha256,
    changed,
    onItem: (received) => onItem?.(received),
  });

  const takeControl = (control: BulkControl): void => {
    switch (control.type) {
      case 'offer':
      case 'withdrawn':
        receiver.take(control);
        break;
      case 'have':
      case 'received':
      case 'refused':
        sender.take(control);
    }
  };

  return {
    store,
    send: (itemId, about, bytes, { keep }) => sender.add(itemId, about, bytes, keep),
    withdraw: sender.withdraw,
    reset: () => {
      replies.length = 0;
      sender.reset();
      receiver.reset();
    },
    open: sender.open,
    ready: () => {
      answer();
      sender.pump();
    },
    receive: (data) => {
      const frame = parseFrame(data);
      if (!frame.ok) return frame.failure;
      if (frame.value.kind === 'chunk') return receiver.takeChunk(frame.value);
      takeControl(frame.value.control);
      return undefined;
    },
    clear: () => {
      replies.length = 0;
      sender.clear();
      receiver.clear();
    },
  };
};
