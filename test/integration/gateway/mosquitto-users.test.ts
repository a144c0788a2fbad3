import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { TOPICS } from '#core/contract/signalling.ts';
import { createDynamicSecurity } from '#gateway/broker/external/dynamic-security.ts';
import { createExternalBroker } from '#gateway/broker/external/external-broker.ts';
import { systemClock } from '#gateway/client/system-clock.ts';
import { createGateway } from '#gateway/create-gateway.ts';
import { SITE, until } from '#test/harness/gateway-rig.ts';
import { type Mosquitto, mosquittoMissing } from '#test/harness/mosquitto.ts';
import { closing, type MosquittoRig, openMosquittoRig, outcome } from '#test/harness/mosquitto-rig.ts';

let broker: MosquittoRig;
const HOUR_MS = 3_600_000;

describe.skipIf(mosquittoMissing !== undefined)(
  `users of a mosquitto beside the gateway ${mosquittoMissing ?? ''}`,
  { timeout: 60_000 },
  () => {
    beforeEach(async () => {
      broker = await openMosquittoRig();
    }, 60_000);
    afterEach(() => broker.close());

    it('ends a connected user with the token, says that they are away, and lets them in no more', async () => {
      const { presence } = await broker.rig.cabin();
      const { username, password } = await broker.accessOf('dr-benali', 'p1');
      const client = broker.connect({ clientId: 'physician.dr-benali.p1', username, password });
      await outcome(client);
      const own = TOPICS.physicianPresence('dr-benali');
      await client.publishAsync(own, JSON.stringify({ state: 'online', page: 'p1' }), {
        qos: 1,
        retain: true,
      });
      await presence.next(({ state }) => state === 'online');
      const closed = closing(client);
      await broker.clock.advance(10 * HOUR_MS);
      await closed;
      expect(await presence.next(({ state }) => state === 'offline')).toMatchObject({
        physicianId: 'dr-benali',
      });
      expect(await outcome(broker.connect({ clientId: 'physician.dr-benali.p1', username, password }))).toBe(
        'refused 5',
      );
    });

    it('extends a user with the session, without a break, and removes it at the sign-out', async () => {
      const { presence } = await broker.rig.cabin();
      const browser = await broker.rig.signedIn('dr-benali');
      const desk = await broker.rig.deskOf(browser);
      const states: string[] = [];
      desk.store.subscribe(({ connection }) => states.push(connection.state));
      for (let minutes = 0; minutes < 40; minutes += 5) {
        await broker.clock.advance(5 * 60_000);
        // The page renews, and the gateway looks after its users, over the real line.
        await broker.rig.signIn('dr-lefevre');
        await broker.users();
      }
      expect(await broker.users()).toContainEqual(expect.stringContaining('physician.dr-benali.'));
      expect(states.filter((state) => state !== 'connected')).toEqual([]);
      await browser.request(`${broker.rig.origin()}/sign-out`, { method: 'POST' });
      await broker.clock.advance(1);
      await until(desk.store, ({ connection }) => connection.state === 'expired');
      expect(await presence.next(({ state }) => state === 'offline')).toMatchObject({
        physicianId: 'dr-benali',
      });
      expect((await broker.users()).filter((name) => name.includes('dr-benali'))).toEqual([]);
    });

    it('removes what a gateway that died has left, and leaves what is still good', async () => {
      const another = await createGateway(
        { ...broker.rig.settings, port: 0, site: { ...SITE, cabinId: 'cabine-2' } },
        broker.clock,
      );
      if (!another.ok) throw new Error(another.failure.code);
      await vi.waitFor(async () => expect((await another.value.issueCabinToken()).ok).toBe(true), 20_000);
      await another.value.close();
      await broker.clock.advance(HOUR_MS);
      await broker.rig.cabinToken();
      expect((await broker.users()).filter((name) => name.includes('cabine-2'))).toHaveLength(1);
      await broker.clock.advance(12 * HOUR_MS);
      await vi.waitFor(
        async () => expect((await broker.users()).filter((name) => name.includes('cabine-2'))).toEqual([]),
        5_000,
      );
    });

    it('says which side is wrong: a password, or a broker that is away', async () => {
      const failureOf = async (change: Partial<Mosquitto['settings']>) => {
        const settings = { ...broker.mosquitto.settings, ...change };
        const plugin = createDynamicSecurity(settings, systemClock);
        const external = createExternalBroker(settings, 'trial', plugin, broker.clock);
        const admitted = vi.fn(async () => {
          const result = await external.admit({
            party: { role: 'physician', siteId: 's', cabinId: 'c', physicianId: 'x' },
            clientId: 'physician.x.p',
            expiresAtMs: 0,
          });
          return result.ok ? 'admitted' : result.failure.code;
        });
        return { admitted, close: external.close };
      };
      const wrong = await failureOf({ password: 'wrong' });
      await vi.waitFor(async () => expect(await wrong.admitted()).toBe('BROKER_REFUSED'), 20_000);
      await wrong.close();
      const away = await failureOf({ url: 'wss://localhost:1' });
      expect(await away.admitted()).toBe('BROKER_LOST');
      await away.close();
    });
  },
);
