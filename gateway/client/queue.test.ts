import { beforeEach, describe, expect, it } from 'vitest';
import type { CabinPresence, Ticket } from '#core/contract/signalling.ts';
import { PROTOCOL_VERSION } from '#core/contract/version.ts';
import { createFakeClock, type FakeClock } from '#devices/kit/fake-clock.ts';
import { createQueue, OFFLINE_DEBOUNCE_MS, type Queue } from './queue.ts';

const online: CabinPresence = {
  state: 'online',
  siteName: 'Pharmacie des Halles',
  siteKind: 'pharmacy',
  assisted: true,
  languages: ['fr'],
  capabilities: [],
  instruments: [],
  simulation: true,
  protocolVersion: PROTOCOL_VERSION,
};
const waiting = (since: string): Ticket => ({ state: 'waiting', ticketId: 't1', since, language: 'fr' });

let clock: FakeClock;
let queue: Queue;
let forgotten: number;
beforeEach(() => {
  clock = createFakeClock();
  forgotten = 0;
  queue = createQueue('benali', clock, () => {
    forgotten += 1;
  });
});
const cabin = (
  cabinId: string,
  since = '2026-03-02T09:00:00+01:00',
  change: Partial<CabinPresence> = {},
): void => {
  queue.presence('site', cabinId, { ...online, ...change });
  queue.ticket('site', cabinId, waiting(since));
};
const listed = () => queue.entries().map(({ cabinId }) => cabinId);

describe('the queue', () => {
  it('lists the longest wait first, by instant and not by its text', () => {
    cabin('second', '2026-03-02T09:30:00+01:00');
    cabin('first', '2026-03-02T08:20:00+00:00');
    expect(listed()).toEqual(['first', 'second']);
  });

  it('lists first whose consultation with this physician broke off, and nobody so for another', () => {
    cabin('longest', '2026-03-02T09:00:00+01:00');
    for (const [interruptedWith, first] of [
      ['lefevre', 'longest'],
      ['benali', 'broken-off'],
    ] as const) {
      cabin('broken-off', '2026-03-02T09:30:00+01:00');
      const ticket = { ...waiting('2026-03-02T09:30:00+01:00'), interruptedWith } as Ticket;
      queue.ticket('site', 'broken-off', ticket);
      expect(listed()[0]).toBe(first);
      expect(queue.entries().map(({ mineBefore }) => mineBefore)).toEqual([first !== 'longest', false]);
    }
  });

  it('shows a place only with both presence and ticket, and marks who holds it', () => {
    queue.ticket('site', 'c1', waiting('2026-03-02T09:00:00+01:00'));
    expect(listed()).toEqual([]);
    queue.presence('site', 'c1', online);
    expect(queue.entries()[0]?.holder).toBe('nobody');
    for (const [physicianId, holder] of [
      ['benali', 'me'],
      ['lefevre', 'other'],
    ] as const) {
      queue.ticket('site', 'c1', {
        ...waiting('2026-03-02T09:00:00+01:00'),
        state: 'taken',
        physicianId,
      } as Ticket);
      expect(queue.entries()[0]?.holder).toBe(holder);
    }
    queue.ticket('site', 'c1', { state: 'none' });
    expect(listed()).toEqual([]);
  });

  it('marks a cabin of another version as one that cannot be taken', () => {
    cabin('c1', undefined, { protocolVersion: PROTOCOL_VERSION + 1 });
    expect(queue.entries()[0]?.compatible).toBe(false);
  });

  it('does not jump when a link flaps, and forgets a cabin that stays away', async () => {
    cabin('c1');
    queue.presence('site', 'c1', { ...online, state: 'offline' });
    await clock.advance(OFFLINE_DEBOUNCE_MS - 1);
    queue.presence('site', 'c1', online);
    await clock.advance(OFFLINE_DEBOUNCE_MS * 2);
    expect([listed(), forgotten]).toEqual([['c1'], 0]);
    queue.presence('site', 'c1', { ...online, state: 'offline' });
    await clock.advance(OFFLINE_DEBOUNCE_MS);
    expect([listed(), forgotten]).toEqual([[], 1]);
  });

  it('knows a cabin that was forgotten once it has said both words again', async () => {
    cabin('c1');
    expect(queue.knows('site', 'c1')).toBe(true);
    queue.presence('site', 'c1', { ...online, state: 'offline' });
    await clock.advance(OFFLINE_DEBOUNCE_MS);
    queue.presence('site', 'c1', online);
    expect(queue.knows('site', 'c1')).toBe(false);
    queue.ticket('site', 'c1', { state: 'none' });
    expect(queue.knows('site', 'c1')).toBe(true);
  });

  it('forgets after a reconnection those who do not say again that they are there', async () => {
    cabin('stays');
    cabin('went');
    queue.reconnected();
    queue.presence('site', 'stays', online);
    await clock.advance(OFFLINE_DEBOUNCE_MS);
    expect(listed()).toEqual(['stays']);
  });
});
