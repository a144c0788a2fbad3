import { createStore, type StoreApi } from 'zustand/vanilla';
import type { LineMeasure } from '#core/call/line-test.ts';
import type { Failure } from '#core/contract/error-codes.ts';
import type { PeerRefusal, Proof } from '#core/contract/identity.ts';
import {
  type Attempt,
  cabinPresenceSchema,
  type PeerSignal,
  type PhysicianPresence,
  physicianPresenceSchema,
  type Session,
  TOPICS,
  type ToCabin,
  type ToPhysician,
  ticketSchema,
  toPhysicianSchema,
} from '#core/contract/signalling.ts';
import { PROTOCOL_VERSION } from '#core/contract/version.ts';
import type { Result } from '#core/result.ts';
import type { Clock } from '#core/time.ts';
import type { AskAccess } from './broker-access.ts';
import { type ClaimState, createClaim, type Place } from './claim.ts';
import { physicianClientId } from './client-ids.ts';
import { type ConnectionState, createConnection } from './connection.ts';
import { createInbound, type LetterFault } from './inbound.ts';
import { createQueue, type QueueEntry } from './queue.ts';
import { parseTopic } from './topics.ts';

export type DeskState =
  | Exclude<ConnectionState, { readonly state: 'refused' }>
  /** The session is not valid any more (SESSION_EXPIRED): sign in again. */
  | { readonly state: 'expired' }
  /** A newer page of the same physician took over; this one is closed. */
  | { readonly state: 'replaced' };

export interface DeskSnapshot {
  readonly connection: DeskState;
  /** Longest wait first. Kept while the link is lost, so that the list does not vanish; show that it is old. */
  readonly queue: readonly QueueEntry[];
  readonly claim: ClaimState;
}

export interface PhysicianDeskOptions {
  /** How this page gets into the broker. */
  readonly access: AskAccess;
  readonly session: Pick<Session, 'physicianId' | 'physician'>;
  /** New for each load of the page, letters and digits: tells this page from an older one of the same physician. */
  readonly page: string;
  readonly clock: Clock;
  /** From 0 to 1, for the jitter of reconnections. */
  readonly random: () => number;
}

/** What carries the call's signalling to and from the cabin of the claim that is held. Each `send` is false when nothing was sent. */
export interface SignalChannel {
  /** Says that this page can hold a call; the cabin answers with the offer of a new attempt. */
  sendReady(line?: LineMeasure): boolean;
  sendSignal(attempt: Attempt, signal: PeerSignal, proof: Proof | undefined): boolean;
  /** Tells the cabin that a description of its was not taken. */
  sendRefused(attempt: Attempt, code: PeerRefusal): boolean;
  /** Asks the cabin to restart ICE. */
  sendRestart(attempt: Attempt): boolean;
  /** Finds out sooner than the keep-alive whether the broker is still reached. */
  probe(): void;
  onMessage(listener: (message: CallMessage) => void): () => void;
  /** A letter of the cabin of the claim that is held was not taken. */
  onFault(listener: (code: LetterFault) => void): () => void;
}

/** What the cabin of the claim says about the call; nothing of it is proven yet. */
export type CallMessage = Extract<ToPhysician, { readonly type: 'signal' | 'signal-refused' }>;

/** The physician's page's connection to the broker: the queue, the claim, and the call's signalling. */
export interface PhysicianDesk {
  readonly store: StoreApi<DeskSnapshot>;
  /** Takes a place. Refused with ALREADY_TAKEN, TICKET_GONE, PROTOCOL_VERSION, or GATEWAY_LOST when the cabin does not answer. */
  claim(place: Place): Promise<Result<null, Failure>>;
  /** Gives the place back; the patient waits again. */
  release(): void;
  /** Forgets a refusal or an end that the page has shown. */
  dismiss(): void;
  readonly call: SignalChannel;
  /** The machine's addresses have changed. */
  networkChanged(): void;
  close(): Promise<void>;
}

type Sender = Pick<Place, 'siteId' | 'cabinId'>;
/** This physician's own presence, which another page of theirs may have written. */
const NO_CABIN: Sender = { siteId: '', cabinId: '' };

/** Opens a physician's connection. A place that this physician already holds (the page was reloaded) is taken up again by itself. */
export const createPhysicianDesk = (options: PhysicianDeskOptions): PhysicianDesk => {
  const { session, page, clock } = options;
  const { physicianId } = session;
  const faultListeners = new Set<(code: LetterFault) => void>();
  const inbound = createInbound<Sender>({
    clock,
    keyOf: ({ siteId, cabinId }) => `${siteId}/${cabinId}`,
    onDropped: ({ code, from }) => {
      const known = claim.state();
      if (known.state !== 'held') return;
      if (known.place.siteId !== from.siteId || known.place.cabinId !== from.cabinId) return;
      for (const listener of faultListeners) listener(code);
    },
  });
  const store = createStore<DeskSnapshot>(() => ({
    connection: { state: 'connecting' },
    queue: [],
    claim: { state: 'none' },
  }));
  const ownPresenceTopic = TOPICS.physicianPresence(physicianId);
  const online: PhysicianPresence = { state: 'online', page };
  const offline: PhysicianPresence = { state: 'offline', page };
  const callListeners = new Set<(message: CallMessage) => void>();

  const refreshQueue = (): void => store.setState({ queue: queue.entries() });
  const queue = createQueue(physicianId, clock, refreshQueue);

  const sendTo = (place: Place, message: ToCabin, qos: 0 | 1 = 1): boolean =>
    connection.publish(TOPICS.inbox(place.siteId, place.cabinId, physicianId), message, qos);

  const claim = createClaim(
    page,
    clock,
    (place, letter) =>
      sendTo(place, {
        type: 'claim',
        ticketId: place.ticketId,
        letter,
        protocolVersion: PROTOCOL_VERSION,
        physician: session.physician,
      }),
    (state) => store.setState({ claim: state }),
  );

  const follow = (siteId: string, cabinId: string): void => {
    refreshQueue();
    // A cabin that was away for long comes back word by word; its ticket, which is kept, follows at once.
    if (!queue.knows(siteId, cabinId)) return;
    const entry = queue.entries().find((one) => one.siteId === siteId && one.cabinId === cabinId);
    if (store.getState().connection.state === 'connected') claim.follow(siteId, cabinId, entry);
  };

  const fromCabin = (siteId: string, cabinId: string, payload: Uint8Array): void => {
    const message = inbound.read(toPhysicianSchema, payload, { siteId, cabinId });
    const known = claim.state();
    if (!message || known.state === 'none') return;
    if (known.place.siteId !== siteId || known.place.cabinId !== cabinId) return;
    if (message.type !== 'signal' && message.type !== 'signal-refused') claim.answered(message);
    else if (known.state === 'held' && known.place.ticketId === message.ticketId)
      for (const listener of callListeners) listener(message);
  };

  const fromOwnPresence = (payload: Uint8Array, retained: boolean): void => {
    const presence = inbound.read(physicianPresenceSchema, payload, NO_CABIN);
    if (!presence || presence.page === page) return;
    // An older page's last will overwrote what this page says; a newer page's word, said just now, ends this one.
    if (presence.state === 'offline') connection.hold(ownPresenceTopic, online);
    else if (!retained) void leave('replaced');
  };

  const onMessage = (topic: string, payload: Uint8Array, retained: boolean): void => {
    const parts = parseTopic(topic);
    switch (parts?.kind) {
      case 'presence': {
        const presence = inbound.read(cabinPresenceSchema, payload, parts);
        if (presence) queue.presence(parts.siteId, parts.cabinId, presence);
        follow(parts.siteId, parts.cabinId);
        break;
      }
      case 'ticket': {
        const ticket = inbound.read(ticketSchema, payload, parts);
        if (ticket) queue.ticket(parts.siteId, parts.cabinId, ticket);
        follow(parts.siteId, parts.cabinId);
        break;
      }
      case 'outbox':
        // A letter is never kept, except by a broker that cannot forbid it: it was meant for another day.
        if (!retained) fromCabin(parts.siteId, parts.cabinId, payload);
        break;
      case 'physician-presence':
        fromOwnPresence(payload, retained);
    }
  };

  const connection = createConnection({
    clientId: physicianClientId(physicianId, page),
    access: options.access,
    will: { topic: ownPresenceTopic, message: offline, retain: true },
    filters: [
      TOPICS.presence('+', '+'),
      TOPICS.ticket('+', '+'),
      TOPICS.outbox('+', '+', physicianId),
      ownPresenceTopic,
    ],
    onMessage,
    afterRefusal: 'stop',
    clock,
    random: options.random,
  });
  connection.hold(ownPresenceTopic, online);

  const stopFollowing = connection.store.subscribe(({ state }) => {
    store.setState({ connection: state === 'refused' ? { state: 'expired' } : { state } });
    if (state !== 'connected') return;
    queue.reconnected();
    claim.askAgain();
    for (const entry of queue.entries()) claim.follow(entry.siteId, entry.cabinId, entry);
  });

  const leave = (as: 'closed' | 'replaced'): Promise<void> => {
    stopFollowing();
    queue.close();
    store.setState({ connection: { state: as }, queue: [] });
    // The newer page has the patient: nothing of them may stay on this one, which nobody tells anything any more.
    if (as === 'replaced') claim.handOver();
    else claim.close();
    return connection.close(as === 'closed' ? [{ topic: ownPresenceTopic, message: offline }] : []);
  };

  const overCall = (message: (ticketId: string) => ToCabin, qos: 0 | 1 = 1): boolean => {
    const known = claim.state();
    return known.state === 'held' && sendTo(known.place, message(known.place.ticketId), qos);
  };

  return {
    store,
    claim: claim.ask,
    release: () => {
      const place = claim.giveBack();
      if (place) sendTo(place, { type: 'release', ticketId: place.ticketId, letter: claim.nextLetter() });
    },
    dismiss: claim.dismiss,
    call: {
      sendReady: (line) =>
        overCall((ticketId) => ({
          type: 'ready-for-call',
          ticketId,
          letter: claim.nextLetter(),
          protocolVersion: PROTOCOL_VERSION,
          ...(line && { line }),
        })),
      sendSignal: (attempt, signal, proof) =>
        overCall((ticketId) => ({ type: 'signal', ticketId, attempt, signal, ...(proof && { proof }) })),
      sendRefused: (attempt, code) =>
        overCall((ticketId) => ({ type: 'signal-refused', ticketId, attempt, code })),
      // Late restarts are harmful: ten that had queued once killed a healthy call.
      sendRestart: (attempt) => overCall((ticketId) => ({ type: 'restart', ticketId, attempt }), 0),
      probe: connection.probe,
      onMessage: (listener) => {
        callListeners.add(listener);
        return () => callListeners.delete(listener);
      },
      onFault: (listener) => {
        faultListeners.add(listener);
        return () => faultListeners.delete(listener);
      },
    },
    networkChanged: connection.networkChanged,
    close: () => leave('closed'),
  };
};
