import { Eye } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { PresenceBoard } from '#core/contract/presence.ts';
import type { CallParty } from '#core/contract/side-calls.ts';
import { usePresenceLines } from './use-presence-lines.ts';

type PresenceLineProps = {
  readonly board: PresenceBoard;
  readonly me: CallParty;
  readonly nameOf: (party: CallParty) => string;
  /** What else is to be known of who is there, first. */
  readonly before?: string | undefined;
};

/** Who hears and sees whom, always in the same place. */
export const PresenceLine = ({ board, me, nameOf, before }: PresenceLineProps) => {
  const { t } = useTranslation('company');
  const lines = usePresenceLines(board, me, nameOf);
  return (
    <p className="presence" role="status" aria-label={t('label')}>
      <Eye className="i" aria-hidden />
      <span>
        {before === undefined ? null : <span className="before">{before} </span>}
        {lines.join(' ')}
      </span>
    </p>
  );
};
