import { TOPICS } from '#core/contract/signalling.ts';
import { assertNever } from '#core/result.ts';
import { cabinClientId, guestSubject, physicianSubject } from '../client/client-ids.ts';
import { parseTopic } from '../client/topics.ts';

/** Who holds a token. */
export type Party =
  | { readonly role: 'cabin'; readonly siteId: string; readonly cabinId: string }
  | { readonly role: 'physician'; readonly physicianId: string }
  | {
      readonly role: 'guest';
      readonly siteId: string;
      readonly cabinId: string;
      readonly guestId: string;
    };

const SEGMENT = /^[A-Za-z0-9-]{1,64}$/;
const isOne = (segment: string): boolean => SEGMENT.test(segment);

/** The subject of a party's token. */
export const subjectOf = (party: Party): string => {
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
  readonly read: readonly string[];
}

/**
 * Presence and tickets are kept by the broker, letters never are: signalling holds addresses, and an offer that arrives late does
 * harm. Each reads their own letters, and the presence of the other side.
 */
export const rightsOf = (party: Party): Rights => {
  if (party.role === 'guest') {
    const { siteId, cabinId, guestId } = party;
    return {
      publish: [{ filter: TOPICS.guestInbox(siteId, cabinId, guestId), kept: false }],
      read: [TOPICS.guestOutbox(siteId, cabinId, guestId)],
    };
  }
  if (party.role === 'cabin') {
    const { siteId, cabinId } = party;
    return {
      publish: [
        { filter: TOPICS.presence(siteId, cabinId), kept: true },
        { filter: TOPICS.ticket(siteId, cabinId), kept: true },
        { filter: TOPICS.outbox(siteId, cabinId, '+'), kept: false },
        { filter: TOPICS.guestOutbox(siteId, cabinId, '+'), kept: false },
      ],
      read: [
        TOPICS.inbox(siteId, cabinId, '+'),
        TOPICS.guestInbox(siteId, cabinId, '+'),
        TOPICS.physicianPresence('+'),
      ],
    };
  }
  const { physicianId } = party;
  return {
    publish: [
      { filter: TOPICS.inbox('+', '+', physicianId), kept: false },
      { filter: TOPICS.physicianPresence(physicianId), kept: true },
    ],
    read: [
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

/** Right to read a topic, or to subscribe to a filter. */
export const mayRead = (party: Party, topic: string): boolean =>
  rightsOf(party).read.some((filter) => covers(filter, topic));

/** A filter of cabins does not cover physicians' presence, although a broker would match it. */
const covers = (filter: string, topic: string): boolean => {
  const kind = parseTopic(topic)?.kind;
  if (kind === undefined || kind !== parseTopic(filter)?.kind) return false;
  const segments = topic.split('/');
  return filter.split('/').every((segment, level) => segment === '+' || segment === segments[level]);
};
