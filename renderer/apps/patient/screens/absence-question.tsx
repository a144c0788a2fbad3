import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PatientProjection } from '#core/visit/projections/patient.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { useSend } from '../services.ts';

/** The physician does not come back: wait for them, be called on the telephone here, or see whoever is free first. */
export const AbsenceQuestion = ({ projection }: { readonly projection: PatientProjection }) => {
  const { t } = useTranslation('patient');
  const send = useSend();
  const { absence, assistant, physician, site } = projection;
  const [putAside, setPutAside] = useState<string>();
  if (absence?.answer !== 'asked' || putAside === absence.since) return null;
  const names = { physician: physician?.name ?? '', name: assistant.givenName };
  return (
    <Dialog isOpen title={t('absence.title')} onClose={() => setPutAside(absence.since)}>
      <p>{t('absence.lead', names)}</p>
      <Button look="main" onPress={() => send({ type: 'answer-absence', answer: 'wait' })}>
        {t('absence.wait')}
      </Button>
      {site.telephone === undefined ? null : (
        <Button onPress={() => send({ type: 'answer-absence', answer: 'telephone' })}>
          {t('absence.telephone')}
        </Button>
      )}
      <Button onPress={() => send({ type: 'answer-absence', answer: 'queue' })}>{t('absence.queue')}</Button>
    </Dialog>
  );
};
