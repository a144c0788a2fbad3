import { Wrench } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/ui/button.tsx';
import type { CabinKeys } from './cabin.ts';

/** The way to the technician's bench, which asks for a code of its own; the bench opens on the cabin's PC alone. */
export const BenchKey = ({ own }: Pick<CabinKeys, 'own'>) => {
  const { t } = useTranslation('assistant');
  return own === undefined ? null : (
    <Button
      className="bench"
      label={t('open-bench')}
      icon={<Wrench className="i" aria-hidden />}
      onPress={own.openTechnician}
    >
      {null}
    </Button>
  );
};
