import { Wrench } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/ui/button.tsx';
import type { CabinKeys } from './cabin.ts';

/** The way to the technician's bench, which asks for a code of its own. */
export const BenchKey = ({ openTechnician }: Pick<CabinKeys, 'openTechnician'>) => {
  const { t } = useTranslation('assistant');
  return (
    <Button
      className="bench"
      label={t('open-bench')}
      icon={<Wrench className="i" aria-hidden />}
      onPress={openTechnician}
    >
      {null}
    </Button>
  );
};
