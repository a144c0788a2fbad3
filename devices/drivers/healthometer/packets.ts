/**
 * Packets of "Communication Protocols" (Pelstar, REV20230711).
 * At 9600 baud: fields of ESC, a letter and text, from `ESC R` to `ESC E`; the first packet of scales with "L" in their serial number
 * begins with `6R` instead. At 2400 baud (2595KL and the baby scales): a start byte 01 or 02, six to eight bytes and text, and CR.
 */
export type PacketEvent =
  /** A stretch of bytes from a start to an end; what stands between is not judged yet. */
  | { readonly type: 'packet'; readonly raw: Uint8Array }
  | { readonly type: 'damage'; readonly raw: Uint8Array };

const ESCAPE = 0x1b;
const LETTER_R = 0x52;
const LETTER_E = 0x45;
const CARRIAGE_RETURN = 0x0d;
const LINE_FEED = 0x0a;
/** The longest packets of the document have 63 and 12 bytes. */
const LONGEST = { escape: 72, short: 12 } as const;

const isShortStart = (byte: number | undefined): boolean => byte === 0x01 || byte === 0x02;

/** Cuts a byte stream into packets. */
export const createPacketReader = (): { push(bytes: Uint8Array): PacketEvent[]; end(): PacketEvent[] } => {
  let pending: number[] = [];

  /** Gives out what is pending, up to its last `keep` bytes, which begin the next packet. */
  const close = (type: PacketEvent['type'], keep: number): PacketEvent[] => {
    const raw = Uint8Array.from(pending.slice(0, pending.length - keep));
    pending = pending.slice(pending.length - keep);
    return raw.length === 0 ? [] : [{ type, raw }];
  };

  const take = (byte: number): PacketEvent[] => {
    const isLineEnd = byte === CARRIAGE_RETURN || byte === LINE_FEED;
    if (isLineEnd && pending.length === 0) return [];
    pending.push(byte);
    const isEscaped = pending.at(-2) === ESCAPE;
    if (isEscaped && byte === LETTER_R) return close('damage', 2);
    if (isShortStart(byte)) return close('damage', 1);
    const isShort = isShortStart(pending[0]);
    if (isShort ? byte === CARRIAGE_RETURN : isEscaped && byte === LETTER_E) return close('packet', 0);
    return pending.length > (isShort ? LONGEST.short : LONGEST.escape) ? close('damage', 0) : [];
  };

  return { push: (bytes) => Array.from(bytes).flatMap(take), end: () => close('damage', 0) };
};
