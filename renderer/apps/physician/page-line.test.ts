import { expect, it } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { ok } from '#core/result.ts';
import { createFakeClock } from '#devices/kit/fake-clock.ts';
import type { DeskSnapshot } from '#gateway/client/physician-desk.ts';
import type { QueueEntry } from '#gateway/client/queue.ts';
import { createPageLine } from './page-line.ts';

const LINE = { roundTripMs: 40, downBps: 2_000_000, upBps: 1_000_000 };
const PLACE = { siteId: 's', cabinId: 'c', ticketId: 't' };
const settle = () => new Promise((resolve) => setImmediate(resolve));

it('measures at the queue only, never while anybody is in a consultation', async () => {
  const store = createStore<DeskSnapshot>(() => ({
    connection: { state: 'connecting' },
    queue: [],
    claim: { state: 'none' },
  }));
  const stops: AbortSignal[] = [];
  const page = createPageLine({
    desk: { store },
    clock: createFakeClock(),
    measure: async (stop) => {
      stops.push(stop);
      return ok(LINE);
    },
  });
  expect(stops).toHaveLength(0);
  store.setState({ connection: { state: 'connected' } });
  await settle();
  expect(page.store.getState().line).toEqual(LINE);
  const running = (): boolean => stops.at(-1)?.aborted === false;
  for (const claim of [
    { state: 'asking', place: PLACE },
    { state: 'held', place: PLACE, line: undefined },
  ] as const) {
    store.setState({ claim });
    expect(running()).toBe(false);
  }
  store.setState({ claim: { state: 'none' } });
  expect(running()).toBe(true);
  store.setState({ queue: [{ holder: 'other' } as QueueEntry] });
  expect(running()).toBe(false);
  // What was measured stays known for the call.
  expect(page.store.getState().line).toEqual(LINE);
  page.close();
});

it('knows what the last call got, until it is measured again', async () => {
  const store = createStore<DeskSnapshot>(() => ({
    connection: { state: 'connected' },
    queue: [],
    claim: { state: 'held', place: PLACE, line: undefined },
  }));
  const page = createPageLine({ desk: { store }, clock: createFakeClock(), measure: async () => ok(LINE) });
  const quality = {
    outgoing: { rung: '240p', reason: 'loss', strained: false },
    incoming: { rung: 'hd', strained: false },
  } as const;
  const gone = { rung: 'none', strained: false } as const;
  page.called(quality);
  page.called({ outgoing: gone, incoming: gone });
  expect(page.store.getState()).toEqual({ line: undefined, lastCall: quality });
  store.setState({ claim: { state: 'none' } });
  await settle();
  expect(page.store.getState()).toEqual({ line: LINE, lastCall: undefined });
  page.close();
});
