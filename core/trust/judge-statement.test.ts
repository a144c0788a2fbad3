import { describe, expect, it } from 'vitest';
import type { StatementClaims } from '../contract/identity.ts';
import { judgeStatement, type Person, TOLERANCE_MS } from './judge-statement.ts';

const IAT = 1_800_000_000;
const JWK = { kty: 'EC', crv: 'P-256', x: 'A'.repeat(43), y: 'B'.repeat(43) } as const;
const COMMON = {
  iss: 'cabine-gateway',
  aud: 'cabine-peer',
  iat: IAT,
  exp: IAT + 900,
  cnf: { jwk: JWK },
} as const;
const CABIN: StatementClaims = {
  ...COMMON,
  role: 'cabin',
  sub: 'cabin.site-a.one',
  site: 'site-a',
  cabin: 'one',
};
const PHYSICIAN: StatementClaims = {
  ...COMMON,
  role: 'physician',
  sub: 'physician.benali',
  physician: 'benali',
  card: { name: 'Nadia Benali', specialty: 'Médecine générale', rpps: '10100000001', place: 'Lyon' },
};
const GUEST: StatementClaims = {
  ...COMMON,
  role: 'guest',
  sub: 'guest.site-a.one.ana',
  site: 'site-a',
  cabin: 'one',
  guest: 'ana',
};
const ANA = { role: 'guest', siteId: 'site-a', cabinId: 'one', guestId: 'ana' } as const;
const NOW = IAT * 1_000 + 60_000;

describe('a statement about the other end', () => {
  it('gives the key of whom it is about', () => {
    expect(judgeStatement(CABIN, { role: 'cabin', siteId: 'site-a', cabinId: 'one' }, NOW)).toEqual({
      ok: true,
      value: JWK,
    });
    expect(judgeStatement(PHYSICIAN, { role: 'physician', physicianId: 'benali' }, NOW).ok).toBe(true);
    expect(judgeStatement(GUEST, ANA, NOW).ok).toBe(true);
  });

  const strangers: readonly (readonly [StatementClaims, Person])[] = [
    [CABIN, { role: 'cabin', siteId: 'site-a', cabinId: 'two' }],
    [CABIN, { role: 'cabin', siteId: 'site-b', cabinId: 'one' }],
    [CABIN, { role: 'physician', physicianId: 'one' }],
    [PHYSICIAN, { role: 'physician', physicianId: 'lefevre' }],
    [PHYSICIAN, { role: 'cabin', siteId: 'site-a', cabinId: 'one' }],
    [GUEST, { role: 'cabin', siteId: 'site-a', cabinId: 'one' }],
    [GUEST, { ...ANA, guestId: 'eve' }],
    [GUEST, { ...ANA, cabinId: 'two' }],
    [GUEST, { ...ANA, siteId: 'site-b' }],
    [CABIN, ANA],
    [PHYSICIAN, { role: 'physician', physicianId: 'ana' }],
  ];
  it.each(strangers)('is refused when it is about somebody else', (claims, expected) => {
    expect(judgeStatement(claims, expected, NOW)).toMatchObject({ failure: { code: 'PEER_FORGED' } });
  });

  it('holds as long as it says, and a minute more for the way', () => {
    const at = (nowMs: number) =>
      judgeStatement(CABIN, { role: 'cabin', siteId: 'site-a', cabinId: 'one' }, nowMs);
    const end = (IAT + 900) * 1_000 + TOLERANCE_MS;
    expect(at(end - 1).ok).toBe(true);
    expect(at(end)).toMatchObject({
      failure: { code: 'PEER_STATEMENT_EXPIRED', detail: 'issued 960 s ago' },
    });
    expect(at(IAT * 1_000 - TOLERANCE_MS).ok).toBe(true);
    expect(at(IAT * 1_000 - TOLERANCE_MS - 1)).toMatchObject({ failure: { code: 'PEER_CLOCK' } });
  });
});
