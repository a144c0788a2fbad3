import { RotateCcw } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Measure } from '#core/vitals/kinds.ts';
import { Button } from '#renderer/ui/button.tsx';
import { useSend } from '../services.ts';

type CaptureKeysProps = {
  readonly measure: Measure;
  /** The obvious answer after a try without a reading. */
  readonly filled?: boolean;
};

/** The two ways out of every capture: once more, or without it. */
export const CaptureKeys = ({ measure, filled = false }: CaptureKeysProps) => {
  const { t } = useTranslation('patient');
  const send = useSend();
  return (
    <div className="row two">
      <Button
        look={filled ? 'main' : 'alt'}
        icon={<RotateCcw className="i" aria-hidden />}
        onPress={() => send({ type: 'restart-capture', measure })}
      >
        {t('capture.again')}
      </Button>
      <Button onPress={() => send({ type: 'skip-capture', measure, reason: 'patient-declines' })}>
        {t('capture.skip')}
      </Button>
    </div>
  );
};
