import { createLocalJWKSet, exportJWK, generateKeyPair, jwtVerify } from 'jose';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  identityReplySchema,
  keySetSchema,
  type PublicKey,
  publicKeySchema,
  STATEMENT_AUDIENCE,
  STATEMENT_ISSUER,
  STATEMENT_TYPE,
  statementClaimsSchema,
} from '#core/contract/identity.ts';
import { createFakeClock, type FakeClock } from '#devices/kit/fake-clock.ts';
import { createGatewayRig, type GatewayRig } from '#test/harness/gateway-rig.ts';

let rig: GatewayRig;
let clock: FakeClock;
let key: PublicKey;
beforeEach(async () => {
  clock = createFakeClock();
  rig = await createGatewayRig({}, clock);
  const pair = await generateKeyPair('ES256');
  key = publicKeySchema.parse(await exportJWK(pair.publicKey));
});
afterEach(() => rig.close());

const ask = (token: string, body: unknown, headers: Record<string, string> = {}) =>
  fetch(`http://${rig.address()}/identity`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}`, ...headers },
    body: JSON.stringify(body),
  });
const readKeys = async () => keySetSchema.parse(await (await fetch(`http://${rig.address()}/keys`)).json());

describe('identity statements over HTTP', () => {
  it('bind the key of the page to the physician who signed in, with the card that patients see', async () => {
    const { token, physician } = await rig.signIn('dr-benali');
    const answer = await ask(token, { key });
    expect(answer.status).toBe(200);
    const { statement } = identityReplySchema.parse(await answer.json());
    const { payload } = await jwtVerify(statement, createLocalJWKSet(await readKeys()), {
      issuer: STATEMENT_ISSUER,
      audience: STATEMENT_AUDIENCE,
      typ: STATEMENT_TYPE,
      algorithms: ['ES256'],
      currentDate: new Date(clock.now()),
    });
    const claims = statementClaimsSchema.parse(payload);
    expect(claims).toMatchObject({
      role: 'physician',
      physician: 'dr-benali',
      sub: 'physician.dr-benali',
      card: physician,
      cnf: { jwk: key },
    });
    expect(claims.exp - claims.iat).toBe(900);
  });

  it('publish no secret, and the same keys after a restart', async () => {
    const before = await readKeys();
    await rig.restart();
    expect(await readKeys()).toEqual(before);
    const text = await (await fetch(`http://${rig.address()}/keys`)).text();
    expect(text).not.toContain(rig.settings.identityKey.d);
  });

  it('are for signed-in physicians, with a key that is one', async () => {
    const { token } = await rig.signIn('dr-benali');
    const { token: ofCabin } = await rig.cabinToken();
    const noPoint = { ...key, y: key.x };
    const { x: _x, ...halfKey } = key;
    const [nobody, cabin, bad, half, secret, elsewhere] = await Promise.all([
      ask('nonsense', { key }),
      ask(ofCabin, { key }),
      ask(token, { key: noPoint }),
      ask(token, { key: halfKey }),
      ask(token, { key: { ...key, d: key.x } }),
      ask(token, { key }, { origin: 'http://elsewhere.example' }),
    ]);
    expect([nobody, cabin, bad, half, secret, elsewhere].map(({ status }) => status)).toEqual([
      401, 401, 403, 400, 400, 403,
    ]);
    await clock.advance(11 * 3_600_000);
    expect((await ask(token, { key })).status).toBe(401);
  });

  it('are limited for each physician, not for their neighbours', async () => {
    const { token } = await rig.signIn('dr-benali');
    const { token: other } = await rig.signIn('dr-lefevre');
    const statuses: number[] = [];
    for (let count = 0; count < 21; count += 1) statuses.push((await ask(token, { key })).status);
    expect([statuses.filter((status) => status === 200).length, statuses.at(-1)]).toEqual([20, 429]);
    expect((await ask(other, { key })).status).toBe(200);
  });
});
