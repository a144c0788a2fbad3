import { BULK_LIMITS, type BulkControl, type BulkItem } from '#core/contract/bulk.ts';
import type { InputFault } from '../input-faults.ts';
import type { BulkFrame } from './frames.ts';
import type { Sha256 } from './sha256.ts';

/** An item that came whole: its bytes are what the sender's hash says. */
export interface ReceivedItem {
  readonly item: BulkItem;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export interface ComingItem {
  readonly item: BulkItem;
  readonly bytes: number;
}

interface Partial {
  readonly item: BulkItem;
  readonly bytes: Uint8Array<ArrayBuffer>;
  have: number;
  /** How many times it came whole and was not what its hash says. */
  damaged: number;
}

/** Puts items together over any number of channels; each is given on once, whole, or never. */
export interface BulkReceiver {
  /** A new channel: its transfers are numbered anew; what has come so far is kept. */
  reset(): void;
  take(control: Extract<BulkControl, { type: 'offer' | 'withdrawn' }>): void;
  /** Why it was not taken, if that is anybody's fault. */
  takeChunk(chunk: Extract<BulkFrame, { kind: 'chunk' }>): InputFault | undefined;
  items(): readonly ComingItem[];
  clear(): void;
}

interface BulkReceiverOptions {
  readonly reply: (control: BulkControl) => void;
  readonly sha256: Sha256;
  readonly changed: () => void;
  readonly onItem: (received: ReceivedItem) => void;
}

/** A whole item that is not what its hash says is asked for once more, then refused. */
const DAMAGED_LIMIT = 2;
/** Bytes of whole items that were given on since `clear`: whoever keeps them keeps no more than this. */
const KEPT_BYTES = 320_000_000;
/** Ids of whole items that are remembered, so that none is given on twice. */
const REMEMBERED = 1_000;

/** A receiver that has nothing; see `BulkReceiver`. */
export const createBulkReceiver = (options: BulkReceiverOptions): BulkReceiver => {
  const { reply, sha256, changed, onItem } = options;
  const partials = new Map<string, Partial>();
  const transfers = new Map<number, Partial>();
  /** Every transfer of this channel: pieces of one that was dropped may still be under way. */
  const offered = new Set<number>();
  const whole = new Map<string, string>();
  let round = 0;
  let keptBytes = 0;

  const remember = (itemId: string, hash: string): void => {
    whole.set(itemId, hash);
    const [oldest] = whole.keys();
    if (whole.size > REMEMBERED && oldest !== undefined) whole.delete(oldest);
  };

  const drop = (itemId: string): void => {
    const partial = partials.get(itemId);
    partials.delete(itemId);
    for (const [transfer, each] of transfers) if (each === partial) transfers.delete(transfer);
  };

  const check = async (partial: Partial): Promise<void> => {
    const mine = round;
    const { item, bytes } = partial;
    const hash = await sha256(bytes);
    if (mine !== round || partials.get(item.itemId) !== partial) return;
    if (hash === item.sha256) {
      drop(item.itemId);
      remember(item.itemId, hash);
      if (item.about.kind !== 'line-picture') keptBytes += item.byteLength;
      onItem({ item, bytes });
      reply({ type: 'received', itemId: item.itemId, sha256: hash });
    } else {
      partial.damaged += 1;
      partial.have = 0;
      if (partial.damaged < DAMAGED_LIMIT) reply({ type: 'have', itemId: item.itemId, bytes: 0 });
      else {
        drop(item.itemId);
        reply({ type: 'refused', itemId: item.itemId, code: 'TRANSFER_DAMAGED' });
      }
    }
    changed();
  };

  const begin = (item: BulkItem): Partial | undefined => {
    const known = partials.get(item.itemId);
    if (known?.item.sha256 === item.sha256 && known.item.byteLength === item.byteLength) return known;
    if (known) drop(item.itemId);
    const pending = [...partials.values()].reduce((sum, { bytes }) => sum + bytes.length, 0);
    if (pending + item.byteLength > BULK_LIMITS.pendingBytes) return undefined;
    if (keptBytes + item.byteLength > KEPT_BYTES) return undefined;
    const partial: Partial = { item, bytes: new Uint8Array(item.byteLength), have: 0, damaged: 0 };
    partials.set(item.itemId, partial);
    return partial;
  };

  return {
    reset: () => {
      transfers.clear();
      offered.clear();
    },
    take: (control) => {
      if (control.type === 'withdrawn') {
        drop(control.itemId);
        changed();
        return;
      }
      const { item, transfer } = control;
      offered.add(transfer);
      const held = whole.get(item.itemId);
      if (held !== undefined) {
        reply({ type: 'received', itemId: item.itemId, sha256: held });
        return;
      }
      const partial = begin(item);
      if (!partial) {
        reply({ type: 'refused', itemId: item.itemId, code: 'TRANSFER_FULL' });
        return;
      }
      transfers.set(transfer, partial);
      // One that is whole is being checked, and the answer is under way.
      if (partial.have < item.byteLength) reply({ type: 'have', itemId: item.itemId, bytes: partial.have });
      changed();
    },
    takeChunk: ({ transfer, offset, bytes }) => {
      const partial = transfers.get(transfer);
      if (!partial) return offered.has(transfer) ? undefined : 'MESSAGE_OUT_OF_ORDER';
      // The channel is in order, and loses nothing.
      if (offset !== partial.have) return 'MESSAGE_OUT_OF_ORDER';
      if (offset + bytes.length > partial.bytes.length) return 'INVALID_MESSAGE';
      partial.bytes.set(bytes, offset);
      partial.have += bytes.length;
      changed();
      if (partial.have === partial.bytes.length) void check(partial);
      return undefined;
    },
    items: () => [...partials.values()].map(({ item, have }) => ({ item, bytes: have })),
    clear: () => {
      round += 1;
      keptBytes = 0;
      partials.clear();
      transfers.clear();
      whole.clear();
      changed();
    },
  };
};
