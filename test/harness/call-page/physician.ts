import type { WaveBlock } from '#core/contract/live.ts';
import { gatewayConfigSchema } from '#core/contract/signalling.ts';
import { createPageAccess } from '#gateway/client/broker-access.ts';
import { keepIceServers } from '#gateway/client/ice-keeper.ts';
import { createPhysicianDesk } from '#gateway/client/physician-desk.ts';
import { keepSession, renewSession } from '#gateway/client/session-keeper.ts';
import { systemClock } from '#gateway/client/system-clock.ts';
import { createSigningKey } from '#gateway/client/trust/es256.ts';
import { askStatementOver, readKeysOver } from '#gateway/client/trust/gateway-identity.ts';
import { createIdentityProver } from '#gateway/client/trust/identity-prover.ts';
import type { ReceivedItem } from '#renderer/call/bulk/bulk-receiver.ts';
import { createDeviceWatch } from '#renderer/call/device-watch.ts';
import { createPhysicianCall } from '#renderer/call/physician-call.ts';
import { openPictureTaker } from '#renderer/call/stills/picture-taker.ts';
import { watchArrivals } from './arrivals.ts';
import { openEars } from './instrument-ears.ts';
import { videoOf, watchMedia } from './media-watch.ts';
import { openTestedLine } from './tested-line.ts';

const page = crypto.randomUUID();
const send = (path: string, init?: RequestInit) => fetch(path, init);

/** The browser brings the session with it. */
const signIn = async () => {
  const session = await renewSession(send, page);
  if (!session.ok || !session.value) throw new Error('Not signed in');
  return session.value;
};

const open = async () => {
  const config = gatewayConfigSchema.parse(await (await fetch('/config')).json());
  const session = await signIn();
  const keeper = keepSession({ fetch: send, page, session, clock: systemClock });
  const desk = createPhysicianDesk({
    access: createPageAccess({ origin: location.origin, config, fetch: send, keeper, page }),
    session,
    page,
    clock: systemClock,
    random: Math.random,
  });
  const prover = createIdentityProver({
    key: createSigningKey(),
    askStatement: askStatementOver(send, () => keeper.session().token),
    readKeys: readKeysOver(send),
    clock: systemClock,
  });
  const media = watchMedia();
  const line = openTestedLine();
  const call = createPhysicianCall({
    desk,
    line: line.measured,
    ice: keepIceServers({ fetch: send, keeper, clock: systemClock }),
    createPeer: media.createPeer,
    prover,
    getUserMedia: media.getUserMedia,
    devices: createDeviceWatch(systemClock),
    openPictureTaker,
    clock: systemClock,
    newId: () => crypto.randomUUID(),
  });
  call.attachLocal(videoOf('local'));
  call.attachRemote(videoOf('remote'));
  const items: ReceivedItem[] = [];
  call.onItem((received) => items.push(received));
  const waves: WaveBlock[] = [];
  call.onWave((block) => waves.push(block));
  /** When the first projection of this load of the page came, in milliseconds since 1970. */
  const times: { projectionAt: number | undefined } = { projectionAt: undefined };
  call.store.subscribe(({ projection }) => {
    if (projection) times.projectionAt ??= Date.now();
  });
  return {
    desk,
    call,
    media,
    waves,
    times,
    arrivals: watchArrivals(call, waves),
    ears: openEars(call),
    items,
    line,
  };
};

const physician = await open();
export type PhysicianPage = typeof physician;
Object.assign(window, { physician });
