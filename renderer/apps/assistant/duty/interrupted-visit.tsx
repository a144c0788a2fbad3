import { Check } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { formatTimeOfDay } from '#renderer/i18n/format.ts';
import { Button } from '#renderer/ui/button.tsx';
import type { CabinKeys } from '../cabin.ts';

type InterruptedVisitProps = {
  /** When it had begun. */
  readonly since: string;
  readonly keys: Pick<CabinKeys, 'interruptionSeen'>;
};

/** A power cut or a crash has ended a visit: somebody looks after the person, and nothing of it is left to go on with. */
export const InterruptedVisit = ({ since, keys }: InterruptedVisitProps) => {
  const { t } = useTranslation('assistant');
  return (
    <div className="fix plain" role="alert">
      <b>{t('interrupted-visit.title', { time: formatTimeOfDay(since) })}</b>
      <p>{t('interrupted-visit.lead')}</p>
      <Button look="main" icon={<Check className="i" aria-hidden />} onPress={keys.interruptionSeen}>
        {t('interrupted-visit.seen')}
      </Button>
    </div>
  );
};
