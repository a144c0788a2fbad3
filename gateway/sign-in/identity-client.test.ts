import { createServer, type Server } from 'node:http';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { afterEach, describe, expect, it } from 'vitest';
import { ok } from '#core/result.ts';
import { DEMO_ACCOUNTS } from '../demo-identity/accounts.ts';
import { userInfoOf } from '../demo-identity/userinfo.ts';
import { createIdentityClient } from './identity-client.ts';

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

/** A provider by hand, whose proof of identity expires so many seconds from now. */
const providerWhose = async (expiresInSeconds: number, nonceOf: () => string): Promise<string> => {
  const { privateKey, publicKey } = await generateKeyPair('RS256');
  const [account] = DEMO_ACCOUNTS;
  if (!account) throw new Error('No account');
  const listening = createServer((request, response) => {
    const say = (body: unknown): void => {
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    };
    const answers: Record<string, () => Promise<unknown> | unknown> = {
      '/.well-known/openid-configuration': () => ({
        issuer,
        authorization_endpoint: `${issuer}/authorize`,
        token_endpoint: `${issuer}/token`,
        userinfo_endpoint: `${issuer}/userinfo`,
        jwks_uri: `${issuer}/keys`,
        id_token_signing_alg_values_supported: ['RS256'],
      }),
      '/keys': async () => ({ keys: [{ ...(await exportJWK(publicKey)), alg: 'RS256', use: 'sig' }] }),
      '/token': async () => {
        const now = Math.floor(Date.now() / 1_000);
        const proof = new SignJWT({ nonce: nonceOf(), acr: 'eidas1' })
          .setProtectedHeader({ alg: 'RS256' })
          .setIssuer(issuer)
          .setAudience('cabine')
          .setSubject('someone')
          .setIssuedAt(now + expiresInSeconds - 60)
          .setExpirationTime(now + expiresInSeconds);
        return { access_token: 'opaque', token_type: 'bearer', id_token: await proof.sign(privateKey) };
      },
      '/userinfo': () => ({ sub: 'someone', ...userInfoOf(account) }),
    };
    Promise.resolve(answers[request.url ?? '']?.()).then(say, () => response.destroy());
  });
  await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve));
  server = listening;
  const address = listening.address();
  const issuer = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  return issuer;
};

/** Signs in with a provider whose clock is so far from this one. */
const signInWhereProofExpires = async (expiresInSeconds: number) => {
  let nonce = '';
  const issuer = await providerWhose(expiresInSeconds, () => nonce);
  const client = createIdentityClient({
    issuer,
    clientId: 'cabine',
    scope: 'openid scope_all',
    acrValues: 'eidas1',
    readSecret: async () => ok('secret'),
    redirectUri: () => 'http://localhost/sign-in/callback',
    home: () => 'http://localhost/',
  });
  const begun = await client.begin('fr');
  if (!begun.ok) throw new Error(begun.failure.code);
  const { attempt } = begun.value;
  nonce = attempt.nonce;
  return client.finish(new URL(`http://localhost/sign-in/callback?code=c&state=${attempt.state}`), attempt);
};

describe('the clocks of gateway and provider', () => {
  it('may differ by half a minute', async () => {
    expect(await signInWhereProofExpires(-20)).toMatchObject({ ok: true, value: { rpps: '00000000017' } });
  });

  it('may not differ by more, and the failure says that it is the clock', async () => {
    expect(await signInWhereProofExpires(-120)).toMatchObject({
      ok: false,
      failure: { code: 'SIGN_IN_CLOCK' },
    });
  });
});
