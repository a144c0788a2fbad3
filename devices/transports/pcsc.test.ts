import { EventEmitter } from 'node:events';
import { describe, expect, test } from 'vitest';
import type { CardPresence } from '#core/identity/vitale-reader.ts';
import { fail, ok } from '#core/result.ts';
import { createFakeClock } from '../kit/fake-clock.ts';
import { createPcscVitaleReader } from './pcsc.ts';
import type { PcscLibrary } from './pcsc-library.ts';

const VITALE = [0x3b, 0x75, 0x13, 0x00, 0x00, 0x44, 0x09, 0xea, 0x90, 0x00];
const PROFESSIONAL = [0x3b, 0xac, 0x00, 0x40, 0x2a, 0x00, 0x12, 0x25, 0x00, 0x64, 0x80, 0x00];
const BANK = [0x3b, 0x00];
const EMPTY = 0x12;
const PRESENT = 0x22;
const IN_USE = 0x100;
const MUTE = 0x200;

/** A reader as pcsc-mini gives it: each coming and going counts, and being looked at is a change too. */
class FakeReader extends EventEmitter {
  count = 0;
  answer: readonly number[] = [];
  isHeld = false;
  disconnected: number[] = [];

  report(bits: number): void {
    this.emit('change', { raw: this.count * 0x1_0000 + bits });
  }

  insert(answer: readonly number[], bits = 0): void {
    this.count += 1;
    this.answer = answer;
    this.report(PRESENT + bits);
  }

  remove(): void {
    this.count += 1;
    this.answer = [];
    this.report(EMPTY);
  }

  async connect() {
    if (this.isHeld) throw new Error('SharingViolation');
    this.report(PRESENT + IN_USE);
    const { answer } = this;
    return {
      state: async () => ({ atr: Uint8Array.from(answer) }),
      disconnect: async (then: number) => {
        this.disconnected.push(then);
        if (this.answer === answer) this.report(PRESENT);
      },
    };
  }
}

const createBench = () => {
  const clock = createFakeClock();
  let hasService = true;
  let starts = 0;
  let current: EventEmitter | undefined;
  class Client extends EventEmitter {
    start(): void {
      starts += 1;
      if (!hasService) throw new Error('[ NoService ]');
      current = this;
    }
    stop(): void {
      current = undefined;
    }
  }
  const library: PcscLibrary = { Client, CardMode: { SHARED: 2 }, CardDisposition: { LEAVE: 0 } };
  const bench = {
    clock,
    seen: [] as CardPresence[],
    service: (there: boolean) => {
      hasService = there;
    },
    starts: () => starts,
    isRunning: () => current !== undefined,
    fail: () => void current?.emit('error', new Error('service stopped')),
    plug: () => {
      const reader = new FakeReader();
      current?.emit('reader', reader);
      reader.report(EMPTY);
      return reader;
    },
    open: () => {
      const reader = createPcscVitaleReader({ clock, load: () => ok(library) });
      reader.watch((presence) => bench.seen.push(presence));
      return reader;
    },
    settle: () => clock.advance(0),
  };
  return bench;
};

test.each([
  ['vitale', VITALE],
  ['professional', PROFESSIONAL],
  ['other', BANK],
])('a card in and out: %s', async (kind, answer) => {
  const bench = createBench();
  bench.open();
  const reader = bench.plug();
  reader.insert(answer);
  await bench.settle();
  reader.remove();
  await bench.settle();
  reader.emit('disconnect');
  expect(bench.seen).toEqual([
    { status: 'no-reader' },
    { status: 'empty' },
    { status: 'present', kind },
    { status: 'empty' },
    { status: 'no-reader' },
  ]);
  // Looked at once, and left as it was.
  expect(reader.disconnected).toEqual([0]);
});

test('a card that does not answer is mute, one that another program holds is unknown', async () => {
  const bench = createBench();
  bench.open();
  const reader = bench.plug();
  reader.insert([], MUTE);
  reader.remove();
  reader.isHeld = true;
  reader.insert(VITALE);
  await bench.settle();
  expect(bench.seen.slice(2)).toEqual([
    { status: 'mute' },
    { status: 'empty' },
    { status: 'present', kind: 'unknown' },
  ]);
});

test('a card that is gone before it was looked at is not told', async () => {
  const bench = createBench();
  bench.open();
  const reader = bench.plug();
  reader.insert(VITALE);
  reader.remove();
  await bench.settle();
  expect(bench.seen.at(-1)).toEqual({ status: 'empty' });
  expect(bench.seen).not.toContainEqual({ status: 'present', kind: 'vitale' });
});

test('a card that was changed without an empty reader between is looked at again', async () => {
  const bench = createBench();
  bench.open();
  const reader = bench.plug();
  reader.insert(VITALE);
  await bench.settle();
  reader.insert(BANK);
  await bench.settle();
  expect(bench.seen.slice(2)).toEqual([
    { status: 'present', kind: 'vitale' },
    { status: 'present', kind: 'other' },
  ]);
});

test('the patient’s card counts more than the professional’s in the other slot', async () => {
  const bench = createBench();
  bench.open();
  const own = bench.plug();
  const patients = bench.plug();
  own.insert(PROFESSIONAL);
  await bench.settle();
  patients.insert(VITALE);
  await bench.settle();
  patients.remove();
  await bench.settle();
  expect(
    bench.seen.slice(2).map((presence) => ('kind' in presence ? presence.kind : presence.status)),
  ).toEqual(['professional', 'vitale', 'professional']);
});

describe('a machine without cards', () => {
  test('has no library: it is said once', async () => {
    const clock = createFakeClock();
    let loads = 0;
    const reader = createPcscVitaleReader({
      clock,
      load: () => {
        loads += 1;
        return fail('libpcsclite.so.1: cannot open shared object file');
      },
    });
    const seen: CardPresence[] = [];
    reader.watch((presence) => seen.push(presence));
    await clock.advance(60_000);
    expect(seen).toEqual([
      { status: 'unavailable', detail: 'libpcsclite.so.1: cannot open shared object file' },
    ]);
    expect(loads).toBe(1);
  });

  test('has no service: it is asked for until it is there, and again when it goes', async () => {
    const bench = createBench();
    bench.service(false);
    bench.open();
    await bench.clock.advance(3_000);
    bench.service(true);
    await bench.clock.advance(3_000);
    const reader = bench.plug();
    bench.fail();
    reader.insert(VITALE);
    await bench.clock.advance(3_000);
    expect(bench.seen).toEqual([
      { status: 'unavailable', detail: '[ NoService ]' },
      { status: 'no-reader' },
      { status: 'empty' },
      { status: 'unavailable', detail: 'service stopped' },
      { status: 'no-reader' },
    ]);
  });
});

test('nothing of a card is read without the licensed API', async () => {
  const bench = createBench();
  const reader = bench.open();
  const slot = bench.plug();
  const faults: unknown[] = [await reader.read()];
  for (const answer of [VITALE, BANK]) {
    slot.insert(answer);
    await bench.settle();
    faults.push(await reader.read());
  }
  slot.insert([], MUTE);
  faults.push(await reader.read());
  expect(faults).toEqual(
    ['no-card', 'not-licensed', 'not-vitale', 'mute'].map((failure) => ({ ok: false, failure })),
  );
});

test('nothing is told or asked for after closing', async () => {
  const bench = createBench();
  const reader = bench.open();
  const slot = bench.plug();
  reader.close();
  expect(bench.isRunning()).toBe(false);
  slot.insert(VITALE);
  const { length } = bench.seen;
  const starts = bench.starts();
  await bench.clock.advance(60_000);
  expect(bench.seen).toHaveLength(length);
  expect(bench.starts()).toBe(starts);
});
