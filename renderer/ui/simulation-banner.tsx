import { useTranslation } from 'react-i18next';

/** Stands on top of every screen as soon as one simulator is bound; hatching and the word carry it without colour. */
export const SimulationBanner = () => {
  const { t } = useTranslation('common');
  return (
    <div className="sim" role="status">
      <span>
        <b>{t('simulation.word')}</b> {t('simulation.meaning')}
      </span>
    </div>
  );
};
