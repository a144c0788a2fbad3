import { Check } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { PatientProjection } from '#core/visit/projections/patient.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Sentence } from '#renderer/ui/sentence.tsx';
import { useSend } from '../services.ts';

/** The screen has not been touched for long: one key, as large as can be, and any touch counts. */
export const AttendanceQuestion = ({ projection }: { readonly projection: PatientProjection }) => {
  const { t } = useTranslation('attendance');
  const send = useSend();
  const { attendance, assistant } = projection;
  if (attendance === undefined || attendance === 'away') return null;
  const here = () => send({ type: 'give-sign' });
  return (
    <Dialog isOpen title={t('patient.title')} onClose={here}>
      <Sentence
        title={t('patient.title')}
        text={t(attendance === 'asked' ? 'patient.lead' : 'patient.coming', { name: assistant.givenName })}
      />
      <Button look="main" icon={<Check className="i" aria-hidden />} onPress={here}>
        {t('patient.here')}
      </Button>
    </Dialog>
  );
};
