import type { StoreApi } from 'zustand/vanilla';
import { type FromGuest, type GuestSession, type ToGuest, toGuestSchema } from '#core/contract/guests.ts';
import type { SideMessage } from '#core/contract/side-calls.ts';
import { TOPICS } from '#core/contract/signalling.ts';
import { PROTOCOL_VERSION } from '#core/contract/version.ts';
import type { Clock, Milliseconds } from '#core/time.ts';
import type { AskAccess } from './broker-access.ts';
import { guestClientId } from './client-ids.ts';
import { type ConnectionState, createConnection } from './connection.ts';
import { createInbound, type LetterFault } from './inbound.ts';
import { parseTopic } from './topics.ts';

/** The cabin takes a guest for gone who has not been heard of for several of these. Milliseconds. */
const GUEST_BEAT_MS: Milliseconds = 5_000;

export interface GuestDeskOptions {
  readonly access: AskAccess;
  readonly session: Pick<GuestSession, 'siteId' | 'cabinId' | 'guestId'>;
  /** New for each load of the page, letters and digits. */
  readonly page: string;
  readonly onLetter: (letter: ToGuest) => void;
  /** A letter of the cabin could not be taken. */
  readonly onFault: (code: LetterFault) => void;
  readonly clock: Clock;
  /** From 0 to 1, for the jitter of reconnections. */
  readonly random: () => number;
}

/** A guest's connection to the broker: letters to and from the one cabin that invited, nothing else. */
export interface GuestDesk {
  readonly connection: StoreApi<ConnectionState>;
  sendSide(message: SideMessage): boolean;
  probe(): void;
  /** The machine's addresses have changed. */
  networkChanged(): void;
  /** Says goodbye, so that nobody waits for the guest to be missed. */
  leave(): Promise<void>;
  close(): Promise<void>;
}

/** Opens a guest's connection; says hello at each connection, and that the page is there as long as it is. */
export const createGuestDesk = (options: GuestDeskOptions): GuestDesk => {
  const { page, clock, session } = options;
  const { siteId, cabinId, guestId } = session;
  // The cabin is the only sender; its words to a guest come again with the next standing.
  const inbound = createInbound<'cabin'>({
    clock,
    keyOf: (cabin) => cabin,
    onDropped: ({ code }) => options.onFault(code),
  });
  const inbox = TOPICS.guestInbox(siteId, cabinId, guestId);
  let cancelBeat = (): void => {};

  const connection = createConnection({
    clientId: guestClientId(siteId, cabinId, guestId, page),
    access: options.access,
    will: { topic: inbox, message: { type: 'lost', page } satisfies FromGuest, retain: false },
    filters: [TOPICS.guestOutbox(siteId, cabinId, guestId)],
    onMessage: (topic, payload, retained) => {
      if (retained || parseTopic(topic)?.kind !== 'guest-outbox') return;
      const letter = inbound.read(toGuestSchema, payload, 'cabin');
      if (letter?.page === page) options.onLetter(letter);
    },
    afterRefusal: 'stop',
    clock,
    random: options.random,
  });
  const send = (letter: FromGuest, qos: 0 | 1 = 1): boolean => connection.publish(inbox, letter, qos);
  const beat = (): void => {
    send({ type: 'here', page }, 0);
    cancelBeat = clock.after(GUEST_BEAT_MS, beat);
  };
  const stopFollowing = connection.store.subscribe(({ state }) => {
    cancelBeat();
    if (state !== 'connected') return;
    send({ type: 'hello', page, protocolVersion: PROTOCOL_VERSION });
    cancelBeat = clock.after(GUEST_BEAT_MS, beat);
  });
  const close = (): Promise<void> => {
    stopFollowing();
    cancelBeat();
    return connection.close();
  };

  return {
    connection: connection.store,
    // A late request to restart is harmful: it would end a healthy connection.
    sendSide: (message) => send({ type: 'side', page, message }, message.type === 'restart' ? 0 : 1),
    probe: () => void send({ type: 'here', page }),
    networkChanged: connection.networkChanged,
    leave: () => {
      send({ type: 'bye', page });
      return close();
    },
    close,
  };
};
