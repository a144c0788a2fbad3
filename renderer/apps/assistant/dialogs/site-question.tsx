import { useTranslation } from 'react-i18next';
import { TEMPERATURE_SITES, type TemperatureSite } from '#core/vitals/taking.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';

type SiteQuestionProps = {
  readonly onChoose: (site: TemperatureSite) => void;
  readonly onClose: () => void;
};

/** Where the thermometer was: the same number means another temperature at another place. */
export const SiteQuestion = ({ onChoose, onClose }: SiteQuestionProps) => {
  const { t } = useTranslation('assistant');
  return (
    <Dialog isOpen title={t('hand.site.title')} onClose={onClose}>
      {TEMPERATURE_SITES.map((site) => (
        <Button key={site} onPress={() => onChoose(site)}>
          {t(`hand.site.${site}`)}
        </Button>
      ))}
      <Button onPress={onClose}>{t('hand.edit')}</Button>
    </Dialog>
  );
};
