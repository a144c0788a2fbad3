import { afterEach, beforeEach, expect, it } from 'vitest';
import { createFakeClock, type FakeClock } from '#devices/kit/fake-clock.ts';
import { OFFLINE_DEBOUNCE_MS } from '#gateway/client/queue.ts';
import { type CutLine, openCutLine } from '#test/harness/cut-line.ts';
import { createGatewayRig, type GatewayRig, SITE, until, waitingTicket } from '#test/harness/gateway-rig.ts';

const PLACE = { siteId: SITE.id, cabinId: SITE.cabinId, ticketId: 't1' } as const;
let rig: GatewayRig;
let line: CutLine;
let pageClock: FakeClock;
beforeEach(async () => {
  rig = await createGatewayRig();
  line = await openCutLine(rig.gateway().port);
  pageClock = createFakeClock();
});
afterEach(async () => {
  line.close();
  await rig.close();
});

it('leaves a physician their claim on a cabin that was away for longer than the queue remembers it', async () => {
  const { desk: cabin, messages } = await rig.cabin(`ws://127.0.0.1:${line.port}/mqtt`);
  const page = await rig.physician('dr-benali', 'page1', pageClock);
  cabin.publishTicket(waitingTicket('t1'));
  await until(page.store, ({ queue }) => queue.length === 1);
  const claiming = page.claim(PLACE);
  await messages.next(({ message }) => message.type === 'claim');
  cabin.publishTicket({ ...waitingTicket('t1'), state: 'taken', physicianId: 'dr-benali' });
  cabin.send('dr-benali', {
    type: 'claim-granted',
    ticketId: 't1',
    letter: { attemptId: 'page1', generation: 1 },
  });
  await claiming;
  await until(page.store, ({ queue }) => queue[0]?.holder === 'me');

  line.cut();
  await until(cabin.connection, ({ state }) => state !== 'connected');
  const forgotten = until(page.store, ({ queue }) => queue.length === 0);
  // The last will reaches the page at a time of its own, and the queue remembers from then on.
  const passing = setInterval(() => void pageClock.advance(OFFLINE_DEBOUNCE_MS), 20);
  await forgotten;
  clearInterval(passing);
  expect(page.store.getState().claim.state).toBe('held');

  line.mend();
  await until(page.store, ({ queue, claim }) => queue[0]?.holder === 'me' || claim.state === 'ended');
  expect(page.store.getState().claim.state).toBe('held');
  expect(page.call.sendReady()).toBe(true);
});
