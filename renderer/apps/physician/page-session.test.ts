import { describe, expect, it } from 'vitest';
import type { GatewayConfig, Session } from '#core/contract/signalling.ts';
import { PROTOCOL_VERSION } from '#core/contract/version.ts';
import { createFakeClock } from '#devices/kit/fake-clock.ts';
import { PHYSICIAN } from '#renderer/preview/sample-visit.ts';
import { createPageSession } from './page-session.ts';

const CONFIG: GatewayConfig = {
  protocolVersion: PROTOCOL_VERSION,
  simulation: true,
  brokerPath: '/mqtt',
  signIn: 'demonstration',
};
const SESSION: Session = { token: 'token', expiresIn: 900, physicianId: 'benali', physician: PHYSICIAN };

type Answers = Record<string, () => Response>;
const SIGNED_IN: Answers = {
  '/config': () => Response.json(CONFIG),
  '/session/renew': () => Response.json(SESSION),
  '/sign-out': () => Response.json({}),
};
const NOBODY: Answers = { ...SIGNED_IN, '/session/renew': () => new Response(null, { status: 204 }) };

const bench = (answers: Answers, search = '') => {
  const present = { answers };
  const asked: string[] = [];
  const gone: string[] = [];
  const clock = createFakeClock();
  const page = createPageSession({
    fetch: async (path) => {
      asked.push(path);
      const answer = present.answers[path];
      if (answer === undefined) throw new TypeError('network');
      return answer();
    },
    page: 'page1',
    address: { search, assign: (url) => void gone.push(String(url)) },
    clock,
  });
  return { page, clock, asked, gone, present };
};

describe('who is at the page', () => {
  it('is found again at each load, from the cookie of the browser', async () => {
    const { page } = bench(SIGNED_IN);
    await page.load();
    expect(page.store.getState()).toMatchObject({ status: 'signed-in', session: SESSION });
  });

  it('is nobody, without a word, before the first sign-in', async () => {
    const { page } = bench(NOBODY);
    await page.load();
    expect(page.store.getState()).toEqual({ status: 'signed-out', config: CONFIG });
  });

  it('tells why a sign-in failed, by codes of signing in alone', async () => {
    const { page } = bench(NOBODY, '?failed=SIGN_IN_CANCELLED');
    await page.load();
    expect(page.store.getState()).toMatchObject({ failure: { code: 'SIGN_IN_CANCELLED' } });
    for (const search of ['?failed=CALL_LOST', '?failed=%3Cb%3E', '?failed=']) {
      const other = bench(NOBODY, search).page;
      await other.load();
      expect(other.store.getState()).toEqual({ status: 'signed-out', config: CONFIG });
    }
  });

  it('tells an unreachable gateway from an old page and from a session that is over', async () => {
    const gone = bench({}).page;
    await gone.load();
    expect(gone.store.getState()).toMatchObject({ status: 'no-gateway', failure: { code: 'GATEWAY_LOST' } });
    const old = bench({
      '/config': () => Response.json({ ...CONFIG, protocolVersion: PROTOCOL_VERSION + 1 }),
    }).page;
    await old.load();
    expect(old.store.getState()).toMatchObject({ failure: { code: 'PROTOCOL_VERSION' } });
    const over = bench({ ...SIGNED_IN, '/session/renew': () => new Response(null, { status: 401 }) }).page;
    await over.load();
    expect(over.store.getState()).toMatchObject({
      status: 'signed-out',
      failure: { code: 'SESSION_EXPIRED' },
    });
  });

  it('signs out at the gateway, and at the identity provider where it has a place for that', async () => {
    const { page, gone, asked } = bench({
      ...SIGNED_IN,
      '/sign-out': () => Response.json({ next: 'https://provider.example/logout' }),
    });
    await page.load();
    await page.signOut();
    expect(page.store.getState()).toEqual({ status: 'signed-out', config: CONFIG });
    expect(asked.at(-1)).toBe('/sign-out');
    expect(gone).toEqual(['https://provider.example/logout']);
  });

  it('stops renewing once it is over', async () => {
    const { page, clock, asked } = bench(SIGNED_IN);
    await page.load();
    page.expire({ code: 'SESSION_EXPIRED' });
    expect(page.store.getState()).toMatchObject({ failure: { code: 'SESSION_EXPIRED' } });
    await clock.advance(3_600_000);
    expect(asked).toEqual(['/config', '/session/renew']);
  });
});
