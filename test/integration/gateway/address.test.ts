import mqtt from 'mqtt';
import { afterEach, expect, it } from 'vitest';
import { TOPICS } from '#core/contract/signalling.ts';
import { createFakeClock } from '#devices/kit/fake-clock.ts';
import { createGateway, type Gateway } from '#gateway/create-gateway.ts';
import { createGatewayRig, type GatewayRig, SITE } from '#test/harness/gateway-rig.ts';

/** Another address of this machine than its cabin comes in by. */
const ELSEWHERE = '127.0.0.2';
const closing: (Pick<Gateway, 'close'> | Pick<GatewayRig, 'close'>)[] = [];
afterEach(async () => {
  for (const one of closing.splice(0).reverse()) await one.close();
});
const rigAt = async (host: string): Promise<GatewayRig> => {
  const rig = await createGatewayRig({ host });
  closing.push(rig);
  return rig;
};
const answers = (host: string, rig: GatewayRig): Promise<boolean> =>
  fetch(`http://${host}:${rig.gateway().port}/health`).then(
    ({ ok }) => ok,
    () => false,
  );

it('listens on this machine’s own address alone unless it is told another', async () => {
  const rig = await rigAt('127.0.0.1');
  expect([await answers('127.0.0.1', rig), await answers(ELSEWHERE, rig)]).toEqual([true, false]);
});

it('lets physicians in by the address that it is told, and its cabin by its own, to one broker', async () => {
  const rig = await rigAt(ELSEWHERE);
  expect([await answers('127.0.0.1', rig), await answers(ELSEWHERE, rig)]).toEqual([true, true]);
  const { messages } = await rig.cabin(`ws://127.0.0.1:${rig.gateway().port}/mqtt`);
  const { token } = await rig.signIn('dr-benali');
  const page = mqtt.connect(`ws://${ELSEWHERE}:${rig.gateway().port}/mqtt`, {
    protocolVersion: 4,
    reconnectPeriod: 0,
    clientId: 'physician.dr-benali.page1',
    username: 'any',
    password: token,
  });
  const letter = { attemptId: 'page1', generation: 1 };
  await page.publishAsync(
    TOPICS.inbox(SITE.id, SITE.cabinId, 'dr-benali'),
    JSON.stringify({ type: 'release', ticketId: 't1', letter }),
    { qos: 1 },
  );
  expect(await messages.next(() => true)).toMatchObject({ physicianId: 'dr-benali', message: { letter } });
  await page.endAsync(true);
});

it('does not start where its cabin could not reach it', async () => {
  const rig = await rigAt('127.0.0.1');
  const { port } = rig.gateway();
  const second = await createGateway({ ...rig.settings, host: ELSEWHERE, port }, createFakeClock());
  expect(second).toMatchObject({ ok: false, failure: { code: 'GATEWAY_PORT_TAKEN' } });
  expect(await answers(ELSEWHERE, rig)).toBe(false);
});
