import type { DriverId } from '#core/contract/devices.ts';
import type { Decoded, Decoder } from '../kit/driver.ts';
import { DRIVERS } from '../registry.ts';
import { createRandom, type Random } from '../simulation/random.ts';
import { type Corpus, readingKey } from './corpus.ts';
import { CERTAIN_MUTATIONS, HARD_MUTATIONS } from './mutations.ts';

/** What a fuzz run of one driver found. */
export interface FuzzResult {
  readonly driver: DriverId;
  readonly frames: number;
  /** Values that no frame held, after damage that the protocol's protection sees for certain. Must be none. */
  readonly falseValues: readonly string[];
  /** Values that no frame held, after damage that a checksum of eight bits lets through by chance. */
  readonly collisions: number;
  /** Longest time that the decoder took over one thousand frames, in milliseconds. */
  readonly slowestThousandMs: number;
}

/** Every so many frames a good one follows, so that the decoder is never only in the wilderness. */
const GOOD_EVERY = 4;
/**
 * A checksum may stretch over several HID reports, and damage to two of them may cancel in it: of so many reports in a row at most one is
 * damaged, and one in two of those that may be.
 */
const REPORTS_SPARED = 3;
/** Every so many frames the decoder begins anew, as after an unplugging. */
const ANEW_EVERY = 500;
const BATCH = 1_000;
/** False values are named up to here; one is already too many. */
const NAMED = 5;

const valuesOf = (decoded: readonly Decoded[]): string[] =>
  decoded.flatMap((item) =>
    item.type === 'reading' &&
    item.reading.status === 'valid' &&
    // A single frame without checksum is marked as such: what is in it may be damaged, and says so.
    !item.reading.flags.includes('unprotected')
      ? [readingKey(item.reading)]
      : [],
  );

interface Source {
  next(index: number): Uint8Array;
}

/** Which frames are damaged: three in four, but reports only where none was just before. */
const damagePlan = (driver: DriverId, random: Random): ((index: number) => boolean) => {
  if (DRIVERS[driver].manifest.port.transport !== 'hid') return (index) => index % GOOD_EVERY !== 0;
  let spared = 0;
  return () => {
    const damages = spared >= REPORTS_SPARED && random() < 0.5;
    spared = damages ? 0 : spared + 1;
    return damages;
  };
};

const damagedFrames = (
  { frames }: Corpus,
  random: Random,
  mutations: typeof CERTAIN_MUTATIONS,
  damages: (index: number) => boolean,
): Source => {
  const pick = <T>(items: readonly T[], fallback: T): T =>
    items[Math.floor(random() * items.length)] ?? fallback;
  const empty = new Uint8Array();
  return {
    next: (index) => {
      const frame = frames[index % frames.length] ?? empty;
      if (!damages(index) || frame.length === 0) return frame;
      return pick(mutations, (bytes) => bytes)(frame, random, pick(frames, empty));
    },
  };
};

const run = (
  driver: DriverId,
  source: Source,
  count: number,
  found: (values: readonly string[]) => void,
): number => {
  let decoder: Decoder = DRIVERS[driver].createDecoder();
  let slowest = 0;
  let began = performance.now();
  for (let index = 0; index < count; index += 1) {
    found(valuesOf(decoder.push(source.next(index))));
    if (index % ANEW_EVERY === ANEW_EVERY - 1) {
      found(valuesOf(decoder.end()));
      decoder = DRIVERS[driver].createDecoder();
    }
    if (index % BATCH === BATCH - 1) {
      slowest = Math.max(slowest, performance.now() - began);
      began = performance.now();
    }
  }
  found(valuesOf(decoder.end()));
  return slowest;
};

/** Feeds a driver's decoder with `count` frames of which three in four are damaged, of reports one in five. An exception is a bug and is thrown on. */
export const fuzzDriver = (driver: DriverId, corpus: Corpus, count: number, seed: number): FuzzResult => {
  const certain = Math.ceil(count * 0.8);
  const falseValues: string[] = [];
  let collisions = 0;
  const isFalse = (value: string): boolean => !corpus.truths.has(value);
  const first = run(
    driver,
    damagedFrames(corpus, createRandom(seed), CERTAIN_MUTATIONS, damagePlan(driver, createRandom(seed + 2))),
    certain,
    (values) => {
      for (const value of values) if (isFalse(value) && falseValues.length < NAMED) falseValues.push(value);
    },
  );
  const second = run(
    driver,
    damagedFrames(corpus, createRandom(seed + 1), HARD_MUTATIONS, (index) => index % GOOD_EVERY !== 0),
    count - certain,
    (values) => {
      collisions += values.filter(isFalse).length;
    },
  );
  return { driver, frames: count, falseValues, collisions, slowestThousandMs: Math.max(first, second) };
};
