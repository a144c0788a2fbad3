import type { WaveBlock } from '#core/contract/live.ts';
import { gatewayConfigSchema, sessionSchema } from '#core/contract/signalling.ts';
import { sessionAccess } from '#gateway/client/broker-access.ts';
import { createPhysicianDesk } from '#gateway/client/physician-desk.ts';
import { systemClock } from '#gateway/client/system-clock.ts';
import { createPhysicianCall } from '#renderer/call/physician-call.ts';
import { watchArrivals } from './arrivals.ts';
import { videoOf, watchMedia } from './media-watch.ts';

/** `#<account>:<access code>`. */
const signIn = async () => {
  const kept = sessionStorage.getItem('session');
  if (kept !== null) return sessionSchema.parse(JSON.parse(kept));
  const [account, accessCode] = location.hash.slice(1).split(':');
  const response = await fetch('/session', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ account, accessCode }),
  });
  const session = sessionSchema.parse(await response.json());
  sessionStorage.setItem('session', JSON.stringify(session));
  return session;
};

const open = async () => {
  const config = gatewayConfigSchema.parse(await (await fetch('/config')).json());
  const session = await signIn();
  const page = crypto.randomUUID();
  const desk = createPhysicianDesk({
    access: sessionAccess(`ws://${location.host}${config.brokerPath}`, session, page),
    session,
    page,
    clock: systemClock,
    random: Math.random,
  });
  const media = watchMedia();
  const call = createPhysicianCall({
    desk,
    iceServers: config.iceServers,
    createPeer: media.createPeer,
    getUserMedia: media.getUserMedia,
    clock: systemClock,
    newId: () => crypto.randomUUID(),
  });
  call.attachLocal(videoOf('local'));
  call.attachRemote(videoOf('remote'));
  const waves: WaveBlock[] = [];
  call.onWave((block) => waves.push(block));
  /** When the first projection of this load of the page came, in milliseconds since 1970. */
  const times: { projectionAt: number | undefined } = { projectionAt: undefined };
  call.store.subscribe(({ projection }) => {
    if (projection) times.projectionAt ??= Date.now();
  });
  return { desk, call, media, waves, times, arrivals: watchArrivals(call, waves) };
};

const physician = await open();
export type PhysicianPage = typeof physician;
Object.assign(window, { physician });
