/**
 * Frames of the A&D TM-2655 and TM-2657: SYN SYN SOH, two address characters, then either ACK or NAK,
 * or STX, text, ETX and BCC, where BCC is the XOR of all bytes between STX and ETX, both excluded.
 */
const SYN = 0x16;
const SOH = 0x01;
const STX = 0x02;
const ETX = 0x03;
const ACK = 0x06;
const NAK = 0x15;
/** Separates the fields of a result. */
export const RECORD_SEPARATOR = 0x1e;

/** What the device sends always bears the address "00". */
const DEVICE_ADDRESS = [0x30, 0x30] as const;
/** ST and SP bear the address "0 ". */
const START_ADDRESS = [0x30, 0x20] as const;

const HEADER_LENGTH = 5;
/** Longest text: a result in format RA has about 120 bytes, a pulse table 20 and 8 for every pulse of up to two minutes. */
const LONGEST_TEXT = 2_048;
/** A shorter stretch of bytes outside any frame is a glitch on the line, not a message. */
const SHORTEST_NOISE = 16;
/** Noise that goes on is told in pieces of this many bytes: something else may be streaming. */
const LONGEST_NOISE = 256;

/** What a stretch of the stream is; together the stretches are the stream. */
export type FrameEvent =
  | { readonly type: 'ack' | 'nak'; readonly raw: Uint8Array }
  | { readonly type: 'text'; readonly text: Uint8Array; readonly raw: Uint8Array }
  /** A whole frame whose BCC is wrong. */
  | { readonly type: 'checksum'; readonly raw: Uint8Array }
  /** Bytes that are no frame, or the start of one that never ended. */
  | { readonly type: 'structure'; readonly raw: Uint8Array }
  /** A few bytes outside any frame: a glitch. */
  | { readonly type: 'noise'; readonly raw: Uint8Array };

/** XOR of the bytes (TM-2655 protocol, BCC). */
export const blockCheck = (text: Uint8Array): number => text.reduce((check, byte) => check ^ byte, 0);

const HEADER_PATTERN: readonly ((byte: number) => boolean)[] = [
  (byte) => byte === SYN,
  (byte) => byte === SYN,
  (byte) => byte === SOH,
  (byte) => byte === DEVICE_ADDRESS[0],
  (byte) => byte === DEVICE_ADDRESS[1] || byte === START_ADDRESS[1],
  (byte) => byte === STX || byte === ACK || byte === NAK,
];

const isPrintableOrSeparator = (byte: number): boolean =>
  byte === RECORD_SEPARATOR || (byte >= 0x20 && byte < 0x7f);

/** Cuts a byte stream into frames. */
export const createFrameReader = (): { push(bytes: Uint8Array): FrameEvent[]; end(): FrameEvent[] } => {
  let noise: number[] = [];
  let pending: number[] = [];

  const flushNoise = (): FrameEvent[] => {
    const raw = Uint8Array.from(noise);
    noise = [];
    if (raw.length === 0) return [];
    return [{ type: raw.length < SHORTEST_NOISE ? 'noise' : 'structure', raw }];
  };

  const closePending = (): Uint8Array => {
    const raw = Uint8Array.from(pending);
    pending = [];
    return raw;
  };

  const header = (byte: number): FrameEvent[] => {
    if (HEADER_PATTERN[pending.length]?.(byte)) {
      pending.push(byte);
      if (pending.length <= HEADER_LENGTH || byte === STX) return [];
      return [...flushNoise(), { type: byte === ACK ? 'ack' : 'nak', raw: closePending() }];
    }
    // A third SYN still leaves two in front of what follows.
    if (pending.length === 2 && byte === SYN) {
      noise.push(SYN);
      return noise.length < LONGEST_NOISE ? [] : flushNoise();
    }
    noise.push(...closePending());
    if (byte === SYN) pending = [SYN];
    else noise.push(byte);
    return noise.length < LONGEST_NOISE ? [] : flushNoise();
  };

  /** Text, ETX or the BCC after it. */
  const body = (byte: number): FrameEvent[] => {
    const ended = pending.at(-1) === ETX && pending.length > HEADER_LENGTH + 1;
    if (ended) {
      const text = Uint8Array.from(pending.slice(HEADER_LENGTH + 1, -1));
      const isDevice = pending[HEADER_LENGTH - 1] === DEVICE_ADDRESS[1];
      const isRight = blockCheck(text) === byte;
      // The BCC itself was lost when the next frame begins in its place.
      if (!isRight && byte === SYN) return [{ type: 'checksum', raw: closePending() }, ...header(byte)];
      pending.push(byte);
      const raw = closePending();
      if (!isRight) return [{ type: 'checksum', raw }];
      return isDevice || text.length === COMMAND_LENGTH
        ? [{ type: 'text', text, raw }]
        : [{ type: 'structure', raw }];
    }
    if (byte === ETX || (isPrintableOrSeparator(byte) && pending.length < LONGEST_TEXT)) {
      pending.push(byte);
      return [];
    }
    const broken: FrameEvent = { type: 'structure', raw: closePending() };
    return [broken, ...header(byte)];
  };

  const insideText = (): boolean => pending.length > HEADER_LENGTH;

  return {
    push: (bytes) =>
      Array.from(bytes).flatMap((byte) => {
        if (!insideText()) return header(byte);
        return [...flushNoise(), ...body(byte)];
      }),
    end: () => {
      if (insideText()) return [...flushNoise(), { type: 'structure', raw: closePending() }];
      noise.push(...closePending());
      return flushNoise();
    },
  };
};

/** Host commands are two letters. */
const COMMAND_LENGTH = 2;
export const COMMANDS = ['ST', 'SP', 'RB', 'RP'] as const;
export type Command = (typeof COMMANDS)[number];

/** A frame around `text`, with the address that the text's sender uses. */
const frame = (address: readonly number[], text: Uint8Array): Uint8Array =>
  Uint8Array.from([SYN, SYN, SOH, ...address, STX, ...text, ETX, blockCheck(text)]);

/** A host command: ST start, SP stop, RB last result, RP pulse table. */
export const commandFrame = (command: Command): Uint8Array =>
  frame(
    command === 'ST' || command === 'SP' ? START_ADDRESS : DEVICE_ADDRESS,
    Uint8Array.from(command, (letter) => letter.charCodeAt(0)),
  );

/** A frame that the device sends. */
export const deviceFrame = (text: Uint8Array): Uint8Array => frame(DEVICE_ADDRESS, text);

/** The device's answer to a command. */
export const acknowledgement = (accepted: boolean): Uint8Array =>
  Uint8Array.from([SYN, SYN, SOH, ...DEVICE_ADDRESS, accepted ? ACK : NAK]);
