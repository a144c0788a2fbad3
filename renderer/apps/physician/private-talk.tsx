import { useTranslation } from 'react-i18next';
import { formatTimeOfDay } from '#renderer/i18n/format.ts';
import { Button } from '#renderer/ui/button.tsx';
import type { ConsultationView } from './view.ts';

/** Whether the assistant may be asked out of the room now. */
export const mayTalkAlone = ({ visit }: Pick<ConsultationView, 'visit'>): boolean =>
  visit.stage === 'call' &&
  !visit.paused &&
  visit.emergency === undefined &&
  (visit.privacy === undefined || visit.privacy.state === 'over');

/** Where a talk alone stands, and the way on: who is in the room is said as long as it is not as usual. */
export const PrivateTalkNotice = ({ visit, actions }: Pick<ConsultationView, 'visit' | 'actions'>) => {
  const { t } = useTranslation('privacy');
  const { privacy, assistant } = visit;
  if (privacy === undefined) return null;
  const name = assistant.givenName;
  switch (privacy.state) {
    case 'asked':
      return (
        <div className="notice asks" role="status">
          <p>{t(`physician.asked.${privacy.by}`, { name })}</p>
          <Button onPress={() => actions.privacy('withdraw-private-talk')}>{t('physician.withdraw')}</Button>
        </div>
      );
    case 'alone':
      return (
        <div className="notice asks" role="status">
          <p>{t('physician.alone', { name, time: formatTimeOfDay(privacy.since) })}</p>
          <Button onPress={() => actions.privacy('let-return')}>{t('physician.back')}</Button>
        </div>
      );
    case 'return-asked':
      return (
        <div className="notice asks" role="alert">
          <p>{t('physician.return-asked', { name })}</p>
          <Button onPress={() => actions.privacy('let-return')}>{t('physician.return-yes')}</Button>
          <Button onPress={() => actions.privacy('keep-private')}>{t('physician.return-no')}</Button>
        </div>
      );
    case 'over':
      return (
        <p className="notice" role="status">
          {t(`physician.over.${privacy.ending}`, { name })}
        </p>
      );
  }
};
