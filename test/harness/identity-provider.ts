import { createServer } from 'node:http';
import { createServer as createPortProbe } from 'node:net';
import type { Clock } from '#core/time.ts';
import { DEMO_ACCOUNTS, DEMO_CLIENT_ID, type DemoAccount } from '#gateway/demo-identity/accounts.ts';
import { serveDemoIdentity } from '#gateway/demo-identity/serve.ts';

const MOUNT = '/realm';
const SECRET = 'a secret of the tests only';

/** A port that nobody has now. */
export const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createPortProbe();
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });

/** An identity provider on a port of its own, as Pro Santé Connect is for a real site. */
export interface ProviderRig {
  readonly issuer: string;
  readonly clientId: string;
  readonly secret: string;
  stop(): Promise<void>;
}

export interface ProviderRigOptions {
  /** The gateway that may ask, e.g. `http://localhost:8123`. */
  readonly origin: string;
  readonly accessCode: string;
  readonly clock: Clock;
  readonly describe?: (account: DemoAccount) => Record<string, unknown>;
}

export const startProvider = async (options: ProviderRigOptions): Promise<ProviderRig> => {
  const port = await freePort();
  const issuer = `http://127.0.0.1:${port}${MOUNT}`;
  const { origin, ...others } = options;
  const serve = serveDemoIdentity({
    ...others,
    issuer,
    mount: MOUNT,
    accounts: DEMO_ACCOUNTS,
    clientSecret: SECRET,
    redirectUri: `${origin}/sign-in/callback`,
    home: `${origin}/`,
  });
  const server = createServer((request, response) => void serve(request, response));
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    issuer,
    clientId: DEMO_CLIENT_ID,
    secret: SECRET,
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
};
