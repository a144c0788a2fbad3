import { TOPICS } from '#core/contract/signalling.ts';
import { assertNever } from '#core/result.ts';
import { cabinClientId, guestSubject, physicianSubject } from '../client/client-ids.ts';
import { parseTopic } from '../client/topics.ts';

/** Who holds a token. */
export type Party =
  | { readonly role: 'cabin'; readonly siteId: string; readonly cabinId: string }
  /** The cabin whose gateway they signed in at: no other can be taken with what that gateway vouches for. */
  | {
      readonly role: 'physician';
      readonly siteId: string;
      readonly cabinId: string;
      readonly physicianId: string;
    }
  | {
      readonly role: 'guest';
      readonly siteId: string;
      readonly cabinId: string;
      readonly guestId: string;
    };

const SEGMENT = /^[A-Za-z0-9-]{1,64}$/;
const isOne = (segment: string): boolean => SEGMENT.test(segment);

/** Whom a token is about: a physician is the same one at every cabin. */
export type Subject =
  | Exclude<Party, { readonly role: 'physician' }>
  | { readonly role: 'physician'; readonly physicianId: string };

/** The subject of a party's token. */
export const subjectOf = (party: Subject): string => {
  switch (party.role) {
    case 'cabin':
      return cabinClientId(party.siteId, party.cabinId);
    case 'physician':
      return physicianSubject(party.physicianId);
    case 'guest':
      return guestSubject(party.siteId, party.cabinId, party.guestId);
    default:
      return assertNever(party);
  }
};

/** A cabin has one connection; a physician or guest one for each page, whose name is appended to the subject. */
export const mayUseClientId = (party: Party, clientId: string): boolean => {
  const subject = subjectOf(party);
  if (party.role === 'cabin') return clientId === subject;
  return clientId.startsWith(`${subject}.`) && isOne(clientId.slice(subject.length + 1));
};

/** What a party may do, each as a filter of `TOPICS`. The one table: the embedded broker asks it, an external one is told it. */
export interface Rights {
  /** `kept`: only as the retained message; otherwise never retained. */
  readonly publish: readonly { readonly filter: string; readonly kept: boolean }[];
  /** What is delivered. */
  readonly read: readonly string[];
  /** What may be subscribed to. A page does not know its cabin and asks for all: it is told of its own. */
  readonly subscribe: readonly string[];
}

/**
 * Presence and tickets are kept by the broker, letters never are: signalling holds addresses, and an offer that arrives late does
 * harm. Each reads their own letters, and the presence of the other side.
 */
export const rightsOf = (party: Party): Rights => {
  if (party.role === 'guest') {
    const { siteId, cabinId, guestId } = party;
    const read = [TOPICS.guestOutbox(siteId, cabinId, guestId)];
    return {
      publish: [{ filter: TOPICS.guestInbox(siteId, cabinId, guestId), kept: false }],
      read,
      subscribe: read,
    };
  }
  if (party.role === 'cabin') {
    const { siteId, cabinId } = party;
    const read = [
      TOPICS.inbox(siteId, cabinId, '+'),
      TOPICS.guestInbox(siteId, cabinId, '+'),
      TOPICS.physicianPresence('+'),
    ];
    return {
      publish: [
        { filter: TOPICS.presence(siteId, cabinId), kept: true },
        { filter: TOPICS.ticket(siteId, cabinId), kept: true },
        { filter: TOPICS.outbox(siteId, cabinId, '+'), kept: false },
        { filter: TOPICS.guestOutbox(siteId, cabinId, '+'), kept: false },
      ],
      read,
      subscribe: read,
    };
  }
  const { siteId, cabinId, physicianId } = party;
  return {
    publish: [
      { filter: TOPICS.inbox(siteId, cabinId, physicianId), kept: false },
      { filter: TOPICS.physicianPresence(physicianId), kept: true },
    ],
    read: [
      TOPICS.presence(siteId, cabinId),
      TOPICS.ticket(siteId, cabinId),
      TOPICS.outbox(siteId, cabinId, physicianId),
      TOPICS.physicianPresence(physicianId),
    ],
    subscribe: [
      TOPICS.presence('+', '+'),
      TOPICS.ticket('+', '+'),
      TOPICS.outbox('+', '+', physicianId),
      TOPICS.physicianPresence(physicianId),
    ],
  };
};

/** Right to publish to a topic, which has no wildcard. */
export const mayPublish = (party: Party, topic: string, retain: boolean): boolean =>
  !topic.includes('+') &&
  rightsOf(party).publish.some(({ filter, kept }) => kept === retain && covers(filter, topic));

/** Right to be delivered what is published to a topic. */
export const mayRead = (party: Party, topic: string): boolean =>
  rightsOf(party).read.some((filter) => covers(filter, topic));

/** Right to subscribe to a filter; of what it matches, only what `mayRead` allows is delivered. */
export const maySubscribe = (party: Party, filter: string): boolean =>
  rightsOf(party).subscribe.some((wider) => covers(wider, filter));

/** A filter of cabins does not cover physicians' presence, although a broker would match it. */
const covers = (filter: string, topic: string): boolean => {
  const kind = parseTopic(topic)?.kind;
  if (kind === undefined || kind !== parseTopic(filter)?.kind) return false;
  const segments = topic.split('/');
  return filter.split('/').every((segment, level) => segment === '+' || segment === segments[level]);
};
