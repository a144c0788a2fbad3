/**
 * Frames of the TaiDoc family: 51, command, four bytes, A3 to the device or A5 from it, and the low byte of the sum of these seven
 * (glucometerutils td42xx, glucometer-protocols "TaiDoc TD-42xx").
 */
const START = 0x51;
const DIRECTIONS: Readonly<Record<number, TaiDocFrame['from']>> = { 163: 'host', 165: 'device' };
const FRAME_LENGTH = 8;
const DIRECTION_AT = 6;
/** A shorter stretch of bytes outside any frame is a glitch on the line, not a message. */
const SHORTEST_NOISE = 16;
/** Noise that goes on is told in pieces of this many bytes: something else may be streaming. */
const LONGEST_NOISE = 256;

/** Commands of the family; a reply bears the command that it answers. */
export const COMMANDS = {
  connect: 0x22,
  clock: 0x23,
  model: 0x24,
  recordTime: 0x25,
  recordValue: 0x26,
  serialLow: 0x27,
  serialHigh: 0x28,
  recordCount: 0x2b,
  setClock: 0x33,
  saturation: 0x49,
  powerOff: 0x50,
  clearMemory: 0x52,
  /** The device says by itself that it is ready to talk. */
  ready: 0x54,
} as const;

export interface TaiDocFrame {
  readonly from: 'host' | 'device';
  readonly command: number;
  /** Always four bytes. */
  readonly data: Uint8Array;
  readonly raw: Uint8Array;
}

export type FrameEvent =
  | { readonly type: 'frame'; readonly frame: TaiDocFrame }
  /** A frame whose sum is wrong. */
  | { readonly type: 'checksum'; readonly raw: Uint8Array }
  /** Bytes that are no frame, or the beginning of one that never ended. */
  | { readonly type: 'structure'; readonly raw: Uint8Array };

const sumOf = (bytes: readonly number[] | Uint8Array): number =>
  [...bytes].reduce((sum, byte) => (sum + byte) & 0xff, 0);

const frame = (direction: number, command: number, data: readonly number[]): Uint8Array => {
  const covered = [START, command, ...[0, 1, 2, 3].map((index) => data[index] ?? 0), direction];
  return Uint8Array.from([...covered, sumOf(covered)]);
};

/** A frame to the device; what `data` lacks of four bytes is zero. */
export const hostFrame = (command: number, ...data: readonly number[]): Uint8Array =>
  frame(0xa3, command, data);

/** A frame that the device sends. */
export const deviceFrame = (command: number, ...data: readonly number[]): Uint8Array =>
  frame(0xa5, command, data);

/** The first two data bytes as the little-endian number that they are. */
export const numberOf = (data: Uint8Array): number => (data[0] ?? 0) | ((data[1] ?? 0) << 8);

/** Cuts a byte stream into frames. */
export const createFrameReader = (): { push(bytes: Uint8Array): FrameEvent[]; end(): FrameEvent[] } => {
  let pending: number[] = [];
  let noise: number[] = [];
  /** Bytes at the front of `pending` that an event has already told of. */
  let told = 0;

  const dropFirst = (): void => {
    const [first] = pending.splice(0, 1);
    if (told > 0) told -= 1;
    else if (first !== undefined) noise.push(first);
  };

  const flushNoise = (): FrameEvent[] => {
    const raw = Uint8Array.from(noise);
    noise = [];
    return raw.length < SHORTEST_NOISE ? [] : [{ type: 'structure', raw }];
  };

  const wholeFrame = (from: TaiDocFrame['from']): FrameEvent[] => {
    const raw = Uint8Array.from(pending.slice(0, FRAME_LENGTH));
    if (sumOf(raw.subarray(0, -1)) !== raw.at(-1)) {
      const isNews = told === 0;
      // The frame may have lost its end: the next one can begin inside these bytes.
      told = Math.max(told, FRAME_LENGTH);
      dropFirst();
      return isNews ? [...flushNoise(), { type: 'checksum', raw }] : [];
    }
    pending.splice(0, FRAME_LENGTH);
    told = Math.max(0, told - FRAME_LENGTH);
    const [, command = 0] = raw;
    return [...flushNoise(), { type: 'frame', frame: { from, command, data: raw.slice(2, 6), raw } }];
  };

  const cut = (): FrameEvent[] => {
    const events: FrameEvent[] = noise.length < LONGEST_NOISE ? [] : flushNoise();
    while (pending.length > 0) {
      const direction = pending[DIRECTION_AT];
      const from = direction === undefined ? undefined : DIRECTIONS[direction];
      if (pending[0] !== START || (direction !== undefined && from === undefined)) dropFirst();
      else if (from === undefined || pending.length < FRAME_LENGTH) break;
      else events.push(...wholeFrame(from));
    }
    return events;
  };

  return {
    push: (bytes) =>
      // Byte by byte: what is pending stays short, however much comes at once.
      Array.from(bytes).flatMap((byte) => {
        pending.push(byte);
        return cut();
      }),
    end: () => {
      const raw = Uint8Array.from(pending);
      const isCut = told === 0 && raw.length > 1;
      pending = [];
      told = 0;
      return [...flushNoise(), ...(isCut ? [{ type: 'structure' as const, raw }] : [])];
    },
  };
};
