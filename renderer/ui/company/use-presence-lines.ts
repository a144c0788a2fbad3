import { useTranslation } from 'react-i18next';
import { reachedBy } from '#core/call/presence.ts';
import type { Presence, PresenceBoard, Reach } from '#core/contract/presence.ts';
import { type CallParty, PARTIES } from '#core/contract/side-calls.ts';

const REACHES = ['both', 'sound', 'picture'] as const;

const reachWord = ({ sound, picture }: Reach) => {
  if (sound && picture) return 'both' as const;
  return sound ? ('sound' as const) : ('picture' as const);
};

/**
 * Who hears and sees whom, in sentences: first of the person who reads (`me`), then of the others. Nothing here is a wish: the board holds
 * what is really sent and really arrives.
 */
export const usePresenceLines = (
  board: PresenceBoard,
  me: CallParty,
  nameOf: (party: CallParty) => string,
): readonly string[] => {
  const { t, i18n } = useTranslation('company');
  const list = new Intl.ListFormat(i18n.language, { type: 'conjunction' });
  const named = (parties: readonly CallParty[]): string => list.format(parties.map(nameOf));
  const mine = REACHES.flatMap((reach) => {
    const by = reachedBy(board, me)
      .filter((presence) => reachWord(presence) === reach)
      .map((presence) => presence.by);
    return by.length === 0 ? [] : [t(`you.${reach}`, { names: named(by), count: by.length })];
  });
  const others = board.filter(({ by, of }) => by !== me && of !== me);
  const isBothWays = ({ by, of }: Presence): boolean =>
    others.filter(
      (one) => reachWord(one) === 'both' && [one.by, one.of].toSorted().join() === [by, of].toSorted().join(),
    ).length === 2;
  const among = PARTIES.flatMap((by) => {
    const seen = others.filter((presence) => presence.by === by);
    const say = (word: 'mutual' | (typeof REACHES)[number], of: readonly CallParty[]): readonly string[] =>
      of.length === 0 ? [] : [t(`them.${word}`, { name: nameOf(by), others: named(of) })];
    const isFirst = ({ of }: Presence): boolean => PARTIES.indexOf(by) < PARTIES.indexOf(of);
    const mutual = seen.filter((presence) => isBothWays(presence) && isFirst(presence));
    const oneWay = seen.filter((presence) => !isBothWays(presence));
    return [
      ...say(
        'mutual',
        mutual.map(({ of }) => of),
      ),
      ...REACHES.flatMap((reach) =>
        say(
          reach,
          oneWay.filter((presence) => reachWord(presence) === reach).map(({ of }) => of),
        ),
      ),
    ];
  });
  return [...(mine.length === 0 ? [t('nobody')] : mine), ...among].map(
    (sentence) => sentence.charAt(0).toLocaleUpperCase(i18n.language) + sentence.slice(1),
  );
};
