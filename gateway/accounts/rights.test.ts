import { describe, expect, it } from 'vitest';
import { TOPICS } from '#core/contract/signalling.ts';
import { mayPublish, mayRead, maySubscribe, mayUseClientId, type Party } from './rights.ts';

const CABIN: Party = { role: 'cabin', siteId: 'site-a', cabinId: 'cabin-1' };
const GUEST: Party = { role: 'guest', siteId: 'site-a', cabinId: 'cabin-1', guestId: 'ana' };
const PHYSICIAN: Party = {
  role: 'physician',
  siteId: 'site-a',
  cabinId: 'cabin-1',
  physicianId: 'benali',
};

const presence = TOPICS.presence('site-a', 'cabin-1');
const ticket = TOPICS.ticket('site-a', 'cabin-1');
const inbox = TOPICS.inbox('site-a', 'cabin-1', 'benali');
const outbox = TOPICS.outbox('site-a', 'cabin-1', 'benali');
const ownPresence = TOPICS.physicianPresence('benali');

/** Topic, and who may publish and read it; `kept` topics only retained, the others never. */
const TABLE: readonly (readonly [string, { kept: boolean; publishes: string; reads: string }])[] = [
  [presence, { kept: true, publishes: 'cabin', reads: 'physician' }],
  [ticket, { kept: true, publishes: 'cabin', reads: 'physician' }],
  [inbox, { kept: false, publishes: 'physician', reads: 'cabin' }],
  [outbox, { kept: false, publishes: 'cabin', reads: 'physician' }],
  [ownPresence, { kept: true, publishes: 'physician', reads: 'cabin physician' }],
  [TOPICS.presence('site-a', 'cabin-2'), { kept: true, publishes: '', reads: '' }],
  [TOPICS.ticket('site-b', 'cabin-1'), { kept: true, publishes: '', reads: '' }],
  [TOPICS.inbox('site-a', 'cabin-1', 'lefevre'), { kept: false, publishes: '', reads: 'cabin' }],
  [TOPICS.inbox('site-a', 'cabin-2', 'benali'), { kept: false, publishes: '', reads: '' }],
  [TOPICS.outbox('site-a', 'cabin-1', 'lefevre'), { kept: false, publishes: 'cabin', reads: '' }],
  [TOPICS.outbox('site-a', 'cabin-2', 'benali'), { kept: false, publishes: '', reads: '' }],
  [TOPICS.outbox('site-a', 'cabin-2', 'lefevre'), { kept: false, publishes: '', reads: '' }],
  [TOPICS.physicianPresence('lefevre'), { kept: true, publishes: '', reads: 'cabin' }],
  [TOPICS.inbox('physicians', 'cabin-1', 'benali'), { kept: false, publishes: '', reads: '' }],
  [TOPICS.guestInbox('site-a', 'cabin-1', 'ana'), { kept: false, publishes: 'guest', reads: 'cabin' }],
  [TOPICS.guestOutbox('site-a', 'cabin-1', 'ana'), { kept: false, publishes: 'cabin', reads: 'guest' }],
  [TOPICS.guestInbox('site-a', 'cabin-1', 'leo'), { kept: false, publishes: '', reads: 'cabin' }],
  [TOPICS.guestInbox('site-a', 'cabin-2', 'ana'), { kept: false, publishes: '', reads: '' }],
  [TOPICS.guestOutbox('site-a', 'cabin-1', 'leo'), { kept: false, publishes: 'cabin', reads: '' }],
  [TOPICS.guestOutbox('site-a', 'cabin-2', 'ana'), { kept: false, publishes: '', reads: '' }],
  ['cabine/1/site-a/cabin-1/other', { kept: false, publishes: '', reads: '' }],
  ['cabine/2/site-a/cabin-1/presence', { kept: true, publishes: '', reads: '' }],
  ['$SYS/broker/new/clients', { kept: false, publishes: '', reads: '' }],
];

describe('rights of the broker', () => {
  it.each(TABLE)('%s', (topic, { kept, publishes, reads }) => {
    for (const party of [CABIN, PHYSICIAN, GUEST]) {
      expect(mayPublish(party, topic, kept)).toBe(publishes.includes(party.role));
      expect(mayPublish(party, topic, !kept)).toBe(false);
      expect(mayRead(party, topic)).toBe(reads.includes(party.role));
    }
  });

  it('lets each subscribe to its own with a wildcard, and to nothing more', () => {
    const granted = (party: Party, filters: readonly string[]) =>
      filters.filter((filter) => maySubscribe(party, filter));
    const filters = [
      TOPICS.presence('+', '+'),
      TOPICS.ticket('+', '+'),
      TOPICS.inbox('+', '+', '+'),
      TOPICS.inbox('site-a', 'cabin-1', '+'),
      TOPICS.guestInbox('site-a', 'cabin-1', '+'),
      TOPICS.guestOutbox('+', '+', '+'),
      TOPICS.guestOutbox('site-a', 'cabin-1', 'ana'),
      TOPICS.outbox('+', '+', 'benali'),
      TOPICS.outbox('+', '+', '+'),
      TOPICS.physicianPresence('+'),
      'cabine/#',
      '#',
      '+/+/+/+/+',
      '$SYS/#',
    ];
    expect(granted(CABIN, filters)).toEqual([
      TOPICS.inbox('site-a', 'cabin-1', '+'),
      TOPICS.guestInbox('site-a', 'cabin-1', '+'),
      TOPICS.physicianPresence('+'),
    ]);
    expect(granted(GUEST, filters)).toEqual([TOPICS.guestOutbox('site-a', 'cabin-1', 'ana')]);
    expect(granted(PHYSICIAN, filters)).toEqual([
      TOPICS.presence('+', '+'),
      TOPICS.ticket('+', '+'),
      TOPICS.outbox('+', '+', 'benali'),
    ]);
  });

  it('refuses to publish to a wildcard', () => {
    expect(mayPublish(CABIN, TOPICS.outbox('site-a', 'cabin-1', '+'), false)).toBe(false);
  });

  it('binds the client id to the token', () => {
    expect(mayUseClientId(CABIN, 'cabin.site-a.cabin-1')).toBe(true);
    expect(mayUseClientId(CABIN, 'cabin.site-a.cabin-1.2')).toBe(false);
    expect(mayUseClientId(PHYSICIAN, 'physician.benali.page7')).toBe(true);
    expect(mayUseClientId(PHYSICIAN, 'physician.benali')).toBe(false);
    expect(mayUseClientId(PHYSICIAN, 'physician.benali.a.b')).toBe(false);
    expect(mayUseClientId(PHYSICIAN, 'physician.lefevre.page7')).toBe(false);
  });
});
