import { createHash, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BULK_LIMITS, type BulkAbout } from '#core/contract/bulk.ts';
import { type Bulk, createBulk } from './bulk.ts';
import type { ReceivedItem } from './bulk-receiver.ts';
import { chunkFrame, controlFrame, parseFrame } from './frames.ts';

const sha256 = async (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const about: BulkAbout = {
  kind: 'still',
  takenAt: '2026-03-02T09:41:05.120+01:00',
  device: 'Otoscope (1b17:0001)',
  simulated: false,
  target: { instrument: 'exam-camera', site: 'ear', laterality: 'left' },
  width: 1_920,
  height: 1_080,
};
const item = (length: number): Uint8Array<ArrayBuffer> => new Uint8Array(randomBytes(length));
const settle = () => new Promise((resolve) => setImmediate(resolve));

/** Two sides and the channel between them, which takes so many messages until it is drained. */
const openPair = (room = Number.POSITIVE_INFINITY) => {
  const got: ReceivedItem[] = [];
  const lines: { toPhysician: Uint8Array<ArrayBuffer>[]; toCabin: Uint8Array<ArrayBuffer>[] } = {
    toPhysician: [],
    toCabin: [],
  };
  let isOpen = false;
  const side = (line: keyof typeof lines) =>
    createBulk({
      send: (frame) => {
        if (!isOpen || lines[line].length >= room) return false;
        lines[line].push(frame);
        return true;
      },
      sha256,
      onItem: (received) => got.push(received),
    });
  const cabin = side('toPhysician');
  let physician = side('toCabin');
  const deliver = (line: keyof typeof lines, to: Bulk): boolean => {
    const frame = lines[line].shift();
    if (frame) expect(to.receive(frame.slice().buffer)).toBeUndefined();
    return frame !== undefined;
  };
  return {
    got,
    cabin,
    lines,
    connect: () => {
      lines.toCabin.length = 0;
      lines.toPhysician.length = 0;
      for (const each of [cabin, physician]) each.reset();
      isOpen = true;
      for (const each of [cabin, physician]) each.open();
    },
    cut: () => {
      isOpen = false;
    },
    reloadPhysician: () => {
      physician = side('toCabin');
    },
    /** Lets up to so many messages pass. */
    flow: async (messages = Number.POSITIVE_INFINITY) => {
      for (let passed = 0; passed < messages; passed += 1) {
        if (!deliver('toPhysician', physician) && !deliver('toCabin', cabin)) {
          for (const each of [cabin, physician]) each.ready();
          await settle();
          if (lines.toPhysician.length + lines.toCabin.length === 0) return;
        }
      }
    },
  };
};

describe('the bulk channel', () => {
  it('carries an item bit for bit, and hears its hash back', async () => {
    const pair = openPair(4);
    pair.connect();
    const bytes = item(200_001);
    const sent = await pair.cabin.send('still-0001', about, bytes, { keep: true });
    await pair.flow();
    expect(pair.got).toHaveLength(1);
    expect(Buffer.compare(pair.got[0]?.bytes ?? item(1), bytes)).toBe(0);
    expect(pair.got[0]?.item).toEqual(sent.ok ? sent.value : undefined);
    expect(pair.cabin.store.getState().sent[0]?.sent).toEqual({ state: 'delivered' });
  });

  it('gives every item once, whole, however often the connection breaks and wherever', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 1, max: 90_000 }), { minLength: 1, maxLength: 4 }),
        fc.array(fc.nat(20), { maxLength: 8 }),
        async (lengths, cuts) => {
          const pair = openPair(3);
          const items = lengths.map(item);
          pair.connect();
          for (const [index, bytes] of items.entries())
            await pair.cabin.send(`still-000${index}`, about, bytes, { keep: true });
          for (const messages of cuts) {
            await pair.flow(messages);
            pair.cut();
            await settle();
            pair.connect();
          }
          await pair.flow();
          expect(pair.got.map(({ item: { itemId } }) => itemId).toSorted()).toEqual(
            items.map((_, index) => `still-000${index}`),
          );
          for (const {
            item: { itemId },
            bytes,
          } of pair.got)
            expect(Buffer.compare(bytes, items[Number(itemId.at(-1))] ?? item(1))).toBe(0);
        },
      ),
      { numRuns: 30 },
    );
  });

  it('goes on where it stopped', async () => {
    const pair = openPair();
    pair.connect();
    const bytes = item(60 * BULK_LIMITS.chunkBytes);
    await pair.cabin.send('still-0001', about, bytes, { keep: true });
    await pair.flow(42);
    pair.cut();
    pair.connect();
    await pair.flow(2);
    const left = pair.lines.toPhysician.length;
    expect(left).toBe(20);
    await pair.flow();
    expect(Buffer.compare(pair.got[0]?.bytes ?? item(1), bytes)).toBe(0);
  });

  it('gives a page that was loaded again what was kept, and not what was passing', async () => {
    const pair = openPair();
    pair.connect();
    await pair.cabin.send('still-0001', about, item(1_000), { keep: true });
    await pair.cabin.send('line-00001', about, item(1_000), { keep: false });
    await pair.flow();
    expect(pair.got).toHaveLength(2);
    pair.reloadPhysician();
    pair.connect();
    await pair.flow();
    expect(pair.got.map(({ item: { itemId } }) => itemId)).toEqual([
      'still-0001',
      'line-00001',
      'still-0001',
    ]);
  });

  it('lets a small item overtake a large one', async () => {
    const pair = openPair(2);
    pair.connect();
    await pair.cabin.send('still-0001', about, item(500_000), { keep: true });
    await pair.flow(8);
    await pair.cabin.send('line-00001', about, item(9_000), { keep: false });
    await pair.flow();
    expect(pair.got.map(({ item: { itemId } }) => itemId)).toEqual(['line-00001', 'still-0001']);
  });

  it('refuses more than memory is meant for', async () => {
    const pair = openPair();
    pair.connect();
    const outcome = await pair.cabin.send('still-0001', about, new Uint8Array(BULK_LIMITS.itemBytes + 1), {
      keep: true,
    });
    expect(outcome).toMatchObject({ ok: false, failure: { code: 'TRANSFER_FULL' } });
  });

  it('refuses an item that is twice not what its hash says', async () => {
    const pair = openPair();
    pair.connect();
    await pair.cabin.send('still-0001', about, item(100), { keep: true });
    for (let times = 0; times < 8; times += 1) {
      await pair.flow(1);
      const forged = pair.lines.toPhysician.find(([kind]) => kind === 1);
      if (forged) forged[20] = (forged[20] ?? 0) ^ 1;
    }
    await pair.flow();
    expect(pair.got).toEqual([]);
    expect(pair.cabin.store.getState().sent[0]?.sent).toMatchObject({
      state: 'refused',
      failure: { code: 'TRANSFER_DAMAGED' },
    });
  });

  it('forgets what is withdrawn', async () => {
    const pair = openPair(2);
    pair.connect();
    await pair.cabin.send('line-00001', about, item(100_000), { keep: false });
    await pair.flow(3);
    pair.cabin.withdraw('line-00001');
    await pair.flow();
    expect(pair.got).toEqual([]);
    expect(pair.cabin.store.getState().sent).toEqual([]);
  });
});

describe('messages of the bulk channel', () => {
  it('takes anything without breaking, and says what it does not understand', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => {
        const bulk = createBulk({ send: () => true, sha256 });
        expect([undefined, 'INVALID_MESSAGE', 'MESSAGE_OUT_OF_ORDER']).toContain(
          bulk.receive(bytes.slice().buffer),
        );
      }),
    );
  });

  it.each([
    ['nothing', '', 'INVALID_MESSAGE'],
    ['a kind that there is not', '\x02', 'INVALID_MESSAGE'],
    ['half an offer', '\0{"type":"offer"}', 'INVALID_MESSAGE'],
    ['no UTF-8', '\0\xff\xfe', 'INVALID_MESSAGE'],
    ['a piece without a byte', '\x01\0\0\0\0\0\0', 'INVALID_MESSAGE'],
    ['a piece of what was never offered', '\x01\0\x09\0\0\0\0x', 'MESSAGE_OUT_OF_ORDER'],
    ['more than an offer can be', `\0${' '.repeat(4_096)}`, 'MESSAGE_TOO_LONG'],
    ['more than a piece can be', `\x01${'x'.repeat(16_390)}`, 'MESSAGE_TOO_LONG'],
  ])('names what is wrong with %s', (_, text, fault) => {
    const bulk = createBulk({ send: () => true, sha256 });
    expect(bulk.receive(Uint8Array.from(text, (character) => character.charCodeAt(0)).buffer)).toBe(fault);
  });

  it('takes no piece out of its place, and the item whole all the same', async () => {
    const got: ReceivedItem[] = [];
    const bulk = createBulk({ send: () => true, sha256, onItem: (received) => got.push(received) });
    const bytes = item(20_000);
    const offer = { itemId: 'still-0001', byteLength: 20_000, sha256: await sha256(bytes), about };
    const take = (frame: Uint8Array<ArrayBuffer>) => bulk.receive(frame.slice().buffer);
    expect(take(controlFrame({ type: 'offer', transfer: 3, item: offer }))).toBeUndefined();
    expect(take(chunkFrame(3, 16_000, bytes))).toBe('MESSAGE_OUT_OF_ORDER');
    expect(take(chunkFrame(3, 0, bytes))).toBeUndefined();
    expect(take(chunkFrame(3, 0, bytes))).toBe('MESSAGE_OUT_OF_ORDER');
    expect(take(chunkFrame(3, 16_000, item(30_000)))).toBe('INVALID_MESSAGE');
    expect(take(chunkFrame(3, 16_000, bytes))).toBeUndefined();
    await settle();
    expect(got.map(({ item: { itemId } }) => itemId)).toEqual(['still-0001']);
  });

  it('stays under 16 kB', () => {
    expect(chunkFrame(1, 0, new Uint8Array(100_000)).length).toBeLessThanOrEqual(16_384);
    expect(parseFrame(controlFrame({ type: 'have', itemId: 'still-0001', bytes: 3 }).buffer)).toEqual({
      ok: true,
      value: { kind: 'control', control: { type: 'have', itemId: 'still-0001', bytes: 3 } },
    });
  });
});
