import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Provider } from 'oidc-provider';
import * as z from 'zod';
import type { Clock } from '#core/time.ts';
import { type StaffLanguage, staffLanguageSchema } from '#core/visit/words.ts';
import { readForm } from '../http/body.ts';
import { createBuckets } from '../rate-limit.ts';
import { findAccount, isSameCode } from './accounts.ts';
import { gonePage, LOGIN_POLICY, loginPage } from './login-page.ts';
import { type OwnDevicePage, ownDevicePage } from './own-device-page.ts';
import { createOwnDevices } from './own-devices.ts';
import { createDemoProvider, type DemoProviderOptions } from './provider.ts';

/** A person may mistype a few times, a program gets nowhere. */
const CODE_RATE = { burst: 10, perSecond: 0.1 };
const MOST_ADDRESSES = 1_000;

const formSchema = z.object({
  answer: z.enum(['sign-in', 'cancel']),
  account: z.string().max(64),
  code: z.string().max(64),
});

const answerSchema = z.object({
  answer: z.enum(['confirm', 'refuse']),
  id: z.string().max(64),
  code: z.string().max(64),
});

/** Path, below the mount, of the page that stands in for the application on a telephone. */
const OWN_DEVICE_PATH = '/own-device';

export interface DemoIdentityOptions extends Omit<DemoProviderOptions, 'ownDevices'> {
  /** What everybody types. */
  readonly accessCode: string;
  readonly clock: Clock;
}

const reply = (response: ServerResponse, status: number, html: string): void => {
  response.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': LOGIN_POLICY,
    'cache-control': 'no-store',
  });
  response.end(html);
};

const languageOf = (asked: unknown): StaffLanguage => {
  const language = staffLanguageSchema.safeParse(asked);
  return language.success ? language.data : 'fr';
};

/** The provider's own session would sign the next person in as the one before, or ask whether to. */
const forgetPerson = ({ headers }: IncomingMessage): void => {
  const cookies = (headers.cookie ?? '').split(';').filter((pair) => !/^\s*_session(\.sig)?=/.test(pair));
  headers.cookie = cookies.join(';');
};

/** The provider with its sign-in page, below `mount`: takes every request whose path begins there. */
export const serveDemoIdentity = (options: DemoIdentityOptions) => {
  const { accounts, accessCode, mount, clock } = options;
  const ownDevices = createOwnDevices(clock, randomUUID);
  const provider: Provider = createDemoProvider({ ...options, ownDevices });
  const protocol = provider.callback();
  const bucketOf = createBuckets(CODE_RATE, MOST_ADDRESSES, clock);

  const interact = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const details = await provider.interactionDetails(request, response).catch(() => undefined);
    if (!details) return reply(response, 400, gonePage('fr'));
    const language = languageOf(details.params['ui_locales']);
    if (request.method !== 'POST') return reply(response, 200, loginPage({ language, accounts }));
    const form = await readForm(request, formSchema);
    if (form?.answer === 'cancel')
      return provider.interactionFinished(request, response, { error: 'access_denied' });
    const chosen = form?.account ?? '';
    if (!bucketOf(request.socket.remoteAddress ?? '').take())
      return reply(response, 429, loginPage({ language, accounts, chosen, trouble: 'too-many' }));
    const account = findAccount(accounts, chosen, form?.code ?? '', accessCode);
    if (!account) return reply(response, 403, loginPage({ language, accounts, chosen, trouble: 'refused' }));
    return provider.interactionFinished(request, response, {
      login: { accountId: account.account, acr: 'eidas1' },
    });
  };

  const answerOnOwnDevice = async (request: IncomingMessage): Promise<OwnDevicePage['news']> => {
    const form = await readForm(request, answerSchema);
    if (!bucketOf(request.socket.remoteAddress ?? '').take()) return 'too-many';
    if (!form || !isSameCode(form.code, accessCode)) return 'refused';
    return (await ownDevices.answer(form.id, form.answer === 'confirm')) ? 'answered' : 'late';
  };
  const serveOwnDevice = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const language = languageOf(new URL(request.url ?? '', options.issuer).searchParams.get('lang'));
    const news = request.method === 'POST' ? await answerOnOwnDevice(request) : undefined;
    reply(response, 200, ownDevicePage({ language, questions: ownDevices.questions(), news }));
  };

  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = request.url ?? '';
    if (path.split('?', 1)[0] === `${mount}${OWN_DEVICE_PATH}`) return serveOwnDevice(request, response);
    if (path.startsWith(`${mount}/interaction/`)) return interact(request, response);
    forgetPerson(request);
    // The provider finds out by the difference below which path it is served.
    await protocol(
      Object.assign(request, { originalUrl: path, url: path.slice(mount.length) || '/' }),
      response,
    );
  };
};
