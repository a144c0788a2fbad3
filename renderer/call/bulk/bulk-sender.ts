import { BULK_LIMITS, type BulkAbout, type BulkControl, type BulkItem } from '#core/contract/bulk.ts';
import { type Failure, failure } from '#core/contract/error-codes.ts';
import { fail, ok, type Result } from '#core/result.ts';
import { chunkFrame, controlFrame } from './frames.ts';
import type { Sha256 } from './sha256.ts';

/** How far an item has come. `delivered`: the other side holds it whole, and said the same hash. */
export type SentState =
  | { readonly state: 'waiting' }
  | { readonly state: 'sending'; readonly bytes: number }
  | { readonly state: 'delivered' }
  | { readonly state: 'refused'; readonly failure: Failure };

export interface SentItem {
  readonly item: BulkItem;
  readonly sent: SentState;
}

interface Outgoing {
  readonly item: BulkItem;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Offered again to every later channel, though delivered: the page at the other end may have been loaded anew. */
  readonly keep: boolean;
  transfer: number;
  /** The next byte to send; undefined until the other side said what it has. */
  next: number | undefined;
  sent: SentState;
}

/** Sends items whole, over any number of channels, the one that is nearest its end first. */
export interface BulkSender {
  /**
   * Takes an item to send. `TRANSFER_FULL`: more than this channel carries, or too much waits. The same `itemId` again is the same item.
   */
  add(
    itemId: string,
    about: BulkAbout,
    bytes: Uint8Array<ArrayBuffer>,
    keep: boolean,
  ): Promise<Result<BulkItem, Failure>>;
  /** Gives an item up, wherever it is. */
  withdraw(itemId: string): void;
  /** There is no channel any more, or another one: nothing goes until `open`. */
  reset(): void;
  /** The new channel is open: everything that is not delivered, or is kept, is offered. */
  open(): void;
  /** The channel takes more. */
  pump(): void;
  take(control: Extract<BulkControl, { type: 'have' | 'received' | 'refused' }>): void;
  items(): readonly SentItem[];
  clear(): void;
}

interface BulkSenderOptions {
  /** False when the channel is not open, or has enough. */
  readonly send: (frame: Uint8Array<ArrayBuffer>) => boolean;
  readonly sha256: Sha256;
  readonly changed: () => void;
}

/** A sender with nothing to send; see `BulkSender`. */
export const createBulkSender = ({ send, sha256, changed }: BulkSenderOptions): BulkSender => {
  const outgoing = new Map<string, Outgoing>();
  const controls: BulkControl[] = [];
  let transfers = 0;
  let isOpen = false;
  let isPumping = false;
  let round = 0;

  const isUnderWay = ({ sent }: Outgoing): boolean => sent.state === 'waiting' || sent.state === 'sending';
  const pendingBytes = (): number =>
    [...outgoing.values()].reduce(
      (sum, each) => sum + (each.keep || isUnderWay(each) ? each.bytes.length : 0),
      0,
    );

  const settle = (each: Outgoing, sent: SentState): void => {
    each.sent = sent;
    each.next = undefined;
    if (!each.keep) outgoing.delete(each.item.itemId);
    changed();
  };

  const offer = (each: Outgoing): void => {
    each.transfer = transfers;
    transfers = (transfers + 1) % 65_536;
    each.next = undefined;
    controls.push({ type: 'offer', transfer: each.transfer, item: each.item });
  };

  /** What has least left: a small picture does not wait behind a large one. */
  const nearestEnd = (): (Outgoing & { next: number }) | undefined => {
    let nearest: (Outgoing & { next: number }) | undefined;
    for (const each of outgoing.values()) {
      if (each.next === undefined || each.next >= each.bytes.length) continue;
      const left = each.bytes.length - each.next;
      if (!nearest || left < nearest.bytes.length - nearest.next)
        nearest = each as Outgoing & { next: number };
    }
    return nearest;
  };

  const sendControls = (): boolean => {
    for (let control = controls.shift(); control; control = controls.shift()) {
      if (send(controlFrame(control))) continue;
      controls.unshift(control);
      return false;
    }
    return true;
  };

  const sendChunks = (): void => {
    for (let each = nearestEnd(); each; each = nearestEnd()) {
      const { next } = each;
      if (!send(chunkFrame(each.transfer, next, each.bytes))) return;
      each.next = Math.min(next + BULK_LIMITS.chunkBytes, each.bytes.length);
      each.sent = { state: 'sending', bytes: each.next };
    }
  };

  const pump = (): void => {
    // An answer may come while something is being sent: the loop that runs takes what follows from it.
    if (!isOpen || isPumping) return;
    isPumping = true;
    while (sendControls()) {
      sendChunks();
      if (controls.length === 0) break;
    }
    isPumping = false;
    changed();
  };

  return {
    add: async (itemId, about, bytes, keep) => {
      const known = outgoing.get(itemId);
      if (known) return ok(known.item);
      const tooMuch =
        bytes.length > BULK_LIMITS.itemBytes || pendingBytes() + bytes.length > BULK_LIMITS.pendingBytes;
      if (bytes.length === 0 || tooMuch) return fail(failure('TRANSFER_FULL', `${bytes.length} bytes`));
      const mine = round;
      const item: BulkItem = { itemId, byteLength: bytes.length, sha256: await sha256(bytes), about };
      if (mine !== round) return fail(failure('CALL_LOST'));
      const each: Outgoing = { item, bytes, keep, transfer: 0, next: undefined, sent: { state: 'waiting' } };
      outgoing.set(itemId, each);
      if (isOpen) offer(each);
      changed();
      pump();
      return ok(item);
    },
    withdraw: (itemId) => {
      if (!outgoing.delete(itemId)) return;
      controls.push({ type: 'withdrawn', itemId });
      changed();
      pump();
    },
    reset: () => {
      isOpen = false;
      controls.length = 0;
      for (const each of outgoing.values()) each.next = undefined;
    },
    open: () => {
      isOpen = true;
      controls.length = 0;
      for (const each of outgoing.values()) if (each.sent.state !== 'refused') offer(each);
      pump();
    },
    pump,
    take: (control) => {
      const each = outgoing.get(control.itemId);
      if (!each) return;
      switch (control.type) {
        case 'have':
          if (control.bytes > each.bytes.length) return;
          each.next = control.bytes;
          // Everything was lost with the page at the other end.
          each.sent = { state: 'sending', bytes: control.bytes };
          pump();
          break;
        case 'received':
          settle(
            each,
            control.sha256 === each.item.sha256
              ? { state: 'delivered' }
              : { state: 'refused', failure: failure('TRANSFER_DAMAGED', 'hash') },
          );
          break;
        case 'refused':
          settle(each, { state: 'refused', failure: failure(control.code) });
      }
    },
    items: () => [...outgoing.values()].map(({ item, sent }) => ({ item, sent })),
    clear: () => {
      round += 1;
      isOpen = false;
      controls.length = 0;
      outgoing.clear();
      changed();
    },
  };
};
