import { beforeEach, describe, expect, it } from 'vitest';
import {
  LARGEST_SIGNALLING_MESSAGE_BYTES,
  LETTER_RATE,
  physicianPresenceSchema,
} from '#core/contract/signalling.ts';
import { createFakeClock, type FakeClock } from '#devices/kit/fake-clock.ts';
import { createInbound, type Inbound } from './inbound.ts';

let clock: FakeClock;
let dropped: [string, string][];
let inbound: Inbound<string>;
beforeEach(() => {
  clock = createFakeClock();
  dropped = [];
  inbound = createInbound({
    clock,
    keyOf: (from) => from,
    onDropped: ({ code, from }) => dropped.push([from, code]),
  });
});
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const ONLINE = bytes('{"state":"online"}');
const read = (payload: Uint8Array, from = 'benali') => inbound.read(physicianPresenceSchema, payload, from);
/** How many of a flood are read. */
const flood = (count: number, payload: Uint8Array, from?: string): number =>
  Array.from({ length: count }, () => read(payload, from)).filter((message) => message !== undefined).length;

describe('what comes over the broker', () => {
  it('is read when it is of the protocol, and named when it is not', () => {
    expect(read(ONLINE)).toEqual({ state: 'online' });
    for (const stranger of [
      bytes('{'),
      bytes(''),
      bytes('null'),
      bytes('{"state":"asleep"}'),
      bytes('{"state":"online","more":1}'),
      new Uint8Array([0x22, 0xff, 0x22]),
    ])
      expect(read(stranger)).toBeUndefined();
    expect(dropped).toEqual(Array(6).fill(['benali', 'INVALID_MESSAGE']));
  });

  it('is not read when it is larger than any letter may be, be it of the protocol or not', () => {
    const padded = (size: number) => bytes('{"state":"online"}'.padEnd(size, ' '));
    expect(read(padded(LARGEST_SIGNALLING_MESSAGE_BYTES))).toEqual({ state: 'online' });
    expect(read(padded(LARGEST_SIGNALLING_MESSAGE_BYTES + 1))).toBeUndefined();
    expect(dropped).toEqual([['benali', 'MESSAGE_TOO_LONG']]);
  });

  it('of one who floods is read at a bounded rate, and others are heard as before', async () => {
    expect(flood(5_000, ONLINE, 'hostile')).toBe(LETTER_RATE.burst);
    expect(dropped).toHaveLength(5_000 - LETTER_RATE.burst);
    expect(new Set(dropped.map(([, code]) => code))).toEqual(new Set(['MESSAGE_TOO_MANY']));
    expect(read(ONLINE, 'benali')).toEqual({ state: 'online' });
    await clock.advance(1_000);
    expect(flood(5_000, ONLINE, 'hostile')).toBe(LETTER_RATE.perSecond);
  });

  it('that is nonsense takes as much of the rate as what is not', () => {
    expect(flood(LETTER_RATE.burst, bytes('{'), 'hostile')).toBe(0);
    expect(flood(1, ONLINE, 'hostile')).toBe(0);
  });
});
