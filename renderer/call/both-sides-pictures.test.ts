import { beforeEach, expect, it, vi } from 'vitest';
import type { BulkAbout } from '#core/contract/bulk.ts';
import { openTwoSides, type TwoSides } from '#test/harness/two-sides.ts';

let clock: TwoSides['clock'];
let network: TwoSides['network'];
let cabin: TwoSides['cabin'];
let physician: TwoSides['physician'];
let callLevels: TwoSides['callLevels'];
let openAttempt: TwoSides['openAttempt'];
let show: TwoSides['show'];
let join: TwoSides['join'];
beforeEach(() => {
  ({ clock, network, cabin, physician, callLevels, openAttempt, show, join } = openTwoSides());
});

const digests = vi.spyOn(crypto.subtle, 'digest');
/** The hash answers from another thread: every one that was begun has answered, and what followed has run. */
const settled = async (): Promise<void> => {
  let seen: number;
  do {
    seen = digests.mock.results.length;
    await Promise.all(digests.mock.results.map(({ value }) => value));
    await new Promise((resolve) => setImmediate(resolve));
  } while (digests.mock.results.length > seen);
};
const WHILE_BUSY = { timeout: 10_000, interval: 10 };
const STILL: BulkAbout = {
  kind: 'still',
  takenAt: '2026-03-02T09:41:05.120+01:00',
  device: 'Otoscope',
  simulated: true,
  target: { instrument: 'exam-camera', site: 'throat' },
  width: 1_280,
  height: 720,
};

it('carries a still once the card is acknowledged, over a new channel too, and once', async () => {
  await join();
  const got: Uint8Array[] = [];
  physician.onItem(({ bytes }) => got.push(bytes));
  const bytes = new Uint8Array(100_000).map((_, index) => index % 251);
  await cabin.bulk.send('still-0001', STILL, bytes, { keep: true });
  await settled();
  expect(got).toEqual([]);
  network.cut();
  show({ stage: 'call', cardAcknowledged: true });
  network.peer(true)?.events.onClosed();
  network.mend();
  openAttempt();
  await clock.advance(1_000);
  await vi.waitFor(() => expect(got).toEqual([bytes]), WHILE_BUSY);
  const delivered = () => expect(cabin.bulk.store.getState().sent[0]?.sent).toEqual({ state: 'delivered' });
  await vi.waitFor(delivered, WHILE_BUSY);
  network.peer(true)?.events.onClosed();
  openAttempt();
  await clock.advance(1_000);
  await settled();
  expect(got).toHaveLength(1);
  show({ epoch: 2 });
  expect(cabin.bulk.store.getState().sent).toEqual([]);
});

it('shows single pictures with their time where moving ones do not go, each way, and none that is old', async () => {
  await join();
  show({ stage: 'call', cardAcknowledged: true });
  await clock.advance(1_000);
  physician.chooseRung('incoming', 'stills');
  physician.chooseRung('outgoing', 'stills');
  const goes = async (assertion: () => void) =>
    vi.waitFor(async () => {
      await clock.advance(250);
      assertion();
    }, WHILE_BUSY);
  const seen = () => physician.store.getState().call;
  await goes(() => expect(seen().picture).toMatchObject({ type: 'image/webp' }));
  await goes(() => expect(cabin.store.getState().picture).toMatchObject({ type: 'image/webp' }));
  await goes(() => expect(seen().quality.incoming).toMatchObject({ rung: 'stills', reason: 'forced' }));
  await goes(() => expect(callLevels.at(-1)?.outgoing).toEqual({ level: 'stills' }));
  const first = seen().picture?.receivedMs ?? 0;
  await goes(() => expect(seen().picture?.receivedMs).toBeGreaterThan(first + 4_000));
  physician.chooseRung('incoming', undefined);
  await goes(() => expect(seen().quality.incoming.rung).toBe('hd'));
  expect(seen().picture).toBeUndefined();
  expect(cabin.bulk.store.getState().sent).toEqual([]);
});
