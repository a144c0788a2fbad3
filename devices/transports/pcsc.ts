import { cardKindOf } from '#core/identity/vitale-card.ts';
import type { CardKind, CardPresence, ReadFault, VitaleReader } from '#core/identity/vitale-reader.ts';
import { fail, type Result } from '#core/result.ts';
import type { Clock, Milliseconds } from '#core/time.ts';
import { wordsOf } from './hid-library.ts';
import { loadPcscLibrary, type PcscClient, type PcscLibrary, type PcscReader } from './pcsc-library.ts';

/** Bits of SCARD_READERSTATE. */
const PRESENT = 0x20;
const MUTE = 0x200;
/** Above the bits: how often a card came or went. */
const COUNT_SHIFT = 16;
/** Windows stops its service while no reader is plugged in, and starts it with the next one. */
const RETRY_MS: Milliseconds = 3_000;

/** What stands in one reader. `looking` until the card has said what it is. */
type Slot = { readonly count: number; readonly holds: 'empty' | 'mute' | 'looking' | CardKind };

/** The card of most weight in any of the readers: a professional's own stands beside the patient's in readers with two slots. */
const ORDER = ['vitale', 'mute', 'unknown', 'other', 'professional'] as const;

const presenceIn = (slots: readonly Slot[]): CardPresence => {
  if (slots.length === 0) return { status: 'no-reader' };
  const found = ORDER.find((kind) => slots.some(({ holds }) => holds === kind));
  if (found === undefined) return { status: 'empty' };
  return found === 'mute' ? { status: 'mute' } : { status: 'present', kind: found };
};

export interface PcscOptions {
  readonly clock: Clock;
  readonly load?: () => Result<PcscLibrary, string>;
}

/**
 * The readers of this machine by PC/SC: whether a card stands in one, and what its answer to reset says it is. No command is sent to
 * the card and nothing of it is read; `read` says so. A service that goes away or is not there is asked for again and again.
 */
export const createPcscVitaleReader = ({ clock, load = loadPcscLibrary }: PcscOptions): VitaleReader => {
  const listeners = new Set<(presence: CardPresence) => void>();
  const slots = new Map<PcscReader, Slot>();
  let told: CardPresence = { status: 'no-reader' };
  let client: PcscClient | undefined;
  let cancelRetry = (): void => undefined;
  let isClosed = false;

  const tell = (presence: CardPresence): void => {
    if (isClosed || JSON.stringify(presence) === JSON.stringify(told)) return;
    told = presence;
    for (const listener of listeners) listener(presence);
  };
  const tellSlots = (): void => {
    // A card that has not yet said what it is changes nothing: it will in a moment.
    if (![...slots.values()].some(({ holds }) => holds === 'looking')) tell(presenceIn([...slots.values()]));
  };

  /** The answer to reset as the service keeps it: the event of pcsc-mini 0.1.3 carries spoilt bytes on Linux. */
  const lookAt = async (library: PcscLibrary, reader: PcscReader): Promise<CardKind> => {
    try {
      const card = await reader.connect(library.CardMode.SHARED);
      try {
        return cardKindOf((await card.state()).atr);
      } finally {
        await card.disconnect(library.CardDisposition.LEAVE);
      }
    } catch {
      // Another program holds it, or it was taken out already.
      return 'unknown';
    }
  };

  const change = (library: PcscLibrary, reader: PcscReader, raw: number): void => {
    const count = raw >>> COUNT_SHIFT;
    const isPresent = (raw & PRESENT) !== 0;
    if (!isPresent || (raw & MUTE) !== 0) {
      slots.set(reader, { count, holds: isPresent ? 'mute' : 'empty' });
      tellSlots();
      return;
    }
    const before = slots.get(reader);
    // Looking at a card is a change of its reader too.
    if (before?.count === count && before.holds !== 'empty' && before.holds !== 'mute') return;
    const looking: Slot = { count, holds: 'looking' };
    slots.set(reader, looking);
    void lookAt(library, reader).then((kind) => {
      if (slots.get(reader) !== looking) return;
      slots.set(reader, { count, holds: kind });
      tellSlots();
    });
  };

  const take = (library: PcscLibrary, reader: PcscReader): void => {
    slots.set(reader, { count: -1, holds: 'empty' });
    reader.on('change', ({ raw }) => {
      if (slots.has(reader)) change(library, reader, raw);
    });
    reader.on('disconnect', () => {
      slots.delete(reader);
      tellSlots();
    });
  };

  const stop = (): void => {
    const stopping = client;
    client = undefined;
    slots.clear();
    try {
      stopping?.stop();
    } catch {
      // The service is gone: there is nothing left to stop.
    }
  };

  const failed = (thrown: unknown): void => {
    stop();
    if (isClosed) return;
    tell({ status: 'unavailable', detail: wordsOf(thrown) });
    cancelRetry = clock.after(RETRY_MS, begin);
  };

  const begin = (): void => {
    const loaded = load();
    if (!loaded.ok) {
      // It will not come while the program runs.
      tell({ status: 'unavailable', detail: loaded.failure });
      return;
    }
    const library = loaded.value;
    try {
      const starting = new library.Client();
      client = starting;
      starting.on('error', (error) => {
        if (client === starting) failed(error);
      });
      starting.on('reader', (reader) => {
        if (client === starting) take(library, reader);
      });
      starting.start();
      tellSlots();
    } catch (thrown) {
      failed(thrown);
    }
  };

  const fault = (): ReadFault => {
    if (told.status === 'mute') return 'mute';
    if (told.status !== 'present') return 'no-card';
    return told.kind === 'vitale' || told.kind === 'unknown' ? 'not-licensed' : 'not-vitale';
  };

  begin();
  return {
    watch: (listener) => {
      listeners.add(listener);
      listener(told);
      return () => void listeners.delete(listener);
    },
    read: () => Promise.resolve(fail(fault())),
    close: () => {
      isClosed = true;
      cancelRetry();
      stop();
      listeners.clear();
    },
  };
};
