import { STATUS_BITS } from './status.ts';

/**
 * Frames of formats 2 and 7 (6470-000-01): five bytes, 75 a second, each with one sample of the pulse wave and one byte of the
 * packet that 25 frames make together. Format 2: 01 STATUS PLETH FLOAT CHK; format 7: STATUS PLETH-MSB PLETH-LSB FLOAT CHK.
 */
export type WaveFormat = 2 | 7;

export const WAVE_FRAME_LENGTH = 5;
export const FRAMES_PER_PACKET = 25;
/** Frames, and samples of the wave, in a second. */
export const FRAMES_PER_SECOND = 75;

/** Largest sample of the wave in each format. */
export const FULL_SCALE: Readonly<Record<WaveFormat, number>> = { 2: 0xff, 7: 0xffff };

/** First byte of every frame of format 2. */
export const FORMAT_2_START = 0x01;

export interface WaveFrame {
  readonly format: WaveFormat;
  readonly status: number;
  readonly pleth: number;
  /** The byte of the packet that this frame brings. */
  readonly float: number;
  readonly raw: Uint8Array;
}

/** Sum of the first four bytes, modulo 256. */
const checksumOf = (bytes: ArrayLike<number>): number =>
  ((bytes[0] ?? 0) + (bytes[1] ?? 0) + (bytes[2] ?? 0) + (bytes[3] ?? 0)) & 0xff;

/** The frame in these five bytes, or what is wrong with them. */
export const readWaveFrame = (
  format: WaveFormat,
  bytes: readonly number[],
): WaveFrame | 'structure' | 'checksum' => {
  const [first = 0, second = 0, third = 0, float = 0, checksum = 0] = bytes;
  const status = format === 2 ? second : first;
  if (format === 2 && first !== FORMAT_2_START) return 'structure';
  if ((status & STATUS_BITS.always) === 0) return 'structure';
  if (checksumOf(bytes) !== checksum) return 'checksum';
  const pleth = format === 2 ? third : second * 256 + third;
  return { format, status, pleth, float, raw: Uint8Array.from(bytes) };
};

/** The five bytes of a frame. */
export const waveFrame = (format: WaveFormat, status: number, pleth: number, float: number): Uint8Array => {
  const body =
    format === 2 ? [FORMAT_2_START, status, pleth, float] : [status, pleth >> 8, pleth & 0xff, float];
  return Uint8Array.from([...body, checksumOf(body)]);
};
