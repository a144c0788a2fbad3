import type { Clock, Milliseconds } from '#core/time.ts';
import { concatBytes } from '../kit/bytes.ts';
import type { LineFault } from '../kit/faults.ts';
import type { Random } from './random.ts';
import type { Carriage } from './wire.ts';

/** Faults that damage, delay or cut what a device sends; the others are made by the port. */
export type TrafficFault = Exclude<LineFault, 'unplug' | 'wrong-device' | 'port-busy' | 'permission-denied'>;

/** One byte in so many is lost, or has a bit turned over; of reports one in so many. */
const DAMAGE_EVERY = { bytes: 40, messages: 8 } as const;
/** How much later everything comes on a slow line. */
const SLOW_MS: Milliseconds = 600;
/** Longest piece of a split frame, and the pause between two pieces. */
const PIECE = { bytes: 3, pauseMs: 4 } as const;
/** Everything sent within this time arrives glued together. */
const GLUE_MS: Milliseconds = 200;
/** Bytes of garbage before or after what is sent, at most. */
const GARBAGE_BYTES = 24;

export interface FaultyLine {
  /** What the device sends goes in here. */
  send(bytes: Uint8Array): void;
  set(fault: TrafficFault, on: boolean): void;
  /** Faults that are on. */
  active(): readonly TrafficFault[];
  close(): void;
}

interface FaultyLineOptions {
  readonly clock: Clock;
  readonly random: Random;
  readonly carriage: Carriage;
  /** Where what is left of it goes. */
  deliver(bytes: Uint8Array): void;
}

/** A line without faults yet. */
export const createFaultyLine = ({ clock, random, carriage, deliver }: FaultyLineOptions): FaultyLine => {
  const on = new Set<TrafficFault>();
  const cancels = new Set<() => void>();
  let glued: Uint8Array[] = [];

  const later = (delay: Milliseconds, action: () => void): void => {
    const cancel = clock.after(delay, () => {
      cancels.delete(cancel);
      action();
    });
    cancels.add(cancel);
  };

  const hits = (): boolean => random() * DAMAGE_EVERY[carriage] < 1;
  const anyByte = (): number => Math.floor(random() * 256);
  const garbage = (length: number): Uint8Array => Uint8Array.from({ length }, anyByte);
  const someGarbage = (like: Uint8Array): Uint8Array =>
    garbage(carriage === 'messages' ? like.length : 1 + Math.floor(random() * GARBAGE_BYTES));

  const flip = (bytes: Uint8Array): Uint8Array => {
    if (carriage === 'bytes')
      return bytes.map((byte) => (hits() ? byte ^ (1 << Math.floor(random() * 8)) : byte));
    const damaged = bytes.slice();
    const at = Math.floor(random() * bytes.length);
    if (hits()) damaged[at] = (damaged[at] ?? 0) ^ (1 << Math.floor(random() * 8));
    return damaged;
  };

  const lose = (bytes: Uint8Array): Uint8Array => {
    if (carriage === 'messages') return hits() ? new Uint8Array() : bytes;
    return bytes.filter(() => !hits());
  };

  const damaged = (bytes: Uint8Array): Uint8Array => {
    const noisy = on.has('garbage') ? garbage(bytes.length) : bytes;
    const flipped = on.has('bit-flips') ? flip(noisy) : noisy;
    return on.has('byte-loss') ? lose(flipped) : flipped;
  };

  const arrive = (bytes: Uint8Array): void => {
    if (bytes.length > 0) deliver(bytes);
  };

  const inPieces = (bytes: Uint8Array): void => {
    let pause = 0;
    for (let at = 0; at < bytes.length; ) {
      const length = 1 + Math.floor(random() * PIECE.bytes);
      const piece = bytes.slice(at, at + length);
      later(pause, () => arrive(piece));
      at += length;
      pause += PIECE.pauseMs;
    }
  };

  const glue = (bytes: Uint8Array): void => {
    glued.push(bytes);
    if (glued.length > 1) return;
    later(GLUE_MS, () => {
      const whole = concatBytes(glued);
      glued = [];
      arrive(whole);
    });
  };

  const pass = (bytes: Uint8Array): void => {
    if (carriage === 'bytes' && on.has('glued-frames')) glue(bytes);
    else if (carriage === 'bytes' && on.has('split-frames')) inPieces(bytes);
    else arrive(bytes);
  };

  return {
    send: (bytes) => {
      if (on.has('silence')) return;
      const parts = [
        ...(on.has('garbage-before') ? [someGarbage(bytes)] : []),
        damaged(bytes),
        ...(on.has('garbage-between') ? [someGarbage(bytes)] : []),
      ];
      const go = (): void => parts.forEach(pass);
      if (on.has('slow')) later(SLOW_MS, go);
      else go();
    },
    set: (fault, isOn) => {
      if (isOn) on.add(fault);
      else on.delete(fault);
    },
    active: () => [...on],
    close: () => {
      for (const cancel of cancels) cancel();
      cancels.clear();
    },
  };
};
