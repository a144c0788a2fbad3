import { MOST_SAMPLES, type WaveBlock, waveBlockSchema } from '../contract/live.ts';
import type { Milliseconds } from '../time.ts';

/**
 * The wire form of live waves: ASCII text, since the channel carries text besides. `w1 pleth 60 oximeter 3 <block> <block> …` is version,
 * wave, samples a second, device, epoch; a block is `sequence,arrivedAtMs,samples` with both numbers in base 36, and two characters a
 * sample: 12 bits, thirty times finer than any device of ours. All blocks of a datagram are of one stream.
 */
const VERSION = 'w1';
/** Most blocks of one datagram: the new one, and what may have been lost before. */
const MOST_BLOCKS = 4;
/** A datagram larger than this is cut by the network, and lost as a whole with any of its parts. */
export const LARGEST_DATAGRAM_BYTES = 1_200;
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const VALUE_OF = new Map([...ALPHABET].map((character, value) => [character, value]));
const FULL_SCALE = 4_094;
/** What the device says is no sample. */
const NO_SAMPLE = 4_095;
const HEAD = /^(pleth) (\d{1,4}(?:\.\d{1,6})?) ([\w.:%~!*'()-]{1,120}) (\d{1,15})$/;
const BLOCK = new RegExp(`^([0-9a-z]{1,10}),([0-9a-z]{1,10}),((?:[\\w-]{2}){1,${MOST_SAMPLES}})$`);

const writeSample = (sample: number | null): string => {
  const value = sample === null ? NO_SAMPLE : Math.round(sample * FULL_SCALE);
  return `${ALPHABET[value >> 6]}${ALPHABET[value & 63]}`;
};

const readSample = (text: string): number | null => {
  const value = (VALUE_OF.get(text[0] ?? '') ?? 0) * 64 + (VALUE_OF.get(text[1] ?? '') ?? 0);
  return value === NO_SAMPLE ? null : value / FULL_SCALE;
};

/** Whether two blocks can share a datagram. */
export const isOneStream = (one: WaveBlock, other: WaveBlock): boolean =>
  one.deviceId === other.deviceId &&
  one.epoch === other.epoch &&
  one.wave === other.wave &&
  one.sampleRateHz === other.sampleRateHz;

/** Time that the samples of a block span, in milliseconds. */
export const blockMs = ({
  samples,
  sampleRateHz,
}: Pick<WaveBlock, 'samples' | 'sampleRateHz'>): Milliseconds => (samples.length / sampleRateHz) * 1_000;

/** Longer ones are those of a thin line. Milliseconds. */
const LONG_BLOCK_MS: Milliseconds = 200;

/**
 * Which blocks before a new one its datagram repeats, counted back from it, the oldest first. Short ones are lost up to three in a row;
 * long ones seldom more than two, and a third would come again too late.
 */
export const repeatsWith = (block: WaveBlock): readonly [number, ...number[]] =>
  blockMs(block) > LONG_BLOCK_MS ? [2, 1] : [3];

/** One to `MOST_BLOCKS` blocks of one stream as text. The time of arrival is rounded to a millisecond. */
export const writeWaves = (blocks: readonly [WaveBlock, ...WaveBlock[]]): string => {
  const [{ wave, sampleRateHz, deviceId, epoch }] = blocks;
  const head = [VERSION, wave, Number(sampleRateHz.toFixed(6)), encodeURIComponent(deviceId), epoch];
  const parts = blocks.map(({ sequence, arrivedAtMs, samples }) =>
    [sequence.toString(36), Math.round(arrivedAtMs).toString(36), samples.map(writeSample).join('')].join(
      ',',
    ),
  );
  return [...head, ...parts].join(' ');
};

/** Whether a text of the live channel claims to be waves, of whatever version. */
export const isWaves = (text: string): boolean => text.startsWith('w');

const decoded = (text: string): string | undefined => {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
};

/** The blocks of a datagram; none when anything about it is not as it must be, or it is of another version. */
export const readWaves = (text: string): readonly WaveBlock[] => {
  if (text.length >= LARGEST_DATAGRAM_BYTES) return [];
  const [version, ...words] = text.split(' ');
  const head = HEAD.exec(words.slice(0, 4).join(' '));
  const parts = words.slice(4);
  if (version !== VERSION || head === null || parts.length === 0 || parts.length > MOST_BLOCKS) return [];
  const [, wave, rate, device = '', epoch] = head;
  const blocks = parts.map((part) => {
    const [, sequence = '', arrivedAtMs = '', samples = ''] = BLOCK.exec(part) ?? [];
    return waveBlockSchema.safeParse({
      type: 'wave',
      wave,
      deviceId: decoded(device),
      epoch: Number(epoch),
      sampleRateHz: Number(rate),
      sequence: Number.parseInt(sequence, 36),
      arrivedAtMs: Number.parseInt(arrivedAtMs, 36),
      samples: (samples.match(/../g) ?? []).map(readSample),
    });
  });
  const read = blocks.flatMap(({ data }) => (data ? [data] : []));
  return read.length === blocks.length ? read : [];
};
