import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { gatewaySettingsSchema, type SignInSettings } from '#core/contract/gateway-host.ts';
import { createFakeClock } from '#devices/kit/fake-clock.ts';
import type { DemoAccount } from '#gateway/demo-identity/accounts.ts';
import { userInfoOf } from '#gateway/demo-identity/userinfo.ts';
import { ACCESS_CODE, createGatewayRig, type GatewayRig } from '#test/harness/gateway-rig.ts';
import { freePort, type ProviderRig, startProvider } from '#test/harness/identity-provider.ts';
import {
  askToken,
  type CookieBrowser,
  openCookieBrowser,
  pageFetch,
  typeDemoCode,
} from '#test/harness/sign-in.ts';

/** A real site: no simulation, an identity provider elsewhere, its secret in a file. */
let folder: string;
let rig: GatewayRig | undefined;
let provider: ProviderRig;
let browser: CookieBrowser;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cabine-sign-in-'));
  browser = openCookieBrowser();
});
afterEach(async () => {
  await rig?.close();
  await provider.stop();
  await rm(folder, { recursive: true });
});

interface Site {
  readonly describe?: (account: DemoAccount) => Record<string, unknown>;
  readonly secret?: string;
  readonly change?: Partial<SignInSettings>;
  readonly publicUrl?: string;
}

const open = async ({ secret, change = {}, publicUrl, ...asked }: Site = {}): Promise<string> => {
  const clock = createFakeClock();
  const port = await freePort();
  const origin = publicUrl ?? `http://localhost:${port}`;
  provider = await startProvider({ origin, accessCode: ACCESS_CODE, clock, ...asked });
  const file = join(folder, 'secret');
  await writeFile(file, secret ?? `${provider.secret}\n`);
  rig = await createGatewayRig(
    {
      port,
      simulation: false,
      signIn: {
        publicUrl: origin,
        issuer: provider.issuer,
        clientId: provider.clientId,
        clientSecret: { file },
        scope: 'openid scope_all',
        acrValues: 'eidas1',
        ...change,
      },
    },
    clock,
  );
  return `http://localhost:${port}`;
};
const failed = (origin: string, code: string): string => `${origin}/?lang=fr&failed=${code}`;
const endsAt = async (origin: string): Promise<string> =>
  (await typeDemoCode(browser, origin, 'dr-benali', ACCESS_CODE)).url;

describe('a real site with an identity provider elsewhere', () => {
  it('names a physician by the RPPS number, from the claims of Pro Santé Connect', async () => {
    const origin = await open();
    expect(await endsAt(origin)).toBe(`${origin}/?lang=fr`);
    expect(await askToken(browser, origin)).toMatchObject({
      physicianId: 'rpps-00000000017',
      physician: { name: 'Dr Karim Benali', specialty: 'Médecine générale', rpps: '00000000017' },
    });
  });

  it('reads where the provider describes itself from another address, as Pro Santé Connect needs', async () => {
    const origin = await open();
    await rig?.close();
    const discovery = `${provider.issuer}/.well-known/openid-configuration`;
    const settings = rig?.settings;
    rig = await createGatewayRig(
      { ...settings, signIn: { ...settings?.signIn, discovery } as SignInSettings },
      createFakeClock(),
    );
    expect(await endsAt(origin)).toBe(`${origin}/?lang=fr`);
  });

  it.each([
    ['another profession', { codeProfession: '60' }],
    ['a student of medicine', { codeCategorieProfessionnelle: 'E' }],
  ])('refuses %s', async (_who, change) => {
    const origin = await open({
      describe: (account) => {
        const told = userInfoOf(account);
        const { exercices } = told['SubjectRefPro'] as { exercices: object[] };
        return { ...told, SubjectRefPro: { exercices: exercices.map((one) => ({ ...one, ...change })) } };
      },
    });
    expect(await endsAt(origin)).toBe(failed(origin, 'SIGN_IN_NOT_PHYSICIAN'));
    const renewal = await pageFetch(browser, origin)('/session/renew', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"page":"page1"}',
    });
    expect(renewal.status).toBe(204);
  });

  it('refuses a physician without an RPPS number', async () => {
    const origin = await open({
      describe: (account) => ({
        ...userInfoOf(account),
        SubjectNameID: '0751234567',
        preferred_username: 'x',
      }),
    });
    expect(await endsAt(origin)).toBe(failed(origin, 'SIGN_IN_INCOMPLETE'));
  });

  it('says when the provider does not answer', async () => {
    const origin = await open();
    await provider.stop();
    const begun = await browser.request(`${origin}/sign-in`);
    expect(begun.headers.get('location')).toBe('/?lang=fr&failed=SIGN_IN_UNAVAILABLE');
  });

  it('says when the provider is gone by the time the person comes back', async () => {
    const origin = await open();
    const begun = await browser.request(`${origin}/sign-in`);
    const state = new URL(begun.headers.get('location') ?? '').searchParams.get('state') ?? '';
    await provider.stop();
    const answer = new URLSearchParams({ code: 'any', state, iss: provider.issuer });
    const back = await browser.request(`${origin}/sign-in/callback?${answer}`);
    expect(back.headers.get('location')).toBe('/?lang=fr&failed=SIGN_IN_UNAVAILABLE');
  });

  it('refuses a weaker proof of identity than it asked for', async () => {
    const origin = await open({ change: { acrValues: 'eidas3' } });
    expect(await endsAt(origin)).toBe(failed(origin, 'SIGN_IN_REFUSED'));
  });

  it.each([
    ['the secret is wrong', { secret: 'another' }],
    ['the secret is empty', { secret: '\n' }],
    ['the secret is nowhere', { change: { clientSecret: { variable: 'CABINE_NO_SUCH_SECRET' } } }],
    ['the provider names itself otherwise', { change: { issuer: 'https://auth.example.fr/realm' } }],
  ])('says that it is not set up when %s', async (_what, site: Site) => {
    const origin = await open(site);
    if (site.change?.issuer !== undefined) {
      await rig?.close();
      const discovery = `${provider.issuer}/.well-known/openid-configuration`;
      const { signIn } = rig?.settings ?? {};
      rig = await createGatewayRig({ ...rig?.settings, ...(signIn && { signIn: { ...signIn, discovery } }) });
    }
    // A wrong secret is found out once a code is exchanged, anything else before anybody is sent away.
    const begun = await browser.request(`${origin}/sign-in`);
    const end = begun.headers.get('location')?.startsWith('/')
      ? `${origin}${begun.headers.get('location')}`
      : await endsAt(origin);
    expect(end).toBe(failed(origin, 'SIGN_IN_NOT_SET_UP'));
  });

  it('binds its cookies to its own host when browsers reach it over TLS', async () => {
    const origin = await open({ publicUrl: 'https://cabine.example.fr' });
    const begun = await browser.request(`${origin}/sign-in`);
    expect(begun.headers.getSetCookie()).toEqual([
      expect.stringMatching(
        /^__Host-cabine-sign-in=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=600; Secure$/,
      ),
    ]);
    const asked = new URL(begun.headers.get('location') ?? '').searchParams;
    expect(asked.get('redirect_uri')).toBe('https://cabine.example.fr/sign-in/callback');
  });

  it('counts sign-ins by the address that the proxy before it wrote', async () => {
    const origin = await open({ publicUrl: 'https://cabine.example.fr' });
    const from = (address: string) =>
      browser.request(`${origin}/sign-in`, { headers: { 'x-forwarded-for': `203.0.113.9, ${address}` } });
    for (let attempt = 0; attempt < 20; attempt += 1) await from('192.0.2.1');
    expect((await from('192.0.2.1')).headers.get('location')).toContain('SIGN_IN_TOO_MANY');
    expect((await from('192.0.2.2')).headers.get('location')).toContain(provider.issuer);
  });

  it('sends the physician to the provider to sign out there too, without a token in the address', async () => {
    const origin = await open();
    await endsAt(origin);
    const out = await pageFetch(browser, origin)('/sign-out', { method: 'POST' });
    const { next } = (await out.json()) as { next: string };
    expect(next).toBe(
      `${provider.issuer}/session/end?${new URLSearchParams({
        post_logout_redirect_uri: `${origin}/`,
        client_id: provider.clientId,
      })}`,
    );
  });
});

describe('settings of a real site', () => {
  const signIn = {
    publicUrl: 'https://cabine.example.fr',
    issuer: 'https://auth.example.fr/realms/wallet',
    clientId: 'cabine',
    clientSecret: { variable: 'PSC_SECRET' },
  };
  const problem = (change: object): string | undefined =>
    gatewaySettingsSchema.shape.signIn.safeParse({ ...signIn, ...change }).error?.issues[0]?.message;

  it('are those of Pro Santé Connect unless told', () => {
    expect(gatewaySettingsSchema.shape.signIn.parse(signIn)).toMatchObject({
      scope: 'openid scope_all',
      acrValues: 'eidas1',
    });
  });

  it.each([
    ['a public address with a path', { publicUrl: 'https://cabine.example.fr/' }],
    ['a public address in the clear', { publicUrl: 'http://cabine.example.fr' }],
    ['a provider in the clear', { issuer: 'http://auth.example.fr' }],
    ['a secret in the file itself', { clientSecret: 'abc' }],
    ['no client', { clientId: '' }],
  ])('refuse %s', (_what, change) => {
    expect(problem(change)).toBeDefined();
  });
});
