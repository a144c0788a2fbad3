import { TOPICS } from '#core/contract/signalling.ts';

/** A topic of `TOPICS`, taken apart. */
export type Topic =
  | { readonly kind: 'presence' | 'ticket'; readonly siteId: string; readonly cabinId: string }
  | {
      readonly kind: 'inbox' | 'outbox';
      readonly siteId: string;
      readonly cabinId: string;
      readonly physicianId: string;
    }
  | {
      readonly kind: 'guest-inbox' | 'guest-outbox';
      readonly siteId: string;
      readonly cabinId: string;
      readonly guestId: string;
    }
  | { readonly kind: 'physician-presence'; readonly physicianId: string };

/** The site segment that physicians' presence topics use: no site may have this name. */
export const RESERVED_SITE = 'physicians';

const SEGMENT = '([A-Za-z0-9-]{1,64}|\\+)';
const pattern = (template: string): RegExp => new RegExp(`^${template.replaceAll('<>', SEGMENT)}$`);

const PHYSICIAN_PRESENCE = pattern(TOPICS.physicianPresence('<>'));
const CABIN = pattern(`${TOPICS.presence('<>', '<>').replace(/presence$/, '')}(presence|ticket)`);
const BOX = pattern(
  `${TOPICS.inbox('<>', '<>', '<>').replace('/inbox/', '/(inbox|outbox|guest-inbox|guest-outbox)/')}`,
);

/**
 * Takes a topic or a topic filter apart; a segment may be the one-level wildcard `+`. Undefined for anything else, `#` included.
 * `cabine/1/+/+/presence` is a filter of cabins, although the broker matches physicians' presence with it too.
 */
export const parseTopic = (topic: string): Topic | undefined => {
  const presence = PHYSICIAN_PRESENCE.exec(topic);
  if (presence?.[1] !== undefined) return { kind: 'physician-presence', physicianId: presence[1] };
  const [, siteId, cabinId, kind] = CABIN.exec(topic) ?? [];
  if (siteId !== undefined && cabinId !== undefined && (kind === 'presence' || kind === 'ticket'))
    return siteId === RESERVED_SITE ? undefined : { kind, siteId, cabinId };
  const [, boxSite, boxCabin, box, person] = BOX.exec(topic) ?? [];
  if (boxSite === undefined || boxCabin === undefined || person === undefined) return undefined;
  if (boxSite === RESERVED_SITE) return undefined;
  const place = { siteId: boxSite, cabinId: boxCabin };
  if (box === 'inbox' || box === 'outbox') return { kind: box, ...place, physicianId: person };
  return box === 'guest-inbox' || box === 'guest-outbox'
    ? { kind: box, ...place, guestId: person }
    : undefined;
};
