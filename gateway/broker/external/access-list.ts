import { TOPICS } from '#core/contract/signalling.ts';
import { type Party, rightsOf } from '../../accounts/rights.ts';

/** One line of a role in mosquitto's dynamic-security plugin; the line of the highest priority that fits decides. */
export interface AccessLine {
  readonly acltype: 'publishClientSend' | 'publishClientReceive' | 'subscribePattern' | 'unsubscribePattern';
  readonly topic: string;
  readonly priority: number;
  readonly allow: boolean;
}

/** Above the refusal of physicians' presence, which the wildcard of cabins would match too. */
const PHYSICIANS = 3;
const NO_PHYSICIANS = 2;
const OWN = 1;
/** The plugin lets everything be received unless told otherwise. */
const NOTHING_ELSE = 0;

const PHYSICIANS_ROOT = TOPICS.physicianPresence('+').split('/').slice(0, 3).join('/');

/** The rights of a party (`rightsOf`) in the plugin's words. It cannot forbid a kept letter: desks drop those. */
export const accessListOf = (party: Party): readonly AccessLine[] => {
  const { publish, read, subscribe } = rightsOf(party);
  const lines = (acltype: AccessLine['acltype'], filters: readonly string[]): AccessLine[] => [
    ...filters.map((topic) => ({
      acltype,
      topic,
      priority: topic.startsWith(`${PHYSICIANS_ROOT}/`) ? PHYSICIANS : OWN,
      allow: true,
    })),
    { acltype, topic: `${PHYSICIANS_ROOT}/#`, priority: NO_PHYSICIANS, allow: false },
    { acltype, topic: '#', priority: NOTHING_ELSE, allow: false },
  ];
  return [
    ...lines(
      'publishClientSend',
      publish.map(({ filter }) => filter),
    ),
    ...lines('publishClientReceive', read),
    // Not the refusals: whoever may subscribe to the wildcard of cabins is still told of no physician.
    ...lines('subscribePattern', subscribe).filter(({ allow }) => allow),
    { acltype: 'subscribePattern', topic: '#', priority: NOTHING_ELSE, allow: false },
    { acltype: 'unsubscribePattern', topic: '#', priority: NOTHING_ELSE, allow: true },
  ];
};
