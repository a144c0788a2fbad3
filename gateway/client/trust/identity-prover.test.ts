import { generateKeyPairSync } from 'node:crypto';
import { exportJWK, generateKeyPair } from 'jose';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { failure } from '#core/contract/error-codes.ts';
import { type KeySet, type Proof, privateKeySchema, publicKeySchema } from '#core/contract/identity.ts';
import { fail, ok } from '#core/result.ts';
import type { Description } from '#core/trust/proof-text.ts';
import { BENALI } from '#core/visit/fake-visit.ts';
import { createFakeClock, type FakeClock } from '#devices/kit/fake-clock.ts';
import { createIdentityStatements, type IdentityStatements } from '#gateway/accounts/identity-statements.ts';
import { createSigningKey } from './es256.ts';
import { createIdentityProver, type IdentityProver } from './identity-prover.ts';

const CABIN = { role: 'cabin', siteId: 'site-a', cabinId: 'one' } as const;
const PHYSICIAN = { role: 'physician', physicianId: 'benali' } as const;
const OFFER: Description = {
  call: 'patient-physician',
  occasion: 'ticket-1',
  attempt: { attemptId: 'attempt-1', generation: 1 },
  role: 'cabin',
  type: 'offer',
  negotiation: 1,
  sdp: 'v=0',
  fingerprint: 'AA',
  answers: undefined,
};

const newGateway = (clock: FakeClock): Promise<IdentityStatements> =>
  createIdentityStatements(
    privateKeySchema.parse(
      generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' }),
    ),
    clock,
  );

let gatewayClock: FakeClock;
let clock: FakeClock;
let gateway: IdentityStatements;
let answers: 'well' | 'lost';
let keysRead: number;
let asked: number;
let cabin: IdentityProver;
let physician: IdentityProver;

const proverOf = (who: typeof CABIN | typeof PHYSICIAN, readKeys: () => KeySet, own: FakeClock) =>
  createIdentityProver({
    key: createSigningKey(),
    askStatement: async (key) => {
      asked += 1;
      if (answers === 'lost') return fail(failure('GATEWAY_LOST'));
      const stated = await gateway.issue(who.role === 'cabin' ? who : { ...who, card: BENALI }, key);
      return stated.ok ? stated : fail(failure('NOT_ALLOWED'));
    },
    readKeys: async () => {
      keysRead += 1;
      return ok(readKeys());
    },
    clock: own,
  });
const prove = async (prover: IdentityProver, description: Description): Promise<Proof> => {
  const proof = await prover.prove(description);
  if (!proof.ok) throw new Error(proof.failure.code);
  return proof.value;
};
const codeOf = async (description: Description, proof: Proof | undefined, expected = CABIN) => {
  const judged = await physician.judge(description, proof, expected);
  return judged.ok ? 'proven' : judged.failure.code;
};

beforeEach(async () => {
  gatewayClock = createFakeClock();
  // This machine's wall clock is ten years slow: only the gateway's time counts.
  clock = createFakeClock(Date.parse('2016-01-01T00:00:00Z'));
  gateway = await newGateway(gatewayClock);
  answers = 'well';
  keysRead = 0;
  asked = 0;
  cabin = proverOf(CABIN, () => gateway.keys, clock);
  physician = proverOf(PHYSICIAN, () => gateway.keys, clock);
});
const pass = async (milliseconds: number) => {
  await gatewayClock.advance(milliseconds);
  await clock.advance(milliseconds);
};

describe('proofs between two ends', () => {
  it('are believed from whom the gateway has stated, both ways, whatever the clock of the machine says', async () => {
    expect(await codeOf(OFFER, await prove(cabin, OFFER))).toBe('proven');
    const answer: Description = { ...OFFER, role: 'physician', type: 'answer', answers: 'AA' };
    expect(await cabin.judge(answer, await prove(physician, answer), PHYSICIAN)).toEqual(ok(null));
  });

  it('are refused without one, or with one that cannot be read', async () => {
    const proof = await prove(cabin, OFFER);
    expect(await codeOf(OFFER, undefined)).toBe('PEER_UNPROVEN');
    for (const statement of ['', 'a.b.c', `${proof.statement}.more`, proof.statement.replace('.', '..')])
      expect(await codeOf(OFFER, { ...proof, statement })).toBe('PEER_UNPROVEN');
  });

  it.each<Partial<Description>>([
    { call: 'assistant-physician' },
    { occasion: 'ticket-2' },
    { attempt: { attemptId: 'attempt-2', generation: 2 } },
    { role: 'physician' },
    { type: 'answer' },
    { negotiation: 2 },
    { sdp: 'v=0\r\na=x' },
    { fingerprint: 'BB' },
    { answers: 'AA' },
  ])('are refused for anything but what was signed: %o', async (change) => {
    expect(await codeOf({ ...OFFER, ...change }, await prove(cabin, OFFER))).toBe('PEER_FORGED');
  });

  it('are refused from another, although the gateway vouches for them', async () => {
    const other = proverOf(PHYSICIAN, () => gateway.keys, clock);
    expect(await codeOf(OFFER, await prove(other, OFFER))).toBe('PEER_FORGED');
    // The statement of the one, the signature of the other.
    const mixed = { ...(await prove(other, OFFER)), statement: (await prove(cabin, OFFER)).statement };
    expect(await codeOf(OFFER, mixed)).toBe('PEER_FORGED');
    expect(await codeOf(OFFER, { ...mixed, signature: 'A'.repeat(86) })).toBe('PEER_FORGED');
  });

  it('are refused with the statement of another gateway, or one that was altered', async () => {
    const proof = await prove(cabin, OFFER);
    const [header, payload, signature] = proof.statement.split('.');
    const claims = JSON.parse(Buffer.from(payload ?? '', 'base64url').toString());
    const jwk = publicKeySchema.parse(await exportJWK((await generateKeyPair('ES256')).publicKey));
    const forged = Buffer.from(JSON.stringify({ ...claims, cnf: { jwk } })).toString('base64url');
    expect(await codeOf(OFFER, { ...proof, statement: `${header}.${forged}.${signature}` })).toBe(
      'PEER_FORGED',
    );
    const before = keysRead;
    gateway = await newGateway(gatewayClock);
    const stranger = proverOf(CABIN, () => gateway.keys, clock);
    const strange = await prove(stranger, OFFER);
    gateway = await newGateway(gatewayClock);
    expect(await codeOf(OFFER, strange)).toBe('PEER_FORGED');
    expect(keysRead).toBeGreaterThan(before);
  });

  it('are believed of a gateway that has changed its key, once it is asked', async () => {
    await codeOf(OFFER, await prove(cabin, OFFER));
    gateway = await newGateway(gatewayClock);
    const again = proverOf(CABIN, () => gateway.keys, clock);
    expect(await codeOf(OFFER, await prove(again, OFFER))).toBe('proven');
  });

  it('expire, by the time of the gateway', async () => {
    const old = await prove(cabin, OFFER);
    await pass(900_000);
    expect(await codeOf(OFFER, old)).toBe('proven');
    await pass(60_000);
    expect(await codeOf(OFFER, old)).toBe('PEER_STATEMENT_EXPIRED');
    expect(await codeOf(OFFER, await prove(cabin, OFFER))).toBe('proven');
  });

  it('are judged by the gateway’s time anew when this machine slept through some of it', async () => {
    await codeOf(OFFER, await prove(cabin, OFFER));
    await clock.advance(10_000);
    await gatewayClock.advance(3_600_000);
    const fresh = proverOf(CABIN, () => gateway.keys, createFakeClock());
    expect(await codeOf(OFFER, await prove(fresh, OFFER))).toBe('proven');
  });

  it('say that a clock is wrong when a statement comes from the future', async () => {
    await codeOf(OFFER, await prove(cabin, OFFER));
    await gatewayClock.advance(3_600_000);
    const future = await prove(
      proverOf(CABIN, () => gateway.keys, createFakeClock()),
      OFFER,
    );
    answers = 'lost';
    await clock.advance(10_000);
    expect(await codeOf(OFFER, future)).toBe('PEER_CLOCK');
  });
});

describe('this side’s own statement', () => {
  it('is renewed at half its life, and asked for again when the gateway is away', async () => {
    await prove(physician, OFFER);
    const first = (await prove(physician, OFFER)).statement;
    const before = asked;
    answers = 'lost';
    await pass(450_000);
    expect(asked).toBeGreaterThan(before);
    expect((await prove(physician, OFFER)).statement).toBe(first);
    answers = 'well';
    await pass(10_000);
    // Signed in another thread, so it takes its time.
    await vi.waitFor(async () => expect((await prove(physician, OFFER)).statement).not.toBe(first));
  });

  it('fails with PEER_UNPROVEN when the gateway gives none, and in time when it does not answer', async () => {
    answers = 'lost';
    const lonely = proverOf(CABIN, () => gateway.keys, clock);
    expect(await lonely.prove(OFFER)).toEqual(fail(failure('PEER_UNPROVEN', 'GATEWAY_LOST')));
    const mute = createIdentityProver({
      key: createSigningKey(),
      askStatement: () => new Promise(() => {}),
      readKeys: async () => ok(gateway.keys),
      clock,
    });
    const proving = mute.prove(OFFER);
    await clock.advance(5_000);
    expect(await proving).toEqual(fail(failure('PEER_UNPROVEN', 'GATEWAY_LOST no answer')));
  });

  it('is not asked for any more once closed', async () => {
    let own = 0;
    const closed = createIdentityProver({
      key: createSigningKey(),
      askStatement: async () => {
        own += 1;
        return fail(failure('GATEWAY_LOST'));
      },
      readKeys: async () => ok(gateway.keys),
      clock,
    });
    await closed.prove(OFFER);
    closed.close();
    const before = own;
    await clock.advance(3_600_000);
    expect(own).toBe(before);
  });
});
