import type { IncomingMessage } from 'node:http';
import type * as z from 'zod';
import { type Failure, failure } from '#core/contract/error-codes.ts';
import type { GatewaySettings } from '#core/contract/gateway-host.ts';
import {
  renewalSchema,
  type Session,
  SIGN_IN_FAILED,
  type signedOutSchema,
} from '#core/contract/signalling.ts';
import type { Clock } from '#core/time.ts';
import { type StaffLanguage, staffLanguageSchema } from '#core/visit/words.ts';
import type { Tokens } from '../accounts/tokens.ts';
import type { Broker } from '../broker/broker.ts';
import { physicianClientId } from '../client/client-ids.ts';
import { type Answer, json, type Routes, redirect, refusal } from '../http/answer.ts';
import { readBody } from '../http/body.ts';
import { hostOf, isSameOrigin } from '../http/origin.ts';
import { createBuckets } from '../rate-limit.ts';
import { ATTEMPT_SECONDS, type Attempts } from './attempts.ts';
import type { CookieJar } from './cookies.ts';
import { CALLBACK_PATH, type IdentityProvider } from './identity-provider.ts';
import { type Physician, SESSION_SECONDS, type Sessions } from './sessions.ts';

/** A token is good for this long; the page renews it well before. Seconds. */
const TOKEN_SECONDS = 15 * 60;
/** Sign-ins of one address: a practice has one address, a program gets nowhere. */
const SIGN_IN_RATE = { burst: 20, perSecond: 0.2 };
/** Each page renews every ten minutes, and at each load. */
const RENEWAL_RATE = { burst: 60, perSecond: 1 };
const MOST_ADDRESSES = 1_000;

const ATTEMPT_COOKIE = 'sign-in';
const SESSION_COOKIE = 'session';

export interface SignInOptions {
  readonly identity: IdentityProvider;
  readonly attempts: Attempts;
  readonly sessions: Sessions;
  readonly tokens: Tokens;
  readonly cookies: CookieJar;
  readonly broker: Pick<Broker, 'extend' | 'endSession'>;
  /** The cabin that a physician who signs in here can take. */
  readonly site: GatewaySettings['site'];
  /** The address by which browsers know this gateway. */
  readonly origin: () => string;
  readonly addressOf: (request: IncomingMessage) => string;
  readonly clock: Clock;
  readonly onPhysician: (physician: Physician) => void;
  readonly onFailure: (failure: Failure) => void;
}

const urlOf = (request: IncomingMessage, origin: string): URL => new URL(request.url ?? '/', origin);

/** Only ever the page of this gateway: no address of a request decides where a browser is sent. */
const home = (language: StaffLanguage, failed?: Failure): string =>
  `/?${new URLSearchParams({ lang: language, ...(failed ? { [SIGN_IN_FAILED]: failed.code } : {}) })}`;

/** Signing in by way of the identity provider, renewing the page's token, and signing out. */
export const createSignInRoutes = (options: SignInOptions): Routes => {
  const { identity, attempts, sessions, tokens, cookies, broker, site, origin, addressOf, clock } = options;
  const signInBucket = createBuckets(SIGN_IN_RATE, MOST_ADDRESSES, clock);
  const renewalBucket = createBuckets(RENEWAL_RATE, MOST_ADDRESSES, clock);

  const back = (language: StaffLanguage, why: Failure, done: readonly string[] = []): Answer => {
    options.onFailure(why);
    return redirect(home(language, why), done);
  };

  const begin = async (request: IncomingMessage): Promise<Answer> => {
    const url = urlOf(request, origin());
    const language = staffLanguageSchema.catch('fr').parse(url.searchParams.get('lang'));
    if (!signInBucket(addressOf(request)).take()) return back(language, failure('SIGN_IN_TOO_MANY'));
    if (!identity.client) return back(language, failure('SIGN_IN_NOT_SET_UP'));
    // On this machine the page may be open at 127.0.0.1, whose cookies the way back to localhost would not bring.
    if (identity.kind === 'demonstration' && hostOf(request) !== url.host)
      return redirect(`${origin()}/sign-in?lang=${language}`);
    const begun = await (await identity.client()).begin(language);
    if (!begun.ok) return back(language, begun.failure);
    const id = attempts.keep(begun.value.attempt);
    return redirect(begun.value.url.href, [cookies.set(ATTEMPT_COOKIE, id, 'lax', ATTEMPT_SECONDS)]);
  };

  const comeBack = async (request: IncomingMessage): Promise<Answer> => {
    const answer = urlOf(request, origin());
    const id = cookies.read(request, ATTEMPT_COOKIE) ?? '';
    const language = attempts.languageOf(id) ?? 'fr';
    if (!signInBucket(addressOf(request)).take()) return back(language, failure('SIGN_IN_TOO_MANY'));
    const attempt = attempts.take(id, answer.searchParams.get('state') ?? '');
    if (attempt === 'mismatch') return back(language, failure('SIGN_IN_MISMATCH'));
    const forget = cookies.clear(ATTEMPT_COOKIE, 'lax');
    if (attempt === 'gone' || !identity.client) return back(language, failure('SIGN_IN_EXPIRED'), [forget]);
    const card = await (await identity.client()).finish(answer, attempt);
    if (!card.ok) return back(language, card.failure, [forget]);
    const physician = { physicianId: identity.physicianId(card.value), card: card.value };
    const { cookie } = await sessions.open(physician);
    options.onPhysician(physician);
    return redirect(home(language), [forget, cookies.set(SESSION_COOKIE, cookie, 'strict', SESSION_SECONDS)]);
  };

  const renew = async (request: IncomingMessage): Promise<Answer> => {
    if (!isSameOrigin(request)) return refusal(403, 'NOT_ALLOWED');
    if (!renewalBucket(addressOf(request)).take()) return refusal(429, 'SIGN_IN_TOO_MANY');
    const asked = await readBody(request, renewalSchema);
    if (!asked) return refusal(400, 'INVALID_MESSAGE');
    const cookie = cookies.read(request, SESSION_COOKIE);
    if (cookie === undefined) return { status: 204 };
    const session = await sessions.find(cookie);
    if (!session)
      return { ...refusal(401, 'SESSION_EXPIRED'), cookies: [cookies.clear(SESSION_COOKIE, 'strict')] };
    const { physicianId, card, sessionId } = session;
    const party = { role: 'physician', siteId: site.id, cabinId: site.cabinId, physicianId } as const;
    const token = await tokens.issue(party, TOKEN_SECONDS, { id: sessionId, card });
    broker.extend(
      physicianClientId(physicianId, asked.page),
      sessionId,
      Date.parse(clock.now()) + TOKEN_SECONDS * 1_000,
    );
    // Whoever renews over a restart of the gateway is known again.
    options.onPhysician({ physicianId, card });
    return json(200, { token, expiresIn: TOKEN_SECONDS, physicianId, physician: card } satisfies Session);
  };

  const signOut = async (request: IncomingMessage): Promise<Answer> => {
    if (!isSameOrigin(request)) return refusal(403, 'NOT_ALLOWED');
    const session = await sessions.find(cookies.read(request, SESSION_COOKIE) ?? '');
    if (session) {
      sessions.end(session.sessionId);
      broker.endSession(session.sessionId);
    }
    const next =
      identity.kind === 'pro-sante-connect' ? (await identity.client?.())?.signOutUrl()?.href : undefined;
    const answer: z.infer<typeof signedOutSchema> = next === undefined ? {} : { next };
    return { ...json(200, answer), cookies: [cookies.clear(SESSION_COOKIE, 'strict')] };
  };

  return {
    'GET /sign-in': begin,
    [`GET ${CALLBACK_PATH}`]: comeBack,
    'POST /session/renew': renew,
    'POST /sign-out': signOut,
  };
};
