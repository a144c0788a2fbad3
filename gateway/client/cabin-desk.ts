import type { StoreApi } from 'zustand/vanilla';
import { type FromGuest, fromGuestSchema, type ToGuest } from '#core/contract/guests.ts';
import {
  anyVersionClaimSchema,
  type CabinPresence,
  type PhysicianPresence,
  physicianPresenceSchema,
  type Ticket,
  TOPICS,
  type ToCabin,
  type ToPhysician,
  toCabinSchema,
} from '#core/contract/signalling.ts';
import { PROTOCOL_VERSION } from '#core/contract/version.ts';
import type { Clock } from '#core/time.ts';
import type { AskAccess } from './broker-access.ts';
import { cabinClientId } from './client-ids.ts';
import { type ConnectionState, createConnection } from './connection.ts';
import { createInbound, type Dropped } from './inbound.ts';
import { parseTopic } from './topics.ts';

/** Who wrote to the cabin, by the broker's word: the topic is theirs alone. */
export interface CabinSender {
  readonly role: 'physician' | 'guest';
  readonly id: string;
}

export interface CabinDeskOptions {
  readonly siteId: string;
  readonly cabinId: string;
  /** The cabin's present access to the broker; asked at each connection, so a renewed one is used. */
  readonly access: AskAccess;
  readonly presence: Omit<CabinPresence, 'state'>;
  readonly onMessage: (physicianId: string, message: ToCabin) => void;
  /** From somebody who came in with a link. */
  readonly onGuest: (guestId: string, message: FromGuest) => void;
  readonly onPhysicianPresence: (physicianId: string, presence: PhysicianPresence) => void;
  /** A letter was not taken; called for each, so that whoever listens bounds what comes of it. */
  readonly onDropped: (dropped: Dropped<CabinSender>) => void;
  readonly clock: Clock;
  /** From 0 to 1, for the jitter of reconnections. */
  readonly random: () => number;
}

/** The cabin's one connection to the broker; the main process owns it. */
export interface CabinDesk {
  readonly connection: StoreApi<ConnectionState>;
  publishPresence(presence: Omit<CabinPresence, 'state'>): void;
  /** The place in the queue, kept for those who come later and published again after each reconnection. */
  publishTicket(ticket: Ticket): void;
  /** False when the message was not sent, because the link is down: it is not sent later. */
  send(physicianId: string, message: ToPhysician): boolean;
  /** The same, to a guest. */
  sendGuest(guestId: string, message: ToGuest): boolean;
  /** Finds out whether the link to the broker is alive, and replaces a dead one at once. */
  probe(): void;
  /** The machine's addresses have changed: the link to a broker elsewhere is made anew. */
  networkChanged(): void;
  close(): Promise<void>;
}

/** Opens the cabin's connection: presence is announced, `none` is the first ticket. */
export const createCabinDesk = (options: CabinDeskOptions): CabinDesk => {
  const { siteId, cabinId } = options;
  const inbound = createInbound<CabinSender>({
    clock: options.clock,
    keyOf: ({ role, id }) => `${role} ${id}`,
    onDropped: options.onDropped,
    otherwise: (value, { role, id }) => {
      const asked = anyVersionClaimSchema.safeParse(value).data;
      if (role !== 'physician' || asked === undefined || asked.protocolVersion === PROTOCOL_VERSION)
        return undefined;
      // A page of another version waits for an answer that it can read.
      send(id, { type: 'claim-refused', ticketId: asked.ticketId, code: 'PROTOCOL_VERSION' });
      return 'PROTOCOL_VERSION';
    },
  });
  const presenceTopic = TOPICS.presence(siteId, cabinId);
  const ticketTopic = TOPICS.ticket(siteId, cabinId);
  let presence = options.presence;

  const onMessage = (topic: string, payload: Uint8Array, retained: boolean): void => {
    const parts = parseTopic(topic);
    if (parts?.kind === 'inbox') {
      // A letter is never kept, except by a broker that cannot forbid it: it was meant for another day.
      if (retained) return;
      const message = inbound.read(toCabinSchema, payload, { role: 'physician', id: parts.physicianId });
      if (message) options.onMessage(parts.physicianId, message);
    } else if (parts?.kind === 'guest-inbox') {
      if (retained) return;
      const message = inbound.read(fromGuestSchema, payload, { role: 'guest', id: parts.guestId });
      if (message) options.onGuest(parts.guestId, message);
    } else if (parts?.kind === 'physician-presence') {
      const told = inbound.read(physicianPresenceSchema, payload, {
        role: 'physician',
        id: parts.physicianId,
      });
      if (told) options.onPhysicianPresence(parts.physicianId, told);
    }
  };

  const connection = createConnection({
    clientId: cabinClientId(siteId, cabinId),
    access: options.access,
    will: { topic: presenceTopic, message: { ...presence, state: 'offline' }, retain: true },
    filters: [
      TOPICS.inbox(siteId, cabinId, '+'),
      TOPICS.guestInbox(siteId, cabinId, '+'),
      TOPICS.physicianPresence('+'),
    ],
    onMessage,
    afterRefusal: 'retry',
    clock: options.clock,
    random: options.random,
  });
  const publishPresence = (next: Omit<CabinPresence, 'state'>): void => {
    presence = next;
    connection.hold(presenceTopic, { ...next, state: 'online' } satisfies CabinPresence);
  };
  const publishTicket = (ticket: Ticket): void => connection.hold(ticketTopic, ticket);
  publishPresence(presence);
  publishTicket({ state: 'none' });
  const send = (physicianId: string, message: ToPhysician): boolean =>
    connection.publish(TOPICS.outbox(siteId, cabinId, physicianId), message, 1);

  return {
    connection: connection.store,
    publishPresence,
    publishTicket,
    send,
    sendGuest: (guestId, message) =>
      connection.publish(TOPICS.guestOutbox(siteId, cabinId, guestId), message, 1),
    probe: connection.probe,
    networkChanged: connection.networkChanged,
    close: () =>
      connection.close([
        { topic: ticketTopic, message: { state: 'none' } satisfies Ticket },
        { topic: presenceTopic, message: { ...presence, state: 'offline' } satisfies CabinPresence },
      ]),
  };
};
