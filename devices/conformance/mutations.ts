import type { Random } from '../simulation/random.ts';

/** Damage to one frame. `other` is another frame of the same device, for splices. */
type Mutation = (frame: Uint8Array, random: Random, other: Uint8Array) => Uint8Array;

const position = (frame: Uint8Array, random: Random): number => Math.floor(random() * frame.length);
const anyByte = (random: Random): number => Math.floor(random() * 256);

const flipBit: Mutation = (frame, random) => {
  const damaged = frame.slice();
  const at = position(frame, random);
  damaged[at] = (damaged[at] ?? 0) ^ (1 << Math.floor(random() * 8));
  return damaged;
};

const replaceByte: Mutation = (frame, random) => {
  const damaged = frame.slice();
  damaged[position(frame, random)] = anyByte(random);
  return damaged;
};

const loseByte: Mutation = (frame, random) => {
  const at = position(frame, random);
  return frame.filter((_, index) => index !== at);
};

const doubleByte: Mutation = (frame, random) => {
  const at = position(frame, random);
  return Uint8Array.from([...frame.slice(0, at + 1), ...frame.slice(at)]);
};

const truncate: Mutation = (frame, random) => frame.slice(0, position(frame, random));
const behead: Mutation = (frame, random) => frame.slice(1 + position(frame, random));

const noise: Mutation = (frame, random) => Uint8Array.from(frame, () => anyByte(random));

/** Damage that any checksum over a frame sees for certain: one byte is wrong, or part of the frame is missing. */
export const CERTAIN_MUTATIONS: readonly Mutation[] = [
  flipBit,
  replaceByte,
  loseByte,
  doubleByte,
  truncate,
  behead,
  noise,
];

const flipTwoBits: Mutation = (frame, random, other) => flipBit(flipBit(frame, random, other), random, other);

const swapBytes: Mutation = (frame, random) => {
  const damaged = frame.slice();
  const [first, second] = [position(frame, random), position(frame, random)];
  damaged[first] = frame[second] ?? 0;
  damaged[second] = frame[first] ?? 0;
  return damaged;
};

const splice: Mutation = (frame, random, other) =>
  Uint8Array.from([...frame.slice(0, position(frame, random)), ...other.slice(position(other, random))]);

/** Damage that a checksum of eight bits, and all the more an XOR, lets through now and then: it is counted, never taken for certain. */
export const HARD_MUTATIONS: readonly Mutation[] = [flipTwoBits, swapBytes, splice];
