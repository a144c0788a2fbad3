import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createFakeClock } from '#devices/kit/fake-clock.ts';
import type { Place } from '#gateway/client/claim.ts';
import type { PhysicianDesk } from '#gateway/client/physician-desk.ts';
import {
  createGatewayRig,
  type GatewayRig,
  PRESENCE,
  SITE,
  until,
  waitingTicket,
} from '#test/harness/gateway-rig.ts';
import { type Mosquitto, mosquittoMissing, startMosquitto } from '#test/harness/mosquitto.ts';

const place = (ticketId: string): Place => ({ siteId: SITE.id, cabinId: SITE.cabinId, ticketId });
const seesTicket = (desk: PhysicianDesk, ticketId: string) =>
  until(desk.store, ({ queue }) => queue.some(({ ticket }) => ticket.ticketId === ticketId));
/** The first letter of a page. */
const FIRST = { attemptId: 'page1', generation: 1 };
const ATTEMPT = { attemptId: 'attempt-1', generation: 1 };

/** The same clients on every broker, unchanged. */
const BROKERS = [
  { name: "the gateway's own broker", missing: undefined, start: async () => undefined },
  { name: 'mosquitto over TLS', missing: mosquittoMissing, start: startMosquitto },
];
const runnable = ({ missing }: (typeof BROKERS)[number]): boolean => missing === undefined;

describe.each(BROKERS.filter((broker) => !runnable(broker)))(
  'a cabin and its physicians over $name',
  ({ missing }) => {
    it.skip(`${missing}`, () => {});
  },
);

describe.each(BROKERS.filter(runnable))(
  'a cabin and its physicians over $name',
  { timeout: 60_000 },
  ({ start }) => {
    let mosquitto: Mosquitto | undefined;
    let rig: GatewayRig;
    beforeAll(async () => {
      mosquitto = await start();
    }, 60_000);
    afterAll(() => mosquitto?.close());
    beforeEach(async () => {
      rig = await createGatewayRig({}, undefined, mosquitto);
    });
    afterEach(() => rig.close());

    it('shows the place to every physician, grants one claim and refuses the other', async () => {
      const { desk: cabin, messages } = await rig.cabin();
      const [benali, lefevre] = [await rig.physician('dr-benali'), await rig.physician('dr-lefevre')];
      cabin.publishTicket(waitingTicket('t1'));
      const seen = await seesTicket(benali, 't1');
      await seesTicket(lefevre, 't1');
      expect(seen.queue).toMatchObject([
        { siteId: SITE.id, holder: 'nobody', compatible: true, presence: { siteName: PRESENCE.siteName } },
      ]);

      const first = benali.claim(place('t1'));
      const { physicianId } = await messages.next(({ message }) => message.type === 'claim');
      expect(physicianId).toBe('dr-benali');
      cabin.send('dr-benali', { type: 'claim-granted', ticketId: 't1', letter: FIRST });
      const second = lefevre.claim(place('t1'));
      await messages.next((heard) => heard.physicianId === 'dr-lefevre');
      cabin.send('dr-lefevre', {
        type: 'claim-refused',
        ticketId: 't1',
        letter: FIRST,
        code: 'ALREADY_TAKEN',
      });

      expect(await first).toEqual({ ok: true, value: null });
      expect(await second).toEqual({ ok: false, failure: { code: 'ALREADY_TAKEN' } });
      expect(benali.store.getState().claim.state).toBe('held');
      expect(lefevre.store.getState().claim).toMatchObject({ state: 'refused', code: 'ALREADY_TAKEN' });
    });

    const held = async () => {
      const { desk: cabin, messages, presence, dropped } = await rig.cabin();
      const benali = await rig.physician('dr-benali');
      cabin.publishTicket(waitingTicket('t1'));
      await seesTicket(benali, 't1');
      const claiming = benali.claim(place('t1'));
      await messages.next(({ message }) => message.type === 'claim');
      cabin.publishTicket({ ...waitingTicket('t1'), state: 'taken', physicianId: 'dr-benali' });
      cabin.send('dr-benali', { type: 'claim-granted', ticketId: 't1', letter: FIRST });
      await claiming;
      return { cabin, messages, presence, dropped, benali };
    };

    it('carries signals both ways, and drops those of another ticket', async () => {
      const { cabin, messages, benali } = await held();
      const received = new Promise((resolve) => benali.call.onMessage(resolve));
      const offer = { type: 'offer', sdp: 'v=0', negotiation: 1 } as const;
      cabin.send('dr-benali', {
        type: 'signal',
        ticketId: 'another',
        attempt: ATTEMPT,
        signal: { type: 'offer', sdp: 'x' },
      });
      const message = {
        type: 'signal',
        ticketId: 't1',
        attempt: ATTEMPT,
        signal: offer,
        proof: { statement: 'a.b.c', signature: 'A'.repeat(86) },
      } as const;
      cabin.send('dr-benali', message);
      expect(await received).toEqual(message);
      expect(benali.call.sendSignal(ATTEMPT, { type: 'answer', sdp: 'v=0' }, message.proof)).toBe(true);
      expect(benali.call.sendRefused(ATTEMPT, 'PEER_FORGED')).toBe(true);
      expect((await messages.next((heard) => heard.message.type === 'signal')).message).toMatchObject({
        proof: message.proof,
      });
      expect(benali.call.sendRestart(ATTEMPT)).toBe(true);
      expect((await messages.next(({ message }) => message.type === 'restart')).message).toEqual({
        type: 'restart',
        ticketId: 't1',
        attempt: ATTEMPT,
      });
    });

    it('gives a place back', async () => {
      const { messages, benali } = await held();
      benali.release();
      expect((await messages.next(({ message }) => message.type === 'release')).physicianId).toBe(
        'dr-benali',
      );
      expect(benali.store.getState().claim.state).toBe('none');
    });

    it('ends the claim when the cabin says so, and when the ticket alone says so', async () => {
      const { cabin, benali } = await held();
      await until(benali.store, ({ queue }) => queue[0]?.holder === 'me');
      cabin.publishTicket({ state: 'none' });
      expect((await until(benali.store, ({ claim }) => claim.state === 'ended')).queue).toEqual([]);
    });

    it('takes its place up again after a reload of the page, and the older page gives way', async () => {
      const { cabin, messages, presence, benali } = await held();
      const reloaded = await rig.physician('dr-benali', 'page2');
      await until(benali.store, ({ connection }) => connection.state === 'replaced');
      expect(benali.store.getState().claim.state).toBe('none');
      await until(reloaded.store, ({ claim }) => claim.state === 'asking');
      const letter = { attemptId: 'page2', generation: 1 };
      await messages.next(
        ({ message }) => message.type === 'claim' && message.letter.attemptId === letter.attemptId,
      );
      cabin.send('dr-benali', { type: 'claim-granted', ticketId: 't1', letter });
      await until(reloaded.store, ({ claim }) => claim.state === 'held');
      expect(presence.items.at(-1)).toEqual({ physicianId: 'dr-benali', state: 'online' });
    });

    it('survives a restart of the gateway: the same session, the queue and the claim stay', async () => {
      const { cabin, messages, benali } = await held();
      await rig.stop();
      await until(benali.store, ({ connection }) => connection.state === 'lost');
      // The two links fall one after the other.
      await until(cabin.connection, ({ state }) => state === 'lost');
      expect(benali.call.sendReady()).toBe(false);
      expect(cabin.send('dr-benali', { type: 'claim-ended', ticketId: 't1' })).toBe(false);
      await rig.restart();
      await until(cabin.connection, ({ state }) => state === 'connected');
      await until(benali.store, ({ connection }) => connection.state === 'connected');
      expect(benali.store.getState().claim.state).toBe('held');
      const other = await rig.physician('dr-lefevre');
      const seen = await seesTicket(other, 't1');
      expect(seen.queue[0]?.holder).toBe('other');
      expect(benali.call.sendReady()).toBe(true);
      await messages.next(({ message }) => message.type === 'ready-for-call');
    });

    it('drops what is not of the protocol, and tells both ends of the call', async () => {
      const { cabin, benali, dropped } = await held();
      const faults: string[] = [];
      benali.call.onFault((code) => faults.push(code));
      expect(benali.call.sendRestart({ attemptId: 'not an id!', generation: 0 })).toBe(true);
      expect(await dropped.next(() => true)).toEqual({
        code: 'INVALID_MESSAGE',
        from: { role: 'physician', id: 'dr-benali' },
      });
      cabin.send('dr-benali', { type: 'nonsense' } as never);
      cabin.send('dr-benali', { type: 'claim-ended', ticketId: 't1' });
      await until(benali.store, ({ claim }) => claim.state === 'ended');
      expect(faults).toEqual(['INVALID_MESSAGE']);
    });

    it('ends with the session of the physician, and says so', async () => {
      const clock = createFakeClock();
      const short = await createGatewayRig({}, clock, mosquitto);
      const physician = await short.physician('dr-benali');
      await clock.advance(12 * 3_600_000);
      expect(await until(physician.store, ({ connection }) => connection.state === 'expired')).toBeDefined();
      await short.close();
    });
  },
);
