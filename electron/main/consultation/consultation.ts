import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { fromOtherEnd, measurableGateway } from '#core/call/line-test.ts';
import type { CabinToken } from '#core/contract/gateway-host.ts';
import { GUEST_PATH, INVITATION_BYTES } from '#core/contract/guests.ts';
import { IPC } from '#core/contract/ipc-channels.ts';
import type { CabinPresence } from '#core/contract/signalling.ts';
import type { TabletToHost } from '#core/contract/tablet.ts';
import type { LetterCount } from '#core/contract/technician.ts';
import { PROTOCOL_VERSION } from '#core/contract/version.ts';
import { ok } from '#core/result.ts';
import type { Clock } from '#core/time.ts';
import { availableInstruments, availableMeasures, type CabinFacts } from '#core/visit/projections/project.ts';
import { assistantOf } from '#core/visit/visit.ts';
import { LANGUAGES, type PhysicianCard } from '#core/visit/words.ts';
import type { BrokerAccess } from '#gateway/client/broker-access.ts';
import { type CabinDesk, createCabinDesk } from '#gateway/client/cabin-desk.ts';
import { cabinClientId } from '#gateway/client/client-ids.ts';
import { lineNoise } from '#gateway/client/line-noise.ts';
import { measureLine } from '#gateway/client/line-test.ts';
import { systemClock } from '#gateway/client/system-clock.ts';
import { createSigningKey } from '#gateway/client/trust/es256.ts';
import { createIdentityProver } from '#gateway/client/trust/identity-prover.ts';
import { sendPresence, sendSide } from '../ipc/company-channels.ts';
import { sendCallEvent } from '../ipc/consultation-channels.ts';
import { sendQuality } from '../ipc/quality-channels.ts';
import { watchNetwork } from '../network/network-watch.ts';
import { type Gateway, type GatewayReady, startGateway } from '../processes/gateway.ts';
import type { CabinProfile } from '../profile.ts';
import type { TabletDesk } from '../tablets/tablet-desk.ts';
import type { VisitKeeper } from '../visit/keeper.ts';
import type { CabinWindows } from '../windows/cabin-windows.ts';
import { type CallRelay, createCallRelay } from './call-relay.ts';
import { type Claims, createClaims } from './claims.ts';
import { type CompanyDesk, createCompanyDesk } from './company.ts';
import { createLetterWatch } from './letter-watch.ts';
import { createQualityKeeper, type QualityKeeper } from './quality-board.ts';
import { ticketOf } from './ticket.ts';

/** The cabin's link to physicians: gateway, queue, claims and the relayed signals of the call. */
export interface Consultation {
  readonly relay: CallRelay;
  readonly claims: Claims;
  readonly quality: QualityKeeper;
  readonly company: CompanyDesk;
  /** See `Gateway`. */
  readonly confirmPerson: Gateway['confirmPerson'];
  /** To the gateway, about tablets. */
  tablet(message: TabletToHost): void;
  /** Letters over the broker that were not taken. */
  letters(): readonly LetterCount[];
  /** Whether physicians can find this cabin now. */
  reachable(): boolean;
  /** The visit or the devices have changed: what the queue shows follows. */
  refresh(): void;
  close(): Promise<void>;
}

interface ConsultationOptions {
  readonly keeper: VisitKeeper;
  readonly clock: Clock;
  readonly profile: CabinProfile;
  readonly simulation: boolean;
  readonly windows: CabinWindows;
  readonly facts: () => CabinFacts;
  readonly webRoot: string;
  readonly port: number;
  readonly onReady: (ready: GatewayReady) => void;
  readonly onFailure: (code: string) => void;
  readonly onReachable: () => void;
  /** Folder of the cabin's own. */
  readonly ownFolder: string;
  /** The assistant's screens besides the window. */
  readonly tablets: TabletDesk;
  /** The number of letters that were not taken has changed. */
  readonly onLetters: () => void;
  /** One line for the technician. */
  readonly say: (line: string) => void;
}

/** The cabin's token is renewed after this part of its life. */
const RENEW_AFTER = 0.7;

export const openConsultation = (options: ConsultationOptions): Consultation => {
  const { keeper, clock, profile, simulation, windows, tablets, facts } = options;
  const { site } = profile;
  let desk: CabinDesk | undefined;
  let cabinToken: CabinToken | undefined;
  const cards = new Map<string, PhysicianCard>();
  let cancelRenewal: (() => void) | undefined;
  let published = '';

  let gatewayPort: number | undefined;
  const gatewayAbroad = measurableGateway(profile.signIn?.publicUrl);
  const quality = createQualityKeeper({
    clock,
    measure:
      gatewayAbroad === undefined
        ? undefined
        : (stop) => measureLine({ fetch, gateway: gatewayAbroad, clock, noise: lineNoise, stop }),
    // With a broker outside, a page may come from another cabin's gateway, and its line is not this cabin's.
    pagesTell: profile.servers.externalBroker === undefined,
    onChange: () => {
      sendQuality(windows, quality);
      tablets.push(IPC.qualityUpdate, quality.board());
    },
  });

  const letters = createLetterWatch({ keeper, clock, onChange: options.onLetters, say: options.say });

  const presence = (): Omit<CabinPresence, 'state'> => ({
    siteName: site.name,
    siteKind: site.kind,
    assisted: true,
    languages: [...LANGUAGES],
    capabilities: availableMeasures(facts()),
    instruments: availableInstruments(facts()),
    simulation,
    ...(site.telephone !== undefined && { telephone: site.telephone }),
    protocolVersion: PROTOCOL_VERSION,
  });

  const refresh = (): void => {
    claims.refresh();
    company.refresh();
    if (desk === undefined) return;
    const next = { presence: presence(), ticket: ticketOf(keeper.visit()) };
    const fingerprint = JSON.stringify(next);
    if (fingerprint === published) return;
    published = fingerprint;
    quality.follow(next.ticket.state, keeper.visit().epoch);
    desk.publishPresence(next.presence);
    desk.publishTicket(next.ticket);
  };

  const keepToken = (cabin: CabinToken): void => {
    cabinToken = cabin;
    relay.iceServers(cabin.ice.iceServers);
    company.iceServers();
    cancelRenewal?.();
    const expiresIn = Math.min(cabin.expiresIn, cabin.ice.expiresIn);
    cancelRenewal = clock.after(expiresIn * 1_000 * RENEW_AFTER, renew);
  };
  const renew = (): void => void gateway.renewToken().then(keepToken);

  const { externalBroker } = profile.servers;
  const accessOf = (port: number): BrokerAccess => {
    const { token = '', broker } = cabinToken ?? {};
    if (broker === undefined)
      return {
        url: `ws://127.0.0.1:${port}/mqtt`,
        username: cabinClientId(site.id, site.cabinId),
        password: token,
      };
    const certificateAuthority = externalBroker?.certificateAuthority;
    return { ...broker, ...(certificateAuthority !== undefined && { certificateAuthority }) };
  };

  const gateway = startGateway({
    clock,
    settings: {
      host: profile.servers.gatewayHost ?? '127.0.0.1',
      port: options.port,
      webRoot: options.webRoot,
      simulation,
      site: { id: site.id, cabinId: site.cabinId },
      ...(profile.signIn === undefined ? {} : { signIn: profile.signIn }),
      ...(externalBroker && { externalBroker }),
      ...(profile.servers.relay && { relay: profile.servers.relay }),
      ...(profile.servers.tablet && {
        tablet: {
          ...profile.servers.tablet,
          folder: join(options.ownFolder, 'tablets'),
          siteName: site.name,
        },
      }),
    },
    onPhysician: (physicianId, card) => void cards.set(physicianId, card),
    onGuestArrived: (guestId, name) => company.guestArrived(guestId, name),
    onGuestAway: (guestId, page) => company.guestAway(guestId, page),
    onSignInFailure: ({ code, detail = '' }) => options.say(`sign-in: ${code} ${detail}`.trim()),
    onReady: (ready, cabin) => {
      keepToken(cabin);
      gatewayPort = ready.port;
      desk = createCabinDesk({
        siteId: site.id,
        cabinId: site.cabinId,
        access: async (refused) => {
          if (refused) keepToken(await gateway.renewToken());
          return ok(accessOf(ready.port));
        },
        presence: presence(),
        onMessage: claims.receive,
        onGuest: (guestId, letter) => company.fromGuest(guestId, letter),
        onPhysicianPresence: claims.presence,
        onDropped: letters.note,
        clock,
        random: Math.random,
      });
      desk.connection.subscribe(({ state }) => {
        claims.link(state === 'connected');
        relay.signalling(state === 'connected');
        company.signalling(state === 'connected');
        options.onReachable();
      });
      refresh();
      options.onReady(ready);
    },
    onFailure: ({ code }) => options.onFailure(code),
    onTrouble: ({ code, detail = '' }) => options.say(`${code} ${detail}`.trim()),
    onTroubleOver: (code) => options.say(`${code} is over`),
    onTablet: tablets.receive,
    onTabletsGone: tablets.gone,
  });

  const prover = createIdentityProver({
    key: createSigningKey(),
    askStatement: async (key) => ok(await gateway.stateCabin(key)),
    readKeys: async () => ok(gateway.keys),
    // The gateway's time is real, whatever the visit goes by.
    clock: systemClock,
  });
  const relay = createCallRelay({
    newId: randomUUID,
    prover,
    onTrust: (trust) => quality.callTrust(trust),
    onRefused: ({ code, detail = '' }) => options.say(`call refused: ${code} ${detail}`.trim()),
    toWindow: (event) => sendCallEvent(windows, event),
    toPhysician: (physicianId, message) => void desk?.send(physicianId, message),
    onGivenUp: renew,
    onSilence: () => desk?.probe(),
  });
  const claims = createClaims({
    keeper,
    relay,
    clock,
    cardOf: (physicianId) => cards.get(physicianId),
    onLine: (line) => {
      // With a broker outside, the page may have come from the gateway of another cabin.
      if (externalBroker === undefined) quality.toldLine(fromOtherEnd(line));
    },
    ownLine: () => quality.ownLine(),
    send: (physicianId, message) => void desk?.send(physicianId, message),
  });
  const company = createCompanyDesk({
    keeper,
    clock,
    newId: randomUUID,
    iceServers: () => cabinToken?.ice.iceServers ?? [],
    newCode: () => {
      const code = randomBytes(INVITATION_BYTES).toString('base64url');
      return { code, hash: createHash('sha256').update(code).digest('hex') };
    },
    linkOf: (code) =>
      `${profile.signIn?.publicUrl ?? `http://localhost:${gatewayPort}`}${GUEST_PATH}#${code}`,
    site,
    prover,
    onRefusals: quality.sideRefusals,
    onRefused: ({ code, detail = '' }) => options.say(`side call refused: ${code} ${detail}`.trim()),
    onRelayRefused: renew,
    assistantName: () => assistantOf(keeper.visit())?.name ?? '',
    gateway,
    toGuest: (guestId, letter) => void desk?.sendGuest(guestId, letter),
    toWindow: (party, message) => sendSide(windows, party, message),
    onPresence: (board) => {
      sendPresence(windows, board);
      tablets.push(IPC.presenceUpdate, board);
    },
    onChange: options.onReachable,
  });

  const stopWatching = watchNetwork(networkInterfaces, clock, () => {
    desk?.networkChanged();
    relay.networkChanged();
    company.networkChanged();
  });

  return {
    relay,
    claims,
    company,
    confirmPerson: (request, settle) => gateway.confirmPerson(request, settle),
    quality,
    letters: letters.counts,
    tablet: gateway.tablet,
    reachable: () => desk?.connection.getState().state === 'connected',
    refresh,
    close: () => {
      cancelRenewal?.();
      prover.close();
      quality.close();
      letters.close();
      stopWatching();
      claims.close();
      company.close();
      void desk?.close();
      return gateway.stop();
    },
  };
};
