import { SignJWT } from 'jose';
import { describe, expect, it } from 'vitest';
import { createFakeClock } from '#devices/kit/fake-clock.ts';
import type { Party } from './rights.ts';
import { createTokens } from './tokens.ts';

const KEY = Buffer.alloc(48, 7).toString('base64url');
const PHYSICIAN: Party = {
  role: 'physician',
  siteId: 'site-a',
  cabinId: 'cabin-1',
  physicianId: 'benali',
};
const CABIN: Party = { role: 'cabin', siteId: 'site-a', cabinId: 'cabin-1' };

describe('session tokens', () => {
  it.each([PHYSICIAN, CABIN])('say who holds them: $role', async (party) => {
    const clock = createFakeClock();
    const tokens = createTokens(KEY, clock);
    expect(await tokens.verify(await tokens.issue(party, 60))).toEqual({
      ok: true,
      value: { party, expiresAtMs: Date.parse(clock.now()) + 60_000 },
    });
  });

  it('expire', async () => {
    const clock = createFakeClock();
    const tokens = createTokens(KEY, clock);
    const token = await tokens.issue(PHYSICIAN, 60);
    await clock.advance(59_000);
    expect((await tokens.verify(token)).ok).toBe(true);
    await clock.advance(1_000);
    expect(await tokens.verify(token)).toEqual({ ok: false, failure: 'expired' });
  });

  it('outlive a restart with the same key, and not one with another', async () => {
    const clock = createFakeClock();
    const token = await createTokens(KEY, clock).issue(PHYSICIAN, 60);
    expect((await createTokens(KEY, clock).verify(token)).ok).toBe(true);
    const other = createTokens(Buffer.alloc(48, 8).toString('base64url'), clock);
    expect(await other.verify(token)).toEqual({ ok: false, failure: 'invalid' });
  });

  it('are refused when altered, unsigned, of another issuer or audience, or of a subject that is not its holder', async () => {
    const clock = createFakeClock();
    const tokens = createTokens(KEY, clock);
    const [header, payload, signature] = (await tokens.issue(PHYSICIAN, 60)).split('.');
    const forged = Buffer.from(
      JSON.stringify({
        ...JSON.parse(Buffer.from(payload ?? '', 'base64url').toString()),
        physician: 'lefevre',
      }),
    ).toString('base64url');
    const sign = (issuer: string, subject: string, audience = 'cabine-broker') =>
      new SignJWT({ role: 'physician', site: 'site-a', cabin: 'cabin-1', physician: 'benali' })
        .setProtectedHeader({ alg: 'HS256' })
        .setIssuer(issuer)
        .setAudience(audience)
        .setSubject(subject)
        .setExpirationTime(Date.parse(clock.now()) / 1_000 + 60)
        .sign(new Uint8Array(Buffer.from(KEY, 'base64url')));
    expect((await tokens.verify(await sign('cabine-gateway', 'physician.benali'))).ok).toBe(true);
    const none = Buffer.from('{"alg":"none"}').toString('base64url');
    for (const token of [
      `${header}.${forged}.${signature}`,
      `${none}.${payload}.`,
      await sign('someone-else', 'physician.benali'),
      await sign('cabine-gateway', 'physician.lefevre'),
      await sign('cabine-gateway', 'physician.benali', 'cabine-session'),
      'nonsense',
      '',
    ])
      expect(await tokens.verify(token)).toEqual({ ok: false, failure: 'invalid' });
  });

  it('are not given out for the name that physicians’ topics use as a site', async () => {
    const tokens = createTokens(KEY, createFakeClock());
    const token = await tokens.issue({ role: 'cabin', siteId: 'physicians', cabinId: 'benali' }, 60);
    expect((await tokens.verify(token)).ok).toBe(false);
  });
});
