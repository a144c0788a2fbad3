import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LETTER_RATE, TOPICS } from '#core/contract/signalling.ts';
import { ok } from '#core/result.ts';
import { createGuestDesk } from '#gateway/client/guest-desk.ts';
import { systemClock } from '#gateway/client/system-clock.ts';
import { openCutLine } from '#test/harness/cut-line.ts';
import { PRESENCE, SITE, until } from '#test/harness/gateway-rig.ts';
import { mosquittoMissing } from '#test/harness/mosquitto.ts';
import { heard, INBOX, type MosquittoRig, openMosquittoRig } from '#test/harness/mosquitto-rig.ts';

let broker: MosquittoRig;

describe.skipIf(mosquittoMissing !== undefined)(
  `letters over a mosquitto beside the gateway ${mosquittoMissing ?? ''}`,
  { timeout: 60_000 },
  () => {
    beforeEach(async () => {
      broker = await openMosquittoRig();
    }, 60_000);
    afterEach(() => broker.close());

    it('tells of a death by the last will, and keeps presence for who comes later', async () => {
      const topic = TOPICS.physicianPresence('dr-benali');
      const dying = await broker.physicianClient('dr-benali', 'p1', {
        topic,
        payload: Buffer.from('gone'),
        qos: 1,
        retain: true,
      });
      await dying.publishAsync(topic, 'here', { qos: 1, retain: true });
      const early = await broker.cabinClient();
      const toEarly = heard(early);
      await early.subscribeAsync(TOPICS.physicianPresence('+'), { qos: 1 });
      await vi.waitFor(() => expect(toEarly).toMatchObject([{ text: 'here', retained: true }]), 20_000);
      dying.stream.destroy();
      await vi.waitFor(() => expect(toEarly.at(-1)).toMatchObject({ text: 'gone', retained: false }), 20_000);
    });

    it('tells the cabin by the last will that it has lost the page of a guest', async () => {
      const { desk, guests } = await broker.rig.cabin();
      const { session, access } = await broker.enterGuest();
      const line = await openCutLine(Number(new URL(access.url).port));
      const guest = createGuestDesk({
        access: async () =>
          ok({
            ...access,
            url: `wss://localhost:${line.port}`,
            certificateAuthority: broker.mosquitto.settings.certificateAuthority ?? '',
          }),
        session,
        page: 'p1',
        onLetter: () => {},
        onFault: () => {},
        clock: systemClock,
        random: () => 0.5,
      });
      await guests.next(({ message }) => message.type === 'hello');
      expect(guests.items.map(({ message }) => message.type)).not.toContain('lost');
      line.cut();
      expect(await guests.next(({ message }) => message.type === 'lost')).toEqual({
        guestId: 'guest-0001',
        message: { type: 'lost', page: 'p1' },
      });
      expect(desk.connection.getState().state).toBe('connected');
      await guest.close();
      line.close();
    });

    it('lets a flood through, of which the cabin reads what the rate allows, and hears others after it', async () => {
      const { messages, dropped } = await broker.rig.cabin();
      const [benali, lefevre] = [await broker.physicianClient(), await broker.rig.physician('dr-lefevre')];
      const startedMs = systemClock.monotonic();
      // Fewer at once than mosquitto lets wait for the cabin: else it drops them itself.
      const wave = Array.from({ length: 200 }, (_, index) => index + 1);
      for (let waves = 0; waves < 50 && dropped.items.length === 0; waves += 1)
        await Promise.all(
          wave.map((generation) => {
            const letter = { attemptId: 'p1', generation };
            return benali.publishAsync(INBOX, JSON.stringify({ type: 'release', ticketId: 't1', letter }), {
              qos: 1,
            });
          }),
        );
      expect(await dropped.next(() => true)).toEqual({
        code: 'MESSAGE_TOO_MANY',
        from: { role: 'physician', id: 'dr-benali' },
      });
      const seconds = (systemClock.monotonic() - startedMs) / 1_000;
      const read = messages.items.filter(({ physicianId }) => physicianId === 'dr-benali').length;
      expect(read).toBeLessThanOrEqual(LETTER_RATE.burst + LETTER_RATE.perSecond * seconds);
      const claiming = lefevre.claim({ siteId: SITE.id, cabinId: SITE.cabinId, ticketId: 't1' });
      await messages.next(({ physicianId }) => physicianId === 'dr-lefevre');
      await lefevre.close();
      await claiming;
    });

    it('bears overlapping filters: a desk that is told twice shows one place', async () => {
      const { desk } = await broker.rig.cabin();
      const benali = await broker.rig.physician('dr-benali');
      desk.publishTicket({
        state: 'waiting',
        ticketId: 't1',
        since: '2026-03-02T09:00:00+01:00',
        language: 'fr',
      });
      desk.publishTicket({
        state: 'waiting',
        ticketId: 't1',
        since: '2026-03-02T09:00:00+01:00',
        language: 'fr',
      });
      desk.publishPresence(PRESENCE);
      const { queue } = await until(benali.store, (state) => state.queue.length > 0);
      expect(queue).toHaveLength(1);
    });

    it('does not replay a letter that somebody made it keep', async () => {
      const benali = await broker.physicianClient();
      const letter = { attemptId: 'p1', generation: 1 };
      await benali.publishAsync(INBOX, JSON.stringify({ type: 'release', ticketId: 'kept', letter }), {
        qos: 1,
        retain: true,
      });
      const { messages } = await broker.rig.cabin();
      await benali.publishAsync(INBOX, JSON.stringify({ type: 'release', ticketId: 'fresh', letter }), {
        qos: 1,
      });
      await messages.next(({ message }) => message.type === 'release' && message.ticketId === 'fresh');
      expect(messages.items).toHaveLength(1);
      await benali.publishAsync(INBOX, '', { qos: 1, retain: true });
    });
  },
);
