import type { IncomingMessage } from 'node:http';
import type * as z from 'zod';
import {
  type GuestSession,
  guestAwaySchema,
  guestEntrySchema,
  type guestLookReplySchema,
  guestLookSchema,
  guestRenewalSchema,
  type Invitation,
} from '#core/contract/guests.ts';
import { identityRequestSchema, type PublicKey } from '#core/contract/identity.ts';
import { brokerRequestSchema } from '#core/contract/signalling.ts';
import type { Clock } from '#core/time.ts';
import type { IssueIceAccess } from '../accounts/relay-credentials.ts';
import type { Tokens } from '../accounts/tokens.ts';
import type { Broker } from '../broker/broker.ts';
import type { ExternalBroker } from '../broker/external/external-broker.ts';
import { guestClientId } from '../client/client-ids.ts';
import { type Answer, json, type Routes, refusal } from '../http/answer.ts';
import { readBody } from '../http/body.ts';
import { isSameOrigin } from '../http/origin.ts';
import { createBuckets } from '../rate-limit.ts';
import type { CookieJar } from '../sign-in/cookies.ts';
import type { Invitations } from './invitations.ts';
import { PASS_SECONDS, type Passes } from './passes.ts';

/** As a physician's: the page renews it well before. Seconds. */
const TOKEN_SECONDS = 15 * 60;
/** A link is looked at and used once; a household has one address. Guessing 192 bits gets nowhere at any rate. */
const RATE = { burst: 30, perSecond: 0.5 };
const MOST_ADDRESSES = 1_000;
const COOKIE = 'guest';

/** Who came in with a link, by the name they gave. */
export interface Arrival {
  readonly guestId: string;
  readonly name: string;
}

/** A load of a guest's page that is over. */
export interface Departure {
  readonly guestId: string;
  readonly page: string;
}

export interface GuestRoutesOptions {
  readonly invitations: Invitations;
  readonly passes: Passes;
  readonly tokens: Tokens;
  readonly cookies: CookieJar;
  readonly broker: Pick<Broker, 'extend'>;
  /** Absent when the gateway serves the broker itself. */
  readonly external: Pick<ExternalBroker, 'admit'> | undefined;
  readonly site: { readonly id: string; readonly cabinId: string };
  readonly iceAccess: IssueIceAccess;
  readonly addressOf: (request: IncomingMessage) => string;
  readonly clock: Clock;
  /** A statement that binds this key to this guest; undefined when there is no such key. */
  readonly state: (guestId: string, key: PublicKey) => Promise<string | undefined>;
  readonly onArrival: (arrival: Arrival) => void;
  readonly onAway: (departure: Departure) => void;
}

/** What a guest's page asks: what its link is for, to come in with it once, and a fresh token for as long as the guest is welcome. */
export const createGuestRoutes = (options: GuestRoutesOptions): Routes => {
  const { invitations, passes, tokens, cookies, site, clock } = options;
  const bucketOf = createBuckets(RATE, MOST_ADDRESSES, clock);
  const nowMs = (): number => Date.parse(clock.now());

  const refusedBefore = (request: IncomingMessage): Answer | undefined => {
    if (!isSameOrigin(request)) return refusal(403, 'NOT_ALLOWED');
    return bucketOf(options.addressOf(request)).take() ? undefined : refusal(429, 'SIGN_IN_TOO_MANY');
  };

  const partyOf = (guestId: string) =>
    ({ role: 'guest', siteId: site.id, cabinId: site.cabinId, guestId }) as const;

  const sessionOf = async ({ guestId, view }: Invitation): Promise<GuestSession> => ({
    token: await tokens.issue(partyOf(guestId), TOKEN_SECONDS),
    expiresIn: TOKEN_SECONDS,
    guestId,
    siteId: site.id,
    cabinId: site.cabinId,
    iceServers: [...options.iceAccess(`guest.${guestId}`).iceServers],
    view,
  });

  /** The guest whose pass the browser shows, as long as they are welcome. */
  const guestOf = async (request: IncomingMessage): Promise<Invitation | 'none' | 'gone'> => {
    const pass = cookies.read(request, COOKIE);
    if (pass === undefined) return 'none';
    const guestId = await passes.read(pass);
    return (guestId && invitations.guest(guestId)) || 'gone';
  };

  const look = async (request: IncomingMessage): Promise<Answer> => {
    const refused = refusedBefore(request);
    if (refused) return refused;
    const asked = await readBody(request, guestLookSchema);
    if (!asked) return refusal(400, 'INVALID_MESSAGE');
    const found = invitations.find(asked.code);
    if (!found.ok) return refusal(410, found.failure.code);
    const { view, expiresAtMs } = found.value;
    const expiresIn = Math.max(0, (expiresAtMs - nowMs()) / 1_000);
    return json(200, { view, expiresIn } satisfies z.infer<typeof guestLookReplySchema>);
  };

  const enter = async (request: IncomingMessage): Promise<Answer> => {
    const refused = refusedBefore(request);
    if (refused) return refused;
    const asked = await readBody(request, guestEntrySchema);
    if (!asked) return refusal(400, 'INVALID_MESSAGE');
    const used = invitations.use(asked.code);
    if (!used.ok) return refusal(410, used.failure.code);
    const { guestId } = used.value;
    const pass = await passes.issue(guestId);
    options.onArrival({ guestId, name: asked.name });
    return {
      ...json(200, await sessionOf(used.value)),
      cookies: [cookies.set(COOKIE, pass, 'strict', PASS_SECONDS)],
    };
  };

  const renew = async (request: IncomingMessage): Promise<Answer> => {
    const refused = refusedBefore(request);
    if (refused) return refused;
    const asked = await readBody(request, guestRenewalSchema);
    if (!asked) return refusal(400, 'INVALID_MESSAGE');
    const guest = await guestOf(request);
    if (guest === 'none') return { status: 204 };
    if (guest === 'gone')
      return { ...refusal(401, 'SESSION_EXPIRED'), cookies: [cookies.clear(COOKIE, 'strict')] };
    const clientId = guestClientId(site.id, site.cabinId, guest.guestId, asked.page);
    options.broker.extend(clientId, guest.guestId, nowMs() + TOKEN_SECONDS * 1_000);
    return json(200, await sessionOf(guest));
  };

  /** Access to the broker beside the gateway, if there is one. */
  const admit = async (request: IncomingMessage): Promise<Answer> => {
    const refused = refusedBefore(request);
    if (refused) return refused;
    const asked = await readBody(request, brokerRequestSchema);
    const guest = await guestOf(request);
    if (guest === 'none' || guest === 'gone') return refusal(401, 'SESSION_EXPIRED');
    if (!asked || !options.external) return refusal(400, 'INVALID_MESSAGE');
    const access = await options.external.admit({
      party: partyOf(guest.guestId),
      clientId: guestClientId(site.id, site.cabinId, guest.guestId, asked.page),
      sessionId: guest.guestId,
      expiresAtMs: nowMs() + TOKEN_SECONDS * 1_000,
    });
    return access.ok ? json(200, access.value) : refusal(503, access.failure.code);
  };

  /** What a guest's page proves itself with to the other ends of its calls. */
  const identity = async (request: IncomingMessage): Promise<Answer> => {
    const refused = refusedBefore(request);
    if (refused) return refused;
    const asked = await readBody(request, identityRequestSchema);
    if (!asked) return refusal(400, 'INVALID_MESSAGE');
    const guest = await guestOf(request);
    if (guest === 'none' || guest === 'gone') return refusal(401, 'SESSION_EXPIRED');
    const statement = await options.state(guest.guestId, asked.key);
    return statement === undefined ? refusal(400, 'INVALID_MESSAGE') : json(200, { statement });
  };

  /** Said on the way out, when no connection of the page can be relied on any more; nobody reads the answer. */
  const away = async (request: IncomingMessage): Promise<Answer> => {
    const refused = refusedBefore(request);
    if (refused) return refused;
    const asked = await readBody(request, guestAwaySchema);
    if (!asked) return refusal(400, 'INVALID_MESSAGE');
    const guest = await guestOf(request);
    if (guest === 'none' || guest === 'gone') return refusal(401, 'SESSION_EXPIRED');
    options.onAway({ guestId: guest.guestId, page: asked.page });
    return { status: 204 };
  };

  return {
    'POST /guest/away': away,
    'POST /guest/identity': identity,
    'POST /guest/look': look,
    'POST /guest/enter': enter,
    'POST /guest/renew': renew,
    'POST /guest/broker': admit,
  };
};
