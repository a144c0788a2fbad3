import { afterEach, beforeEach, describe, expect, it } from 'vitest';
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
  },
);
