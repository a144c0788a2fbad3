import { generateKeyPairSync, randomBytes, randomInt, randomUUID } from 'node:crypto';
import { type ErrorCode, type Failure, failure } from '#core/contract/error-codes.ts';
import {
  type CabinToken,
  type FromGatewayHost,
  fromGatewayHostSchema,
  type GatewaySettings,
  type ToGatewayHost,
} from '#core/contract/gateway-host.ts';
import type { Invitation } from '#core/contract/guests.ts';
import { type KeySet, type PublicKey, privateKeySchema, publicKeySchema } from '#core/contract/identity.ts';
import type { TabletFromHost, TabletToHost } from '#core/contract/tablet.ts';
import { fail, ok, type Result } from '#core/result.ts';
import type { Clock } from '#core/time.ts';
import { keyId } from '#core/trust/key-id.ts';
import type { PhysicianCard } from '#core/visit/words.ts';
import { supervise } from './supervised.ts';

/** What the launcher tells the person who plays the physician. */
export interface GatewayReady {
  readonly port: number;
  readonly accounts: readonly { readonly account: string; readonly card: PhysicianCard }[];
  readonly accessCode: string | undefined;
}

/** The embedded gateway's process, as the main process sees it. */
export interface Gateway {
  /** Asks for a fresh token of the cabin; the promise never settles while the gateway is down, it does once it is back. */
  renewToken(): Promise<CabinToken>;
  /** Makes a link good, over restarts of the gateway too, until it is ended. */
  invite(invitation: Invitation): void;
  /** Takes a link back, or sends the guest away who came in with it. */
  endGuest(guestId: string): void;
  /** Asks for a statement that binds this key to the cabin; like `renewToken`, it waits for a gateway that is down. */
  stateCabin(key: PublicKey): Promise<string>;
  /**
   * Asks somebody on a device of their own whether it is they who stand before the cabin; `settle` hears the answer once, unless nobody
   * waits for it any more. A gateway that is down or dies answers SIGN_IN_UNAVAILABLE.
   */
  confirmPerson(
    request: { readonly nationalId: string; readonly number: string },
    settle: (outcome: Result<null, Failure>) => void,
  ): () => void;
  /** About the assistant's tablets; lost while the gateway is down, which ends their connections too. */
  tablet(message: TabletToHost): void;
  /** What the gateway's statements are verified with: main makes the key, and asks nobody. */
  readonly keys: KeySet;
  stop(): Promise<void>;
  readonly pid: () => number | undefined;
}

interface GatewayOptions {
  readonly clock: Clock;
  readonly settings: Pick<
    GatewaySettings,
    'host' | 'port' | 'webRoot' | 'simulation' | 'site' | 'relay' | 'signIn' | 'externalBroker' | 'tablet'
  >;
  /** The gateway listens for the first time. */
  readonly onReady: (ready: GatewayReady, cabin: CabinToken) => void;
  /** The identity provider vouches for this card. */
  readonly onPhysician: (physicianId: string, card: PhysicianCard) => void;
  /** Somebody came in with a link, by the name they gave. */
  readonly onGuestArrived: (guestId: string, name: string) => void;
  /** A guest's page is closed, or about to be loaded again. */
  readonly onGuestAway: (guestId: string, page: string) => void;
  /** A sign-in failed: told to the technician. */
  readonly onSignInFailure: (failure: Failure) => void;
  /** It cannot start: told to the technician; a port that is taken will stay taken. */
  readonly onFailure: (failure: Failure) => void;
  /** A server outside does not do its part for now. */
  readonly onTrouble: (failure: Failure) => void;
  readonly onTroubleOver: (code: ErrorCode) => void;
  readonly onTablet: (message: TabletFromHost) => void;
  /** The gateway died, and every tablet's connection with it. */
  readonly onTabletsGone: () => void;
}

/** Starts the gateway; a restarted one keeps the port, the keys and the access code, so sessions survive it. */
export const startGateway = (options: GatewayOptions): Gateway => {
  const { clock, settings, onReady, onFailure } = options;
  const signingKey = randomBytes(48).toString('base64url');
  const identityKey = privateKeySchema.parse(
    generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' }),
  );
  const publicKey = publicKeySchema.parse({
    kty: identityKey.kty,
    crv: identityKey.crv,
    x: identityKey.x,
    y: identityKey.y,
  });
  const accessCode = settings.simulation ? String(randomInt(0, 1_000_000)).padStart(6, '0') : undefined;
  const waiting: ((cabin: CabinToken) => void)[] = [];
  const invitations = new Map<string, Invitation>();
  /** In the order of their requests: the gateway answers one after the other. */
  const stating: { readonly key: PublicKey; readonly answer: (statement: string) => void }[] = [];
  const confirming = new Map<string, (outcome: Result<null, Failure>) => void>();
  const settleConfirmation = (requestId: string, outcome: Result<null, Failure>): void => {
    const settle = confirming.get(requestId);
    confirming.delete(requestId);
    settle?.(outcome);
  };
  let port = settings.port;
  let known = false;
  let up = false;

  const answerWaiting = (cabin: CabinToken): void => {
    for (const answer of waiting.splice(0)) answer(cabin);
  };
  const receive = (message: FromGatewayHost): void => {
    switch (message.type) {
      case 'ready':
        up = true;
        port = message.port;
        if (!known) {
          known = true;
          onReady({ port, accounts: message.accounts, accessCode: message.accessCode }, message.cabin);
        }
        answerWaiting(message.cabin);
        for (const { key } of stating) send({ type: 'state-cabin', key });
        break;
      case 'cabin-statement':
        stating.shift()?.answer(message.statement);
        break;
      case 'cabin-token':
        answerWaiting(message.cabin);
        break;
      case 'physician':
        options.onPhysician(message.physicianId, message.card);
        break;
      case 'guest-arrived': {
        const known = invitations.get(message.guestId);
        if (known === undefined) break;
        invitations.set(message.guestId, { ...known, used: true });
        options.onGuestArrived(message.guestId, message.name);
        break;
      }
      case 'guest-away':
        options.onGuestAway(message.guestId, message.page);
        break;
      case 'confirmed':
        settleConfirmation(message.requestId, message.failure ? fail(message.failure) : ok(null));
        break;
      case 'sign-in-failed':
        options.onSignInFailure(message.failure);
        break;
      case 'trouble':
        options.onTrouble(message.failure);
        break;
      case 'trouble-over':
        options.onTroubleOver(message.code);
        break;
      case 'failed':
        onFailure(message.failure);
        break;
      default:
        options.onTablet(message);
    }
  };
  const send = (message: ToGatewayHost): void => process.send(message);
  const process = supervise({
    name: 'gateway-host',
    clock,
    onStart: () =>
      send({
        type: 'start',
        settings: {
          ...settings,
          port,
          signingKey,
          identityKey,
          ...(accessCode === undefined ? {} : { accessCode }),
        },
        invitations: [...invitations.values()],
      }),
    onMessage: (raw) => {
      const parsed = fromGatewayHostSchema.safeParse(raw);
      if (parsed.success) receive(parsed.data);
    },
    onDeath: () => {
      up = false;
      for (const requestId of [...confirming.keys()])
        settleConfirmation(requestId, fail(failure('SIGN_IN_UNAVAILABLE', 'the gateway was lost')));
      options.onTabletsGone();
    },
  });
  return {
    renewToken: () =>
      new Promise((resolve) => {
        waiting.push(resolve);
        if (up) send({ type: 'renew-cabin-token' });
      }),
    invite: (invitation) => {
      invitations.set(invitation.guestId, invitation);
      if (up) send({ type: 'invite', invitation });
    },
    endGuest: (guestId) => {
      if (invitations.delete(guestId) && up) send({ type: 'end-guest', guestId });
    },
    stateCabin: (key) =>
      new Promise((resolve) => {
        stating.push({ key, answer: resolve });
        if (up) send({ type: 'state-cabin', key });
      }),
    confirmPerson: (request, settle) => {
      const requestId = randomUUID();
      confirming.set(requestId, settle);
      if (up) send({ type: 'confirm-person', requestId, ...request });
      else
        queueMicrotask(() =>
          settleConfirmation(requestId, fail(failure('SIGN_IN_UNAVAILABLE', 'no gateway'))),
        );
      return () => {
        if (confirming.delete(requestId) && up) send({ type: 'stop-confirming', requestId });
      };
    },
    tablet: (message) => {
      if (up) send(message);
    },
    keys: { keys: [{ ...publicKey, kid: keyId(publicKey), alg: 'ES256', use: 'sig' }] },
    stop: process.stop,
    pid: process.pid,
  };
};
