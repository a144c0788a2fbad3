import { RotateCcw } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Measure } from '#core/vitals/kinds.ts';
import { Button } from '#renderer/ui/button.tsx';
import { useSend } from '../services.ts';

type RepeatKeysProps = {
  readonly measure: Measure;
  readonly onWithout: () => void;
};

/** A kept measure that is to be taken once more; nobody has to. */
export const RepeatKeys = ({ measure, onWithout }: RepeatKeysProps) => {
  const { t } = useTranslation('patient');
  const send = useSend();
  return (
    <div className="row two">
      <Button
        look="main"
        icon={<RotateCcw className="i" aria-hidden />}
        onPress={() => send({ type: 'restart-capture', measure })}
      >
        {t('capture.kept.repeat')}
      </Button>
      <Button onPress={onWithout}>{t('capture.kept.without-repeat')}</Button>
    </div>
  );
};
