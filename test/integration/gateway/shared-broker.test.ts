import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createFakeClock } from '#devices/kit/fake-clock.ts';
import { createDynamicSecurity } from '#gateway/broker/external/dynamic-security.ts';
import { systemClock } from '#gateway/client/system-clock.ts';
import {
  createGatewayRig,
  type GatewayRig,
  PRESENCE,
  SITE,
  until,
  waitingTicket,
} from '#test/harness/gateway-rig.ts';
import { type Mosquitto, mosquittoMissing, startMosquitto } from '#test/harness/mosquitto.ts';

const OTHER = { ...SITE, cabinId: 'cabine-2' };
let mosquitto: Mosquitto;
let one: GatewayRig;
let other: GatewayRig;

const LOOK = { count: -1, offset: 0 };
/** The users that gateways made, and a hand on the broker's administration. */
const administer = async () => {
  const plugin = createDynamicSecurity(mosquitto.settings, systemClock);
  await new Promise<void>((resolve) => plugin.onConnected(resolve));
  return {
    users: async (): Promise<readonly string[]> => {
      const listed = await plugin.run([{ command: 'listClients', ...LOOK }]);
      const data = listed.ok ? (listed.value[0]?.data as { clients: string[] }) : { clients: [] };
      return data.clients.filter((name) => name.startsWith('cabine/'));
    },
    remove: (username: string) => plugin.run([{ command: 'deleteClient', username }]),
    close: plugin.close,
  };
};

describe.skipIf(mosquittoMissing !== undefined)(
  `two cabins with a gateway each on one mosquitto ${mosquittoMissing ?? ''}`,
  { timeout: 60_000 },
  () => {
    beforeEach(async () => {
      mosquitto = await startMosquitto();
      one = await createGatewayRig({}, systemClock, mosquitto);
      other = await createGatewayRig({ site: OTHER }, systemClock, mosquitto);
    }, 60_000);
    afterEach(async () => {
      await Promise.all([one.close(), other.close()]);
      await mosquitto.close();
    });

    it('show a physician the patients of the cabin that they signed in at, and carry nothing to the other', async () => {
      const [cabin, otherCabin] = [await one.cabin(), await other.cabin()];
      otherCabin.desk.publishPresence(PRESENCE);
      otherCabin.desk.publishTicket(waitingTicket('elsewhere'));
      const otherPhysician = await other.physician('dr-lefevre');
      const { queue: theirs } = await until(otherPhysician.store, ({ queue }) => queue.length > 0);
      expect(theirs.map(({ cabinId }) => cabinId)).toEqual([OTHER.cabinId]);

      // What the broker keeps of the other cabin would be told before what is published afterwards.
      const physician = await one.physician('dr-benali');
      cabin.desk.publishPresence(PRESENCE);
      cabin.desk.publishTicket(waitingTicket('here'));
      const { queue } = await until(physician.store, (state) =>
        state.queue.some(({ cabinId }) => cabinId === SITE.cabinId),
      );
      expect(queue.map(({ ticket }) => ticket.ticketId)).toEqual(['here']);

      const elsewhere = { siteId: OTHER.id, cabinId: OTHER.cabinId, ticketId: 'elsewhere' };
      const claims = [physician.claim(elsewhere), otherPhysician.claim(elsewhere)];
      await otherCabin.messages.next(({ physicianId }) => physicianId === 'dr-lefevre');
      const heard = otherCabin.messages.items.map(({ physicianId }) => physicianId);
      expect(heard).not.toContain('dr-benali');
      await Promise.all([physician.close(), otherPhysician.close()]);
      await Promise.all(claims);
    });

    it('hold one user of a cabin, however often it renews, and never end its connection for that', async () => {
      const clock = createFakeClock();
      const rig = await createGatewayRig({ site: { ...SITE, cabinId: 'cabine-3' } }, clock, mosquitto);
      const administration = await administer();
      const { desk } = await rig.cabin();
      const states: string[] = [];
      desk.connection.subscribe(({ state }) => states.push(state));
      for (let renewals = 0; renewals < 8; renewals += 1) {
        await clock.advance(40 * 60_000);
        await rig.cabinToken();
      }
      const [own, ...more] = await administration.users();
      expect(more).toEqual([]);
      expect(states).toEqual([]);

      // One that the broker has lost is not given again.
      await administration.remove(own ?? '');
      const { broker } = await rig.cabinToken();
      expect(await administration.users()).toEqual([broker?.username]);
      expect(broker?.username).not.toBe(own);

      // Beyond half of its longest time another takes over, and the older one goes at its end.
      await clock.advance(7 * 3_600_000);
      const later = await rig.cabinToken();
      expect(await administration.users()).toHaveLength(2);
      await clock.advance(6 * 3_600_000);
      await vi.waitFor(
        async () => expect(await administration.users()).toEqual([later.broker?.username]),
        20_000,
      );
      await administration.close();
      await rig.close();
    });
  },
);
