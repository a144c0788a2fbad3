import { type Session, sessionSchema } from '#core/contract/signalling.ts';
import type { Fetch } from '#gateway/client/session-keeper.ts';

/** A browser as far as signing in needs one: follows redirects itself, keeps cookies of one host. */
export interface CookieBrowser {
  readonly cookies: Map<string, string>;
  /** One request, with the cookies that fit its path; no redirect is followed. */
  request(url: string, init?: RequestInit): Promise<Response>;
  /** Follows redirects from `url` to the first answer that is none. */
  follow(url: string, init?: RequestInit): Promise<{ readonly url: string; readonly response: Response }>;
}

export const openCookieBrowser = (): CookieBrowser => {
  const cookies = new Map<string, string>();
  const keep = (response: Response): void => {
    for (const header of response.headers.getSetCookie()) {
      const [pair = ''] = header.split(';', 1);
      const [name = '', value = ''] = [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)];
      if (value === '') cookies.delete(name);
      else cookies.set(name, value);
    }
  };
  const request: CookieBrowser['request'] = async (url, init = {}) => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(url, {
      ...init,
      redirect: 'manual',
      headers: { ...Object.fromEntries(new Headers(init.headers)), cookie },
    });
    keep(response);
    return response;
  };
  return {
    cookies,
    request,
    follow: async (from, init) => {
      let url = from;
      let response = await request(url, init);
      for (let hops = 0; response.status >= 300 && response.status < 400 && hops < 10; hops += 1) {
        await response.body?.cancel();
        url = new URL(response.headers.get('location') ?? '', url).href;
        response = await request(url);
      }
      return { url, response };
    },
  };
};

/** Begins a sign-in and types account and code on the demonstration's page; where the browser ends up. */
export const typeDemoCode = async (
  browser: CookieBrowser,
  origin: string,
  account: string,
  code: string,
): Promise<{ readonly url: string; readonly response: Response }> => {
  const login = await browser.follow(`${origin}/sign-in`);
  await login.response.body?.cancel();
  return browser.follow(login.url, {
    method: 'POST',
    body: new URLSearchParams({ answer: 'sign-in', account, code }),
  });
};

/** The page's own requests to its gateway. */
export const pageFetch =
  (browser: CookieBrowser, origin: string): Fetch =>
  (path, init) =>
    browser.request(`${origin}${path}`, init);

/** `POST /session/renew` of the page with this name. */
export const askToken = async (browser: CookieBrowser, origin: string, page = 'page1'): Promise<Session> => {
  const response = await pageFetch(browser, origin)('/session/renew', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ page }),
  });
  return sessionSchema.parse(await response.json());
};
