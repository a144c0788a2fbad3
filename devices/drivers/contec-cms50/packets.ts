import { flatMapBytes } from '../../kit/bytes.ts';

/**
 * Packets of "Communication protocol of pulse oximeter V7.0" (Contec, 2010-07-08).
 * Byte 0 is the type (bit 7 clear); byte 1 holds bit 7 of each data byte (bit k for data byte k); every byte after the type has bit 7 set.
 */

/** Whole length of each device packet, type byte included. */
const DEVICE_PACKET_LENGTHS: ReadonlyMap<number, number> = new Map([
  [0x01, 9],
  [0x04, 9],
  [0x05, 9],
  [0x07, 8],
  [0x08, 8],
  [0x09, 6],
  [0x0a, 4],
  [0x0b, 4],
  [0x0c, 2],
  [0x0d, 3],
  [0x0e, 3],
  [0x0f, 8],
  [0x10, 3],
  [0x11, 9],
  [0x12, 8],
  [0x15, 9],
]);

/**
 * Answers that the document does not describe: they last until the next byte with bit 7 clear. In published sessions with a CMS50D+
 * (MarkMLl/Contec_cms50dplus, headrotor/contec_data) type 06 has four bytes and the others have nine.
 */
const UNDOCUMENTED_TYPES: ReadonlySet<number> = new Set([0x02, 0x03, 0x06, 0x13, 0x14]);

/** Types that end by length and carry no high byte, so that nothing but the type is in them. */
const HEADER_LENGTH = 2;

/** One whole packet, its data bytes restored to eight bits. */
export interface Packet {
  readonly type: number;
  readonly data: Uint8Array;
  readonly raw: Uint8Array;
}

export type PacketEvent =
  | { readonly type: 'packet'; readonly packet: Packet }
  /** Bytes that no packet can explain. */
  | { readonly type: 'damage'; readonly raw: Uint8Array };

const NONE: readonly PacketEvent[] = [];

/** Bytes of a packet after its type: so many may come before the first whole one. */
const LONGEST_BEGINNING = 8;

/** Data bytes with bit 7 put back from the high byte. */
const restore = (raw: Uint8Array): Uint8Array => {
  const high = raw[1] ?? 0;
  return raw.slice(HEADER_LENGTH).map((wire, index) => (wire & 0x7f) | (((high >> index) & 1) << 7));
};

/** Cuts a byte stream into packets, resynchronising on every byte with bit 7 clear. */
export const createPacketReader = (): { push(bytes: Uint8Array): readonly PacketEvent[] } => {
  let pending: number[] = [];
  /** A recording may begin inside a packet: so many bytes without a start were the rest of one. */
  let unexplained = 0;
  let hasBegun = false;
  /** One stretch of stray bytes is one damage, however long. */
  let isStraying = false;

  const start = (byte: number): PacketEvent[] => {
    const first = pending[0];
    const isCut = first !== undefined && !UNDOCUMENTED_TYPES.has(first);
    const cut = Uint8Array.from(pending);
    const isKnown = DEVICE_PACKET_LENGTHS.has(byte) || UNDOCUMENTED_TYPES.has(byte);
    hasBegun = true;
    isStraying = !isKnown;
    pending = isKnown ? [byte] : [];
    return [
      ...(isCut ? [{ type: 'damage' as const, raw: cut }] : []),
      ...(isKnown ? [] : [{ type: 'damage' as const, raw: Uint8Array.of(byte) }]),
    ];
  };

  const stray = (byte: number): readonly PacketEvent[] => {
    unexplained += 1;
    if (isStraying || (!hasBegun && unexplained <= LONGEST_BEGINNING)) return NONE;
    isStraying = true;
    return [{ type: 'damage', raw: Uint8Array.of(byte) }];
  };

  const follow = (byte: number): readonly PacketEvent[] => {
    const first = pending[0];
    if (first === undefined) return stray(byte);
    if (UNDOCUMENTED_TYPES.has(first)) return NONE;
    pending.push(byte);
    if (pending.length < (DEVICE_PACKET_LENGTHS.get(first) ?? 0)) return NONE;
    const raw = Uint8Array.from(pending);
    pending = [];
    return [{ type: 'packet', packet: { type: first, data: restore(raw), raw } }];
  };

  return {
    push: (bytes) => flatMapBytes(bytes, (byte) => (byte < 0x80 ? start(byte) : follow(byte))),
  };
};

const HOST_PACKET_TYPE = 0x7d;
const HOST_DATA_BYTES = 7;

/** A host packet: type 7D, high byte, command and six parameter bytes. */
export const hostPacket = (command: number, ...parameters: number[]): Uint8Array => {
  const data = Array.from({ length: HOST_DATA_BYTES }, (_, index) =>
    index === 0 ? command : (parameters[index - 1] ?? 0),
  );
  const high = data.reduce((bits, byte, index) => bits | ((byte >> 7) << index), 0x80);
  return Uint8Array.from([HOST_PACKET_TYPE, high, ...data.map((byte) => byte | 0x80)]);
};

/** A command of the host, without its parameters. */
interface HostCommand {
  readonly command: number;
  readonly raw: Uint8Array;
}

/** Commands in what the host sends; anything that is not a whole host packet is ignored, as a device does. */
export const createHostReader = (): { push(bytes: Uint8Array): HostCommand[] } => {
  let pending: number[] = [];
  return {
    push: (bytes) =>
      Array.from(bytes).flatMap((byte) => {
        if (byte < 0x80) pending = byte === HOST_PACKET_TYPE ? [byte] : [];
        else if (pending.length > 0) pending.push(byte);
        if (pending.length < HEADER_LENGTH + HOST_DATA_BYTES) return [];
        const [, high = 0, command = 0] = pending;
        const raw = Uint8Array.from(pending);
        pending = [];
        return [{ command: (command & 0x7f) | ((high & 1) << 7), raw }];
      }),
  };
};

/** A device packet with its data bytes spread over wire and high byte. */
export const devicePacket = (type: number, ...data: number[]): Uint8Array => {
  const high = data.reduce((bits, byte, index) => bits | ((byte >> 7) << index), 0x80);
  return Uint8Array.from([type, high, ...data.map((byte) => byte | 0x80)]);
};

/** Host commands used here (V7.0, command table). */
export const COMMANDS = {
  startRealTime: 0xa1,
  stopRealTime: 0xa2,
  stopStoredData: 0xa7,
  deviceId: 0xaa,
  perfusionIndexSupport: 0xac,
  keepAlive: 0xaf,
} as const;

/** Device packet types used here (V7.0, answer table). */
export const TYPES = {
  realTime: 0x01,
  deviceId: 0x04,
  commandResult: 0x0b,
  stopped: 0x0c,
  perfusionIndexSupport: 0x0e,
  /** Three pairs of saturation and pulse rate, one a second (V7.0, stored data). */
  storedData: 0x0f,
  /** Saturation, pulse rate and perfusion index of one second. */
  storedWithIndex: 0x09,
} as const;

/** Text of a device-id packet: seven characters, padded with blanks. */
export const deviceIdText = (data: Uint8Array): string =>
  Array.from(data, (byte) => (byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : ''))
    .join('')
    .trim();
