import { type ErrorCode, failure } from '#core/contract/error-codes.ts';
import {
  type CabinToken,
  type FromGatewayHost,
  type GatewaySettings,
  type ToGatewayHost,
  toGatewayHostSchema,
} from '#core/contract/gateway-host.ts';
import type { Invitation } from '#core/contract/guests.ts';
import { assertNever, fail } from '#core/result.ts';
import { systemClock } from '#gateway/client/system-clock.ts';
import { createGateway, type Gateway } from '#gateway/create-gateway.ts';
import { openTablets, type Tablets } from '#gateway/tablet/open-tablets.ts';
import { persist } from './persist.ts';

/** The gateway in a process of its own: its death ends neither the visit nor a call under way, and main starts it again. */
const { parentPort } = process;
const tell = (message: FromGatewayHost): void => parentPort.postMessage(message);
let gateway: Gateway | undefined;
let tablets: Tablets | undefined;

const close = async (): Promise<void> => {
  await Promise.all([gateway?.close(), tablets?.close()]);
  gateway = undefined;
  tablets = undefined;
};

/** Beside the gateway: a port that is taken keeps tablets away, and nobody else. */
const startTablets = async ({ tablet, webRoot }: GatewaySettings): Promise<void> => {
  if (tablet === undefined) return;
  const opened = await openTablets({ settings: tablet, webRoot, clock: systemClock, tell });
  if (opened.ok) tablets = opened.value;
  else tell({ type: 'tablet-board', board: { state: 'failed', code: opened.failure.code } });
};

const start = async (settings: GatewaySettings, invitations: readonly Invitation[]): Promise<void> => {
  await close();
  const started = await createGateway(settings, systemClock, {
    onPhysician: (physician) => tell({ type: 'physician', ...physician }),
    onSignInFailure: (failed) => tell({ type: 'sign-in-failed', failure: failed }),
    onArrival: (arrival) => tell({ type: 'guest-arrived', ...arrival }),
    onAway: (departure) => tell({ type: 'guest-away', ...departure }),
    onTrouble: (trouble) => tell({ type: 'trouble', failure: trouble }),
    onTroubleOver: (code) => tell({ type: 'trouble-over', code }),
  });
  if (!started.ok) {
    tell({ type: 'failed', failure: started.failure });
    return;
  }
  gateway = started.value;
  await startTablets(settings);
  for (const invitation of invitations) gateway.invite(invitation);
  const { port, accounts } = gateway;
  void tellWithToken((cabin) => ({
    type: 'ready',
    port,
    accounts: accounts.map(({ account, card }) => ({ account, card })),
    ...(accounts.length > 0 && { accessCode: settings.accessCode }),
    cabin,
  }));
};

/** An external broker may be away for a while: what needs the cabin's user in it waits, other orders do not. */
const tellWithToken = async (message: (cabin: CabinToken) => FromGatewayHost): Promise<void> => {
  const mine = gateway;
  if (!mine) return;
  const told = new Set<ErrorCode>();
  const cabin = await persist(
    mine.issueCabinToken,
    () => mine === gateway,
    (trouble) => {
      // The gateway itself tells when the broker is lost for long.
      if (trouble.code === 'BROKER_LOST') return;
      told.add(trouble.code);
      tell({ type: 'trouble', failure: trouble });
    },
    systemClock,
  );
  if (!cabin) return;
  for (const code of told) tell({ type: 'trouble-over', code });
  tell(message(cabin));
};

const confirming = new Map<string, AbortController>();
/** Takes minutes: other orders do not wait for it. */
const confirmPerson = async ({
  requestId,
  nationalId,
  number,
}: Extract<ToGatewayHost, { type: 'confirm-person' }>): Promise<void> => {
  const stop = new AbortController();
  confirming.set(requestId, stop);
  const outcome =
    (await gateway?.confirmPerson({ nationalId, number }, stop.signal)) ??
    fail(failure('SIGN_IN_UNAVAILABLE', 'the gateway is starting'));
  confirming.delete(requestId);
  tell({ type: 'confirmed', requestId, ...(!outcome.ok && { failure: outcome.failure }) });
};

const take = async (message: ToGatewayHost): Promise<void> => {
  switch (message.type) {
    case 'start':
      return start(message.settings, message.invitations);
    case 'invite':
      gateway?.invite(message.invitation);
      return;
    case 'end-guest':
      gateway?.endGuest(message.guestId);
      return;
    case 'renew-cabin-token':
      void tellWithToken((cabin) => ({ type: 'cabin-token', cabin }));
      return;
    case 'confirm-person':
      void confirmPerson(message);
      return;
    case 'stop-confirming':
      confirming.get(message.requestId)?.abort();
      return;
    case 'state-cabin': {
      // Main made the key, so it is one; a gateway that is starting is asked again.
      const stated = await gateway?.stateCabin(message.key);
      if (stated?.ok) tell({ type: 'cabin-statement', statement: stated.value });
      return;
    }
    case 'stop':
      await close();
      process.exit(0);
      break;
    case 'tablet-order':
      tablets?.order(message.order);
      return;
    case 'tablet-send':
      tablets?.send(message.session, message.message);
      return;
    default:
      assertNever(message);
  }
};

// One at a time: a second start waits for the first.
let queue = Promise.resolve();
parentPort.on('message', ({ data }) => {
  const parsed = toGatewayHostSchema.safeParse(data);
  if (!parsed.success) {
    tell({ type: 'failed', failure: failure('INVALID_MESSAGE') });
    return;
  }
  queue = queue.then(() => take(parsed.data));
});
