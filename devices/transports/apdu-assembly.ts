import { concatBytes } from '../kit/bytes.ts';

/** An APDU begins with its kind and the length of what follows, two bytes each. */
const HEADER_LENGTH = 4;
/** First byte of each kind of APDU (IEEE 11073-20601: association, release, abort, presentation); the second one is 0. */
const KINDS: ReadonlySet<number> = new Set([0xe2, 0xe3, 0xe4, 0xe5, 0xe6, 0xe7]);

/** Puts the packets of one endpoint together to APDUs. */
export interface ApduAssembly {
  /** Takes one packet; returns what it completed. Bytes that begin no APDU come back as they are. */
  push(packet: Uint8Array): readonly Uint8Array[];
  /** Nothing more comes: returns what was never completed. */
  flush(): readonly Uint8Array[];
}

const beginsApdu = ([kind, zero]: Uint8Array): boolean =>
  kind !== undefined && KINDS.has(kind) && (zero === undefined || zero === 0);

const lengthOf = (bytes: Uint8Array): number | undefined =>
  bytes.length < HEADER_LENGTH ? undefined : HEADER_LENGTH + (((bytes[2] ?? 0) << 8) | (bytes[3] ?? 0));

/** An assembly that holds nothing yet. */
export const createApduAssembly = (): ApduAssembly => {
  let held: Uint8Array = new Uint8Array();

  const flush = (): readonly Uint8Array[] => {
    const rest = held;
    held = new Uint8Array();
    return rest.length === 0 ? [] : [rest];
  };

  return {
    push: (packet) => {
      held = held.length === 0 ? packet : concatBytes([held, packet]);
      const complete: Uint8Array[] = [];
      while (held.length > 0) {
        if (!beginsApdu(held)) return [...complete, ...flush()];
        const length = lengthOf(held);
        if (length === undefined || held.length < length) return complete;
        complete.push(held.slice(0, length));
        held = held.slice(length);
      }
      return complete;
    },
    flush,
  };
};
