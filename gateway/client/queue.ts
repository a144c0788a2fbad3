import type { CabinPresence, Ticket } from '#core/contract/signalling.ts';
import { PROTOCOL_VERSION } from '#core/contract/version.ts';
import type { Clock } from '#core/time.ts';

/** One waiting or taken place, as a physician's queue shows it. Holds nothing of the patient. */
export interface QueueEntry {
  readonly siteId: string;
  readonly cabinId: string;
  readonly presence: CabinPresence;
  readonly ticket: Exclude<Ticket, { readonly state: 'none' }>;
  readonly holder: 'nobody' | 'me' | 'other';
  /** This physician's consultation with the patient broke off, and nobody has taken it up since. */
  readonly mineBefore: boolean;
  /** False when this cabin speaks another version of the protocol: it cannot be taken from this page. */
  readonly compatible: boolean;
}

export interface Queue {
  presence(siteId: string, cabinId: string, presence: CabinPresence): void;
  ticket(siteId: string, cabinId: string, ticket: Ticket): void;
  /** Both its presence and its ticket are known: one alone, as from a cabin that comes back, says nothing about who holds the place. */
  knows(siteId: string, cabinId: string): boolean;
  /** The link came back: cabins that do not say again that they are there are forgotten. */
  reconnected(): void;
  /** First whom this physician was with when the consultation broke off, then the longest wait. */
  entries(): readonly QueueEntry[];
  close(): void;
}

interface Cabin {
  presence?: CabinPresence;
  ticket?: Ticket;
  cancelForgetting: () => void;
}

/** How long an absent cabin stays in the queue: a link that flaps must not make the list jump. Milliseconds. */
export const OFFLINE_DEBOUNCE_MS = 10_000;

/** The queue, put together from presence and ticket messages; `changed` is called when a cabin was forgotten. */
export const createQueue = (physicianId: string, clock: Clock, changed: () => void): Queue => {
  const cabins = new Map<string, Cabin>();
  const keyOf = (siteId: string, cabinId: string): string => `${siteId}/${cabinId}`;
  const cabinAt = (key: string): Cabin => {
    const known = cabins.get(key);
    if (known) return known;
    const added: Cabin = { cancelForgetting: () => {} };
    cabins.set(key, added);
    return added;
  };
  const forgetLater = (key: string, cabin: Cabin): void => {
    cabin.cancelForgetting();
    cabin.cancelForgetting = clock.after(OFFLINE_DEBOUNCE_MS, () => {
      cabins.delete(key);
      changed();
    });
  };
  const holder = (ticket: Ticket): QueueEntry['holder'] => {
    if (ticket.state !== 'taken') return 'nobody';
    return ticket.physicianId === physicianId ? 'me' : 'other';
  };

  const wasMine = (ticket: Ticket): boolean =>
    ticket.state === 'waiting' && ticket.interruptedWith === physicianId;

  return {
    presence: (siteId, cabinId, presence) => {
      const key = keyOf(siteId, cabinId);
      const cabin = cabinAt(key);
      if (presence.state === 'offline') {
        forgetLater(key, cabin);
        return;
      }
      cabin.cancelForgetting();
      cabin.presence = presence;
    },
    ticket: (siteId, cabinId, ticket) => {
      cabinAt(keyOf(siteId, cabinId)).ticket = ticket;
    },
    knows: (siteId, cabinId) => {
      const cabin = cabins.get(keyOf(siteId, cabinId));
      return cabin?.presence !== undefined && cabin.ticket !== undefined;
    },
    reconnected: () => {
      for (const [key, cabin] of cabins) forgetLater(key, cabin);
    },
    entries: () =>
      [...cabins.entries()]
        .flatMap(([key, { presence, ticket }]): QueueEntry[] => {
          if (!presence || !ticket || ticket.state === 'none') return [];
          const [siteId = '', cabinId = ''] = key.split('/');
          const compatible = presence.protocolVersion === PROTOCOL_VERSION;
          return [
            {
              siteId,
              cabinId,
              presence,
              ticket,
              holder: holder(ticket),
              mineBefore: wasMine(ticket),
              compatible,
            },
          ];
        })
        .sort(
          (one, other) =>
            Number(other.mineBefore) - Number(one.mineBefore) ||
            Date.parse(one.ticket.since) - Date.parse(other.ticket.since),
        ),
    close: () => {
      for (const cabin of cabins.values()) cabin.cancelForgetting();
      cabins.clear();
    },
  };
};
