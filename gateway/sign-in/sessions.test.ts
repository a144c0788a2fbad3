import { SignJWT } from 'jose';
import { describe, expect, it } from 'vitest';
import { createFakeClock } from '#devices/kit/fake-clock.ts';
import { createTokens } from '../accounts/tokens.ts';
import { createSessions } from './sessions.ts';

const KEY = Buffer.alloc(48, 7).toString('base64url');
const card = { name: 'Dr Benali', specialty: 'general', rpps: '10100000001', place: 'Lyon' };

describe('sessions of physicians', () => {
  it('are found by their cookie and by nothing else that the same key has signed', async () => {
    const clock = createFakeClock();
    const sessions = createSessions(KEY, clock);
    const { session, cookie } = await sessions.open({ physicianId: 'benali', card });
    expect(await sessions.find(cookie)).toEqual(session);
    const sign = (audience: string, issuer = 'cabine-gateway') =>
      new SignJWT({ physician: 'benali', card })
        .setProtectedHeader({ alg: 'HS256' })
        .setIssuer(issuer)
        .setAudience(audience)
        .setJti(session.sessionId)
        .setExpirationTime(Date.parse(clock.now()) / 1_000 + 60)
        .sign(new Uint8Array(Buffer.from(KEY, 'base64url')));
    expect(await sessions.find(await sign('cabine-session'))).toEqual(session);
    expect(await sessions.find(await sign('cabine-broker'))).toBeUndefined();
    expect(await sessions.find(await sign('cabine-session', 'someone-else'))).toBeUndefined();
    const party = { role: 'physician', siteId: 's', cabinId: 'c', physicianId: 'benali' } as const;
    const token = await createTokens(KEY, clock).issue(party, 60, { id: session.sessionId, card });
    expect(await sessions.find(token)).toBeUndefined();
  });
});
