import { createHmac } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { iceAccessSchema } from '#core/contract/ice.ts';
import { createFakeClock, type FakeClock } from '#devices/kit/fake-clock.ts';
import { createGatewayRig, type GatewayRig } from '#test/harness/gateway-rig.ts';

const relay = { urls: ['turns:relay.example.fr:443?transport=tcp'], secret: 'shared-with-the-relay' };
let rig: GatewayRig;
let clock: FakeClock;
beforeEach(async () => {
  clock = createFakeClock();
  rig = await createGatewayRig({ relay }, clock);
});
afterEach(() => rig.close());

const ask = (token: string, headers: Record<string, string> = {}) =>
  fetch(`http://${rig.address()}/relay`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, ...headers },
  });
const userOf = async (token: string): Promise<string> => {
  const { iceServers } = iceAccessSchema.parse(await (await ask(token)).json());
  const { username = '', credential } = iceServers[0] ?? { urls: [] };
  expect(credential).toBe(createHmac('sha1', relay.secret).update(username).digest('base64'));
  return username;
};

describe('access to the relay over HTTP', () => {
  it('is of one session, for an hour from now, and names nobody', async () => {
    const [first, second] = [await rig.signIn('dr-benali'), await rig.signIn('dr-benali')];
    const user = await userOf(first.token);
    expect(user).toMatch(/^\d+:physician\.[0-9a-f-]{36}$/);
    expect(Number(user.split(':')[0])).toBe(Math.floor(Date.parse(clock.now()) / 1_000) + 3_600);
    expect((await userOf(second.token)).split(':')[1]).not.toBe(user.split(':')[1]);
    await clock.advance(600_000);
    expect(Number((await userOf(first.token)).split(':')[0])).toBe(Number(user.split(':')[0]) + 600);
  });

  it('of the cabin comes with its token', async () => {
    const { ice } = await rig.cabinToken();
    expect(ice.iceServers[0]?.username).toMatch(/^\d+:cabin\.pharmacie-des-halles\.cabine-1$/);
  });

  it('is for nobody without a session, nor for a page of another place, and stands in no public answer', async () => {
    expect((await ask('nonsense')).status).toBe(401);
    const { token } = await rig.signIn('dr-benali');
    expect((await ask(token, { origin: 'https://elsewhere.example' })).status).toBe(403);
    expect(await (await fetch(`http://${rig.address()}/config`)).text()).not.toContain('relay.example.fr');
    await clock.advance(16 * 60_000);
    expect((await ask(token)).status).toBe(401);
  });
});
