import { describe, expect, it } from 'vitest';
import type { GatewayConfig, Session } from '#core/contract/signalling.ts';
import { PROTOCOL_VERSION } from '#core/contract/version.ts';
import { PHYSICIAN } from '#renderer/preview/sample-visit.ts';
import { createPageSession } from './page-session.ts';

const CONFIG: GatewayConfig = {
  protocolVersion: PROTOCOL_VERSION,
  simulation: true,
  brokerPath: '/mqtt',
  iceServers: [],
  demoAccounts: [{ account: 'benali', name: PHYSICIAN.name }],
};
const SESSION: Session = { token: 'token', expiresIn: 60, physicianId: 'benali', physician: PHYSICIAN };

const bench = (answers: Record<string, () => Response | Promise<Response>>) => {
  const items = new Map<string, string>();
  const storage = {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
    removeItem: (key: string) => void items.delete(key),
  };
  const fetch = async (path: string) => {
    const answer = answers[path];
    if (answer === undefined) throw new TypeError('network');
    return answer();
  };
  const open = () => createPageSession({ fetch, storage, now: () => 0 });
  return { items, open };
};

describe('signing in', () => {
  it('holds over a reload of the tab', async () => {
    const { open } = bench({
      '/config': () => Response.json(CONFIG),
      '/session': () => Response.json(SESSION),
    });
    const first = open();
    await first.load();
    await first.signIn('benali', 'demo');
    const reloaded = open();
    await reloaded.load();
    expect(reloaded.store.getState()).toEqual({ status: 'signed-in', config: CONFIG, session: SESSION });
  });

  it('says that the code is wrong, and keeps nothing', async () => {
    const { open, items } = bench({
      '/config': () => Response.json(CONFIG),
      '/session': () => new Response(null, { status: 401 }),
    });
    const page = open();
    await page.load();
    await page.signIn('benali', 'wrong');
    expect(page.store.getState()).toMatchObject({
      status: 'signed-out',
      busy: false,
      failure: { code: 'SIGN_IN_REFUSED' },
    });
    expect(items.size).toBe(0);
  });

  it('tells an unreachable gateway from an old page', async () => {
    const gone = bench({}).open();
    await gone.load();
    expect(gone.store.getState()).toMatchObject({ failure: { code: 'GATEWAY_LOST' } });
    const old = bench({
      '/config': () => Response.json({ ...CONFIG, protocolVersion: PROTOCOL_VERSION + 1 }),
    }).open();
    await old.load();
    expect(old.store.getState()).toMatchObject({ failure: { code: 'PROTOCOL_VERSION' } });
  });

  it('forgets the session when it has expired, and says why', async () => {
    const { open, items } = bench({
      '/config': () => Response.json(CONFIG),
      '/session': () => Response.json(SESSION),
    });
    const page = open();
    await page.load();
    await page.signIn('benali', 'demo');
    page.signOut({ code: 'SESSION_EXPIRED' });
    expect(items.size).toBe(0);
    expect(page.store.getState()).toMatchObject({ failure: { code: 'SESSION_EXPIRED' } });
  });
});
