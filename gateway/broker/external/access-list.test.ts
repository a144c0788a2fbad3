import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TOPICS } from '#core/contract/signalling.ts';
import { mayPublish, mayRead, maySubscribe, type Party } from '../../accounts/rights.ts';
import { type AccessLine, accessListOf } from './access-list.ts';

/** MQTT 3.1.1, 4.7.1. */
const matches = (filter: string, topic: string): boolean => {
  const levels = topic.split('/');
  const wanted = filter.split('/');
  return (
    wanted.every((level, index) => {
      if (level === '#') return index === wanted.length - 1;
      return level === '+' ? index < levels.length : level === levels[index];
    }) &&
    (wanted.at(-1) === '#' || wanted.length === levels.length)
  );
};

/** What the plugin decides: the first line that fits, the highest priority first. */
const decides = (party: Party, acltype: AccessLine['acltype'], topic: string): boolean =>
  [...accessListOf(party)]
    .filter((line) => line.acltype === acltype && matches(line.topic, topic))
    .sort((one, other) => other.priority - one.priority)[0]?.allow ?? false;

const id = fc.constantFrom('site-a', 'cabin-1', 'benali', 'lefevre', 'physicians', 'x');
const party: fc.Arbitrary<Party> = fc.oneof(
  fc.record({ role: fc.constant('cabin' as const), siteId: fc.constantFrom('site-a', 'x'), cabinId: id }),
  fc.record({
    role: fc.constant('physician' as const),
    siteId: fc.constantFrom('site-a', 'x'),
    cabinId: id,
    physicianId: id,
  }),
  fc.record({
    role: fc.constant('guest' as const),
    siteId: fc.constantFrom('site-a', 'x'),
    cabinId: id,
    guestId: id,
  }),
);
const topic = fc.oneof(
  fc.tuple(id, id).map(([site, cabin]) => TOPICS.presence(site, cabin)),
  fc.tuple(id, id).map(([site, cabin]) => TOPICS.ticket(site, cabin)),
  fc.tuple(id, id, id).map(([site, cabin, physician]) => TOPICS.inbox(site, cabin, physician)),
  fc.tuple(id, id, id).map(([site, cabin, physician]) => TOPICS.outbox(site, cabin, physician)),
  fc.tuple(id, id, id).map(([site, cabin, guest]) => TOPICS.guestInbox(site, cabin, guest)),
  fc.tuple(id, id, id).map(([site, cabin, guest]) => TOPICS.guestOutbox(site, cabin, guest)),
  id.map((physician) => TOPICS.physicianPresence(physician)),
  fc.array(id, { minLength: 1, maxLength: 7 }).map((levels) => levels.join('/')),
);

describe("rights in the plugin's words", () => {
  it('are those of the table, topic by topic', () => {
    fc.assert(
      fc.property(party, topic, (who, where) => {
        const publishes = mayPublish(who, where, true) || mayPublish(who, where, false);
        expect([
          decides(who, 'publishClientSend', where),
          decides(who, 'publishClientReceive', where),
        ]).toEqual([publishes, mayRead(who, where)]);
      }),
      { numRuns: 2_000 },
    );
  });

  it('let each subscribe to the filters that the desks use, and to nothing wider', () => {
    const subscribed = (who: Party) =>
      accessListOf(who)
        .filter(({ acltype, allow }) => acltype === 'subscribePattern' && allow)
        .map(({ topic: filter }) => filter);
    expect(subscribed({ role: 'cabin', siteId: 'site-a', cabinId: 'cabin-1' })).toEqual([
      TOPICS.inbox('site-a', 'cabin-1', '+'),
      TOPICS.guestInbox('site-a', 'cabin-1', '+'),
      TOPICS.physicianPresence('+'),
    ]);
    const physician: Party = {
      role: 'physician',
      siteId: 'site-a',
      cabinId: 'cabin-1',
      physicianId: 'benali',
    };
    expect(subscribed(physician)).toHaveLength(4);
    for (const filter of subscribed(physician)) expect(maySubscribe(physician, filter)).toBe(true);
  });
});
