import { CircleAlert, CircleCheck, CircleDashed, CircleX } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { type Finding, type OpeningCheckView, worstFirst } from '#core/opening/check/findings.ts';
import { assertNever } from '#core/result.ts';
import type { AssistantProjection } from '#core/visit/projections/assistant.ts';
import { formatDate, formatTimeOfDay } from '#renderer/i18n/format.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { useStaffWords } from '#renderer/ui/staff/use-staff-words.ts';
import type { CabinKeys } from '../cabin.ts';
import { useFindingWords } from './use-finding-words.ts';

export const OutcomeIcon = ({ outcome }: Pick<Finding, 'outcome'>) => {
  switch (outcome) {
    case 'good':
      return <CircleCheck className="i" aria-hidden />;
    case 'attention':
      return <CircleAlert className="i" aria-hidden />;
    case 'failed':
      return <CircleX className="i" aria-hidden />;
    case 'not-tried':
      return <CircleDashed className="i" aria-hidden />;
    default:
      return assertNever(outcome);
  }
};

type OpeningDialogProps = {
  readonly visit: Pick<AssistantProjection, 'devices'>;
  readonly check: OpeningCheckView;
  readonly keys: Pick<CabinKeys, 'checkOpening'>;
  readonly isOpen: boolean;
  readonly onClose: () => void;
};

/** Each thing that was looked at, how it was found, and what to do about it. */
export const OpeningDialog = ({ visit, check, keys, isOpen, onClose }: OpeningDialogProps) => {
  const { t } = useTranslation('opening');
  const { language } = useStaffWords();
  const words = useFindingWords(visit);
  const { at, by, findings, running } = check;
  return (
    <Dialog isOpen={isOpen} title={t('title')} onClose={onClose}>
      <p className="mut">
        {t('by', { date: formatDate(at.slice(0, 10), language), time: formatTimeOfDay(at), name: by })}
      </p>
      <ul className="findings" aria-busy={running}>
        {worstFirst(findings).map((finding) => (
          <li key={finding.check} className={finding.outcome}>
            <OutcomeIcon outcome={finding.outcome} />
            <b>{t(`check.${finding.check}`)}</b>
            <span>{words(finding)}</span>
            <small>{t(`outcome.${finding.outcome}`)}</small>
          </li>
        ))}
      </ul>
      <div className="pair">
        <Button busy={running ? t('running') : undefined} onPress={() => void keys.checkOpening()}>
          {t('again')}
        </Button>
        <Button look="main" onPress={onClose}>
          {t('close')}
        </Button>
      </div>
    </Dialog>
  );
};
