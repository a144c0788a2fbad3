import type { IClientOptions } from 'mqtt';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LARGEST_SIGNALLING_MESSAGE_BYTES, TOPICS } from '#core/contract/signalling.ts';
import { SITE } from '#test/harness/gateway-rig.ts';
import { mosquittoMissing } from '#test/harness/mosquitto.ts';
import {
  CABIN_CLIENT,
  heard,
  INBOX,
  lastWord,
  type MosquittoRig,
  openMosquittoRig,
  outcome,
} from '#test/harness/mosquitto-rig.ts';

let broker: MosquittoRig;

describe.skipIf(mosquittoMissing !== undefined)(
  `rights on a mosquitto beside the gateway ${mosquittoMissing ?? ''}`,
  { timeout: 60_000 },
  () => {
    beforeEach(async () => {
      broker = await openMosquittoRig();
    }, 60_000);
    afterEach(() => broker.close());

    it('lets in the user of a page under its own client id only, and nobody without one', async () => {
      const { username, password } = await broker.accessOf('dr-benali', 'p1');
      const refused: IClientOptions[] = [
        { clientId: 'physician.dr-benali.p1' },
        { clientId: 'physician.dr-benali.p1', username, password: 'guessed' },
        { clientId: 'physician.dr-benali.p2', username, password },
        { clientId: CABIN_CLIENT, username, password },
      ];
      for (const options of refused) expect(await outcome(broker.connect(options))).toBe('refused 5');
      expect(await outcome(broker.connect({ clientId: 'physician.dr-benali.p1', username, password }))).toBe(
        'connected',
      );
    });

    it('makes a user for a signed-in page, and for nobody else', async () => {
      const { token } = await broker.rig.signIn('dr-benali');
      const ofCabin = (await broker.rig.cabinToken()).token;
      const statuses = await Promise.all([
        broker.ask('nonsense', { page: 'p1' }),
        broker.ask(ofCabin, { page: 'p1' }),
        broker.ask(token, { page: 'a/b' }),
        broker.ask(token, {}),
      ]);
      expect(statuses.map(({ status }) => status)).toEqual([401, 401, 400, 400]);
      expect((await broker.users()).filter((name) => name.includes('physician'))).toEqual([]);
      const policy =
        (await fetch(`http://${broker.rig.address()}/`)).headers.get('content-security-policy') ?? '';
      expect(policy).toContain(` ${broker.mosquitto.settings.url};`);
    });

    it('delivers nothing foreign, whatever a client subscribes to', async () => {
      const [benali, lefevre, cabin] = [
        await broker.physicianClient(),
        await broker.physicianClient('dr-lefevre'),
        await broker.cabinClient(),
      ];
      const toBenali = heard(benali);
      const toCabin = heard(cabin);
      for (const filter of [
        '#',
        '+/+/+/+/+',
        'cabine/#',
        INBOX,
        TOPICS.outbox('+', '+', '+'),
        TOPICS.physicianPresence('+'),
      ])
        await benali.subscribeAsync(filter, { qos: 1 }).catch(() => {});
      for (const filter of ['#', 'cabine/#', TOPICS.presence('+', '+'), TOPICS.inbox('+', '+', '+')])
        await cabin.subscribeAsync(filter, { qos: 1 }).catch(() => {});
      await benali.subscribeAsync([TOPICS.presence('+', '+'), TOPICS.outbox('+', '+', 'dr-benali')], {
        qos: 1,
      });
      await cabin.subscribeAsync(TOPICS.inbox(SITE.id, SITE.cabinId, '+'), { qos: 1 });

      await lefevre.publishAsync(TOPICS.physicianPresence('dr-lefevre'), 'foreign', { qos: 1, retain: true });
      await lefevre.publishAsync(TOPICS.inbox('elsewhere', 'cabine-1', 'dr-lefevre'), 'foreign', { qos: 1 });
      await cabin.publishAsync(TOPICS.outbox(SITE.id, SITE.cabinId, 'dr-lefevre'), 'foreign', { qos: 1 });
      await lastWord(benali, toBenali, cabin, TOPICS.outbox(SITE.id, SITE.cabinId, 'dr-benali'));
      await lastWord(cabin, toCabin, benali, INBOX);
      expect([...toBenali, ...toCabin].map(({ text }) => text)).toEqual(['last word', 'last word']);
    });

    it('gives a guest their own letters and nothing else, until they are sent away', async () => {
      const [benali, cabin] = [await broker.physicianClient(), await broker.cabinClient()];
      const { username, password } = (await broker.enterGuest()).access;
      const clientId = `guest.${SITE.id}.${SITE.cabinId}.guest-0001.p1`;
      const guest = broker.connect({ clientId, username, password });
      expect(await outcome(guest)).toBe('connected');
      const [toGuest, toCabin] = [heard(guest), heard(cabin)];
      const own = TOPICS.guestOutbox(SITE.id, SITE.cabinId, 'guest-0001');
      for (const filter of ['#', 'cabine/#', TOPICS.presence('+', '+'), INBOX, TOPICS.physicianPresence('+')])
        await guest.subscribeAsync(filter, { qos: 1 }).catch(() => {});
      await guest.subscribeAsync(own, { qos: 1 });
      await cabin.subscribeAsync(
        [TOPICS.inbox(SITE.id, SITE.cabinId, '+'), TOPICS.guestInbox(SITE.id, SITE.cabinId, '+')],
        { qos: 1 },
      );
      await cabin.publishAsync(TOPICS.presence(SITE.id, SITE.cabinId), '{}', { qos: 1, retain: true });
      await cabin.publishAsync(TOPICS.guestOutbox(SITE.id, SITE.cabinId, 'guest-0002'), 'foreign', {
        qos: 1,
      });
      for (const topic of [
        TOPICS.inbox(SITE.id, SITE.cabinId, 'dr-benali'),
        TOPICS.guestInbox(SITE.id, SITE.cabinId, 'guest-0002'),
      ])
        await guest.publishAsync(topic, 'forged', { qos: 1 }).catch(() => {});
      await lastWord(guest, toGuest, cabin, own);
      await lastWord(cabin, toCabin, benali, INBOX);
      expect([...toGuest, ...toCabin].map(({ text }) => text)).toEqual(['last word', 'last word']);
      const ended = new Promise<void>((resolve) => guest.once('close', () => resolve()));
      broker.rig.gateway().endGuest('guest-0001');
      await broker.clock.advance(0);
      await ended;
      expect(await outcome(broker.connect({ clientId, username, password }))).toBe('refused 5');
    });

    it('drops what is published where the publisher may not', async () => {
      const [benali, cabin] = [await broker.physicianClient(), await broker.cabinClient()];
      const watcher = heard(cabin);
      await cabin.subscribeAsync([TOPICS.inbox(SITE.id, SITE.cabinId, '+'), TOPICS.physicianPresence('+')], {
        qos: 1,
      });
      for (const topic of [
        TOPICS.inbox(SITE.id, SITE.cabinId, 'dr-lefevre'),
        TOPICS.physicianPresence('dr-lefevre'),
        '$CONTROL/dynamic-security/v1',
      ])
        await benali.publishAsync(topic, '{"commands":[]}', { qos: 1 }).catch(() => {});
      await lastWord(cabin, watcher, benali, INBOX);
      expect(watcher).toHaveLength(1);
    });

    it('refuses a message above the limit, and takes one at it', async () => {
      const [benali, cabin] = [await broker.physicianClient(), await broker.cabinClient()];
      const watcher = heard(cabin);
      await cabin.subscribeAsync(TOPICS.inbox(SITE.id, SITE.cabinId, '+'), { qos: 1 });
      await benali.publishAsync(INBOX, 'x'.repeat(LARGEST_SIGNALLING_MESSAGE_BYTES), { qos: 1 });
      await benali.publishAsync(INBOX, 'y'.repeat(LARGEST_SIGNALLING_MESSAGE_BYTES + 1), { qos: 1 });
      await lastWord(cabin, watcher, benali, INBOX);
      expect(watcher.map(({ text }) => text[0])).toEqual(['x', 'l']);
    });
  },
);
