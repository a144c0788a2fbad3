import { useTranslation } from 'react-i18next';
import { reachedBy } from '#core/call/presence.ts';
import type { PresenceBoard, Reach } from '#core/contract/presence.ts';
import { type CallParty, PARTIES } from '#core/contract/side-calls.ts';

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
  const mine = reachedBy(board, me).map((presence) =>
    t(`you.${reachWord(presence)}`, { name: nameOf(presence.by) }),
  );
  const others = PARTIES.filter((by) => by !== me).flatMap((by) =>
    (['both', 'sound', 'picture'] as const).flatMap((reach) => {
      const seen = board.filter(
        (presence) => presence.by === by && presence.of !== me && reachWord(presence) === reach,
      );
      if (seen.length === 0) return [];
      return [
        t(`them.${reach}`, { name: nameOf(by), others: list.format(seen.map(({ of }) => nameOf(of))) }),
      ];
    }),
  );
  return [...(mine.length === 0 ? [t('nobody')] : mine), ...others].map(
    (sentence) => sentence.charAt(0).toLocaleUpperCase(i18n.language) + sentence.slice(1),
  );
};
