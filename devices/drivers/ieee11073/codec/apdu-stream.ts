import { APDUS, type Apdu, readApdu } from './apdu.ts';
import { isMessageChoice } from './messages.ts';

/** What a stretch of bytes holds. */
export type ApduEvent =
  | { readonly type: 'apdu'; readonly apdu: Apdu; readonly raw: Uint8Array }
  /** Bytes that are no APDU, or one that contradicts itself. */
  | { readonly type: 'damage'; readonly raw: Uint8Array };

/** Largest APDU that an agent may send (20601, profiles of the specializations). */
const LONGEST_APDU = 64_512;
const LONGEST_ASSOCIATION = 1_024;
/** A shorter stretch of bytes between APDUs is a glitch, not a message. */
const SHORTEST_NOISE = 16;
/** Bytes kept of one stretch of noise. */
const NOISE_KEPT = 4_096;

const MORE = 'more';

/** The length that the header of an APDU announces; `more` while too little of it has come; undefined for bytes that begin none. */
const announcedLength = (bytes: Uint8Array, from: number, to: number): number | typeof MORE | undefined => {
  const has = (count: number): boolean => to - from >= count;
  const at = (offset: number): number => ((bytes[from + offset] ?? 0) << 8) | (bytes[from + offset + 1] ?? 0);
  const first = bytes[from] ?? 0;
  if (first < APDUS.associationRequest >> 8 || first > APDUS.data >> 8) return undefined;
  if (has(2) && bytes[from + 1] !== 0) return undefined;
  if (!has(4)) return MORE;
  const length = at(2);
  switch (at(0)) {
    case APDUS.releaseRequest:
    case APDUS.releaseResponse:
    case APDUS.abort:
      if (length !== 2) return undefined;
      break;
    case APDUS.associationRequest:
      if (length < 8 || length > LONGEST_ASSOCIATION || (has(12) && at(10) !== length - 8)) return undefined;
      break;
    case APDUS.associationResponse:
      if (length < 6 || length > LONGEST_ASSOCIATION || (has(10) && at(8) !== length - 6)) return undefined;
      break;
    default:
      if (length < 8 || length > LONGEST_APDU - 4 || (has(6) && at(4) !== length - 2)) return undefined;
      if (has(10) && !isMessageChoice(at(8))) return undefined;
      if (has(12) && at(10) !== length - 8) return undefined;
  }
  return has(4 + length) ? 4 + length : MORE;
};

/** Finds the APDUs in bytes, however they are cut; after damage it goes on with the next header. */
export interface ApduStream {
  push(bytes: Uint8Array): readonly ApduEvent[];
  end(): readonly ApduEvent[];
}

/** A stream of which nothing has come. */
export const createApduStream = (): ApduStream => {
  let store = new Uint8Array(1_024);
  let from = 0;
  let to = 0;
  let noise: number[] = [];
  let isTold = false;
  /** A whole APDU was refused, or one never ended: that is told however short it is. */
  let isLoud = false;

  const add = (bytes: Uint8Array): void => {
    if (to + bytes.length > store.length) {
      const grown = new Uint8Array(Math.max(store.length, 2 * (to - from + bytes.length)));
      grown.set(store.subarray(from, to));
      store = grown;
      to -= from;
      from = 0;
    }
    store.set(bytes, to);
    to += bytes.length;
  };

  const damage = (): ApduEvent[] => {
    const isWorthTelling = !isTold && (isLoud || noise.length >= SHORTEST_NOISE);
    if (!isWorthTelling) return [];
    isTold = true;
    return [{ type: 'damage', raw: Uint8Array.from(noise) }];
  };

  const forget = (): void => {
    noise = [];
    isTold = false;
    isLoud = false;
  };

  const drop = (): void => {
    if (noise.length < NOISE_KEPT) noise.push(store[from] ?? 0);
    from += 1;
  };

  const find = (): ApduEvent[] => {
    const events: ApduEvent[] = [];
    while (from < to) {
      const length = announcedLength(store, from, to);
      if (length === MORE) break;
      const raw = length === undefined ? undefined : store.slice(from, from + length);
      const apdu = raw && readApdu(raw);
      if (raw !== undefined && apdu !== undefined) {
        events.push(...damage(), { type: 'apdu', apdu, raw });
        forget();
        from += raw.length;
        continue;
      }
      isLoud ||= raw !== undefined;
      drop();
    }
    return events;
  };

  return {
    push: (bytes) => {
      add(bytes);
      return find();
    },
    end: () => {
      const events: ApduEvent[] = [];
      // What waits for its end never gets it; an APDU may stand behind its first byte.
      while (from < to) {
        isLoud = true;
        drop();
        events.push(...find());
      }
      events.push(...damage());
      forget();
      from = 0;
      to = 0;
      return events;
    },
  };
};
