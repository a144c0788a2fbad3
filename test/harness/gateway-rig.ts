import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { StoreApi } from 'zustand/vanilla';
import type { CabinToken, GatewaySettings } from '#core/contract/gateway-host.ts';
import type { FromGuest } from '#core/contract/guests.ts';
import { type PrivateKey, privateKeySchema } from '#core/contract/identity.ts';
import type { CabinPresence, Session, Ticket, ToCabin } from '#core/contract/signalling.ts';
import { PROTOCOL_VERSION } from '#core/contract/version.ts';
import { ok } from '#core/result.ts';
import type { Clock } from '#core/time.ts';
import { type AskAccess, createPageAccess } from '#gateway/client/broker-access.ts';
import { type CabinDesk, type CabinSender, createCabinDesk } from '#gateway/client/cabin-desk.ts';
import type { Dropped } from '#gateway/client/inbound.ts';
import { createPhysicianDesk, type PhysicianDesk } from '#gateway/client/physician-desk.ts';
import { keepSession } from '#gateway/client/session-keeper.ts';
import { systemClock } from '#gateway/client/system-clock.ts';
import { createGateway, type Gateway } from '#gateway/create-gateway.ts';
import type { Departure } from '#gateway/guests/routes.ts';
import type { Mosquitto } from './mosquitto.ts';
import { askToken, type CookieBrowser, openCookieBrowser, pageFetch, typeDemoCode } from './sign-in.ts';

export const SITE = { id: 'pharmacie-des-halles', cabinId: 'cabine-1' } as const;
export const ACCESS_CODE = '482913';

export const PRESENCE: Omit<CabinPresence, 'state'> = {
  siteName: 'Pharmacie des Halles',
  siteKind: 'pharmacy',
  assisted: true,
  languages: ['fr', 'en'],
  capabilities: ['oximetry'],
  instruments: ['stethoscope'],
  simulation: true,
  protocolVersion: PROTOCOL_VERSION,
};

export const waitingTicket = (ticketId: string): Extract<Ticket, { state: 'waiting' }> => ({
  state: 'waiting',
  ticketId,
  since: '2026-03-02T09:00:00.000+01:00',
  language: 'fr',
});

/** Resolves with the first state that satisfies `wanted`, the present one included. */
export const until = <State>(store: StoreApi<State>, wanted: (state: State) => boolean): Promise<State> =>
  new Promise((resolve) => {
    const present = store.getState();
    if (wanted(present)) {
      resolve(present);
      return;
    }
    const stop = store.subscribe((state) => {
      if (!wanted(state)) return;
      stop();
      resolve(state);
    });
  });

/** A list that can be awaited. */
export interface Heard<Item> {
  readonly items: Item[];
  add(item: Item): void;
  /** Calls `listener` with every item to come. */
  each(listener: (item: Item) => void): void;
  /** The first item, past or to come, that satisfies `wanted`. */
  next(wanted: (item: Item) => boolean): Promise<Item>;
}

const createHeard = <Item>(): Heard<Item> => {
  const items: Item[] = [];
  const waiting = new Set<(item: Item) => void>();
  return {
    items,
    add: (item) => {
      items.push(item);
      for (const look of [...waiting]) look(item);
    },
    each: (listener) => {
      waiting.add(listener);
    },
    next: (wanted) =>
      new Promise((resolve) => {
        const found = items.find(wanted);
        if (found !== undefined) {
          resolve(found);
          return;
        }
        const look = (item: Item): void => {
          if (!wanted(item)) return;
          waiting.delete(look);
          resolve(item);
        };
        waiting.add(look);
      }),
  };
};

export interface CabinMessage {
  readonly physicianId: string;
  readonly message: ToCabin;
}

export interface GuestHeard {
  readonly guestId: string;
  readonly message: FromGuest;
}

export interface PresenceHeard {
  readonly physicianId: string;
  readonly state: 'online' | 'offline';
}

/** A real gateway on a free port, and everything opened against it; `close` ends all of it. */
export interface GatewayRig {
  readonly settings: GatewaySettings;
  /** Guests' pages that said they end. */
  readonly departures: readonly Departure[];
  gateway(): Gateway;
  /** `127.0.0.1:<port>`. */
  address(): string;
  brokerUrl(): string;
  /** The address by which browsers know it. */
  origin(): string;
  /** A browser in which that person has signed in. */
  signedIn(account: string): Promise<CookieBrowser>;
  signIn(account: string): Promise<Session>;
  cabinToken(): Promise<CabinToken>;
  /** `url`: how the cabin reaches the broker, when not directly. */
  cabin(url?: string): Promise<{
    desk: CabinDesk;
    messages: Heard<CabinMessage>;
    guests: Heard<GuestHeard>;
    presence: Heard<PresenceHeard>;
    dropped: Heard<Dropped<CabinSender>>;
  }>;
  /** `clock`: the page's own, when its time is to pass without waiting. */
  physician(account: string, page?: string, clock?: Clock): Promise<PhysicianDesk>;
  /** One page of the physician who has signed in with that browser. */
  deskOf(browser: CookieBrowser, page?: string, clock?: Clock): Promise<PhysicianDesk>;
  /** Ends the gateway as a death would, and starts it on the same port with the same key. */
  restart(): Promise<void>;
  stop(): Promise<void>;
  close(): Promise<void>;
}

/** A gateway's key pair for statements. */
const newIdentityKey = (): PrivateKey =>
  privateKeySchema.parse(
    generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' }),
  );

const opened = async (
  settings: GatewaySettings,
  clock: Clock,
  onAway: (departure: Departure) => void,
): Promise<Gateway> => {
  const started = await createGateway(settings, clock, { onAway });
  if (!started.ok) throw new Error(`${started.failure.code} ${started.failure.detail}`);
  return started.value;
};

/** Between two looks at a broker that is not there yet, in milliseconds. */
const LOOK_MS = 50;
const PATIENCE_MS = 10_000;

/** The gateway's token for its cabin, once an external broker is reached. */
const issueCabinToken = async (gateway: Gateway): Promise<CabinToken> => {
  const until = systemClock.monotonic() + PATIENCE_MS;
  for (;;) {
    const issued = await gateway.issueCabinToken();
    if (issued.ok) return issued.value;
    if (systemClock.monotonic() > until) throw new Error(`${issued.failure.code} ${issued.failure.detail}`);
    await new Promise<void>((resolve) => systemClock.after(LOOK_MS, resolve));
  }
};

export const createGatewayRig = async (
  change: Partial<GatewaySettings> = {},
  gatewayClock: Clock = systemClock,
  /** A broker beside the gateway, which stops and starts with it; absent: the gateway's own. */
  mosquitto?: Mosquitto,
): Promise<GatewayRig> => {
  const webRoot = change.webRoot ?? (await mkdtemp(join(tmpdir(), 'cabine-web-')));
  if (change.webRoot === undefined)
    for (const page of ['physician', 'guest'])
      await writeFile(join(webRoot, `${page}.html`), '<!doctype html><h1>Page</h1>');
  let settings: GatewaySettings = {
    host: '127.0.0.1',
    port: 0,
    webRoot,
    simulation: true,
    signingKey: randomBytes(48).toString('base64url'),
    identityKey: newIdentityKey(),
    accessCode: ACCESS_CODE,
    site: SITE,
    ...(mosquitto && { externalBroker: mosquitto.settings }),
    ...change,
  };
  const departures: Departure[] = [];
  const onAway = (departure: Departure): void => void departures.push(departure);
  let gateway = await opened(settings, gatewayClock, onAway);
  settings = { ...settings, port: gateway.port };
  const closing: (() => Promise<void>)[] = [];
  const address = (): string => `127.0.0.1:${gateway.port}`;
  const brokerUrl = (): string => mosquitto?.settings.url ?? `ws://${address()}/mqtt`;
  /** Node does not know who signed the broker's certificate. */
  const trusting =
    (access: AskAccess): AskAccess =>
    async (refused) => {
      const asked = await access(refused);
      return asked.ok && mosquitto
        ? ok({ ...asked.value, certificateAuthority: mosquitto.settings.certificateAuthority ?? '' })
        : asked;
    };

  const origin = (): string => `http://localhost:${gateway.port}`;
  const signedIn = async (account: string): Promise<CookieBrowser> => {
    const browser = openCookieBrowser();
    const { response } = await typeDemoCode(browser, origin(), account, ACCESS_CODE);
    await response.body?.cancel();
    return browser;
  };

  const deskOf = async (
    browser: CookieBrowser,
    page = 'page1',
    clock = systemClock,
  ): Promise<PhysicianDesk> => {
    const session = await askToken(browser, origin(), page);
    const keeper = keepSession({
      fetch: pageFetch(browser, origin()),
      page,
      session,
      clock: gatewayClock,
    });
    const desk = createPhysicianDesk({
      access: trusting(
        createPageAccess({
          origin: `http://${address()}`,
          config: mosquitto ? {} : { brokerPath: '/mqtt' },
          fetch: pageFetch(browser, origin()),
          keeper,
          page,
        }),
      ),
      session,
      page,
      clock,
      random: () => 0.5,
    });
    closing.push(() => {
      keeper.close();
      return desk.close();
    });
    await until(desk.store, ({ connection }) => connection.state === 'connected');
    return desk;
  };

  const rig: GatewayRig = {
    settings,
    departures,
    gateway: () => gateway,
    cabinToken: () => issueCabinToken(gateway),
    address,
    origin,
    brokerUrl,
    signedIn,
    signIn: async (account) => askToken(await signedIn(account), origin()),
    cabin: async (url = brokerUrl()) => {
      const { token, broker } = await rig.cabinToken();
      const messages = createHeard<CabinMessage>();
      const guests = createHeard<GuestHeard>();
      const presence = createHeard<PresenceHeard>();
      const dropped = createHeard<Dropped<CabinSender>>();
      const desk = createCabinDesk({
        siteId: settings.site.id,
        cabinId: settings.site.cabinId,
        access: trusting(async () => ok(broker ?? { url, username: 'cabin', password: token })),
        presence: PRESENCE,
        onMessage: (physicianId, message) => messages.add({ physicianId, message }),
        onGuest: (guestId, message) => guests.add({ guestId, message }),
        onPhysicianPresence: (physicianId, { state }) => presence.add({ physicianId, state }),
        onDropped: (one) => dropped.add(one),
        clock: systemClock,
        random: () => 0.5,
      });
      closing.push(desk.close);
      await until(desk.connection, ({ state }) => state === 'connected');
      return { desk, messages, guests, presence, dropped };
    },
    physician: async (account, page, clock) => deskOf(await signedIn(account), page, clock),
    deskOf,
    restart: async () => {
      await gateway.close();
      await mosquitto?.start();
      gateway = await opened(settings, gatewayClock, onAway);
    },
    stop: async () => {
      await gateway.close();
      await mosquitto?.stop();
    },
    close: async () => {
      await Promise.all(closing.map((end) => end()));
      await gateway.close();
    },
  };
  return rig;
};
