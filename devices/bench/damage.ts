import type { Driver } from '../kit/driver.ts';
import { createRandom } from '../simulation/random.ts';

/** What came of one kind of damage to one message. */
export interface DamageCount {
  readonly damage: 'single-bit' | 'lost-byte' | 'doubled-byte' | 'bit-pair';
  readonly tried: number;
  /** A value came. */
  readonly values: number;
  /** A value came that was not in the message. */
  readonly wrong: number;
  /** A wrong value came, and nothing marks it as unprotected. */
  readonly unmarked: number;
}

const PAIRS = 50_000;

const flipped = (message: Uint8Array, bits: readonly number[]): Uint8Array => {
  const damaged = message.slice();
  for (const bit of bits) damaged[bit >> 3] = (damaged[bit >> 3] ?? 0) ^ (1 << (bit & 7));
  return damaged;
};

interface Said {
  readonly values: string;
  readonly marked: boolean;
}

const readBy = (driver: Driver, bytes: Uint8Array): Said[] => {
  const decoder = driver.createDecoder();
  return [...decoder.push(bytes), ...decoder.end()].flatMap((item) =>
    item.type === 'reading' && item.reading.status === 'valid'
      ? [
          {
            values: JSON.stringify([item.reading.kind, item.reading.values]),
            marked: item.reading.flags.includes('unprotected'),
          },
        ]
      : [],
  );
};

/** The bytes of the first value in what a device sent, when they are a value on their own too. */
export const messageIn = (driver: Driver, chunks: readonly Uint8Array[]): Uint8Array | undefined => {
  const decoder = driver.createDecoder();
  const valid = [...chunks.flatMap((chunk) => decoder.push(chunk)), ...decoder.end()].find(
    (item) => item.type === 'reading' && item.reading.status === 'valid',
  );
  if (valid?.type !== 'reading') return undefined;
  return readBy(driver, valid.raw).length > 0 ? valid.raw : undefined;
};

/** Damages a message in every single way, and in many double ones, and counts what a decoder makes of it. */
export const measureDamage = (driver: Driver, message: Uint8Array, seed: number): DamageCount[] => {
  const truths = new Set(readBy(driver, message).map(({ values }) => values));
  const bits = message.length * 8;
  const count = (damage: DamageCount['damage'], damaged: Iterable<Uint8Array>): DamageCount => {
    let [tried, values, wrong, unmarked] = [0, 0, 0, 0];
    for (const bytes of damaged) {
      const said = readBy(driver, bytes);
      const lies = said.filter((one) => !truths.has(one.values));
      tried += 1;
      if (said.length > 0) values += 1;
      if (lies.length > 0) wrong += 1;
      if (lies.some(({ marked }) => !marked)) unmarked += 1;
    }
    return { damage, tried, values, wrong, unmarked };
  };
  const each = (length: number, make: (at: number) => Uint8Array): Uint8Array[] =>
    Array.from({ length }, (_, at) => make(at));
  const random = createRandom(seed);
  const pairs = function* (): Generator<Uint8Array> {
    for (let pair = 0; pair < PAIRS; pair += 1) {
      const first = Math.floor(random() * bits);
      const second = (first + 1 + Math.floor(random() * (bits - 1))) % bits;
      yield flipped(message, [first, second]);
    }
  };
  return [
    count(
      'single-bit',
      each(bits, (bit) => flipped(message, [bit])),
    ),
    count(
      'lost-byte',
      each(message.length, (at) => message.filter((_, index) => index !== at)),
    ),
    count(
      'doubled-byte',
      each(message.length, (at) => Uint8Array.from([...message.slice(0, at + 1), ...message.slice(at)])),
    ),
    count('bit-pair', pairs()),
  ];
};
