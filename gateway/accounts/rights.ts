import { cabinClientId, physicianSubject } from '../client/client-ids.ts';
import { parseTopic } from '../client/topics.ts';

/** Who holds a token. */
export type Party =
  | { readonly role: 'cabin'; readonly siteId: string; readonly cabinId: string }
  | { readonly role: 'physician'; readonly physicianId: string };

const SEGMENT = /^[A-Za-z0-9-]{1,64}$/;
const isOne = (segment: string): boolean => SEGMENT.test(segment);

/** The subject of a party's token. */
export const subjectOf = (party: Party): string =>
  party.role === 'cabin' ? cabinClientId(party.siteId, party.cabinId) : physicianSubject(party.physicianId);

/** A cabin has one connection; a physician one for each page, whose name is appended to the subject. */
export const mayUseClientId = (party: Party, clientId: string): boolean => {
  const subject = subjectOf(party);
  if (party.role === 'cabin') return clientId === subject;
  return clientId.startsWith(`${subject}.`) && isOne(clientId.slice(subject.length + 1));
};

/**
 * Rights to publish. Presence and tickets are kept by the broker, letters never are: signalling holds addresses, and an offer that
 * arrives late does harm.
 */
export const mayPublish = (party: Party, topic: string, retain: boolean): boolean => {
  const parts = parseTopic(topic);
  if (!parts || topic.includes('+')) return false;
  switch (parts.kind) {
    case 'presence':
    case 'ticket':
      return retain && party.role === 'cabin' && isOwnCabin(party, parts);
    case 'outbox':
      return !retain && party.role === 'cabin' && isOwnCabin(party, parts);
    case 'inbox':
      return !retain && party.role === 'physician' && parts.physicianId === party.physicianId;
    case 'physician-presence':
      return retain && party.role === 'physician' && parts.physicianId === party.physicianId;
  }
};

/** Rights to read a topic, or to subscribe to a filter: one's own letters, and the presence of the other side. */
export const mayRead = (party: Party, topic: string): boolean => {
  const parts = parseTopic(topic);
  if (!parts) return false;
  switch (parts.kind) {
    case 'presence':
    case 'ticket':
      return party.role === 'physician';
    case 'outbox':
      return party.role === 'physician' && parts.physicianId === party.physicianId;
    case 'inbox':
      return party.role === 'cabin' && isOwnCabin(party, parts);
    case 'physician-presence':
      return party.role === 'cabin' || parts.physicianId === party.physicianId;
  }
};

interface CabinAddress {
  readonly siteId: string;
  readonly cabinId: string;
}
const isOwnCabin = (party: CabinAddress, topic: CabinAddress): boolean =>
  party.siteId === topic.siteId && party.cabinId === topic.cabinId;
