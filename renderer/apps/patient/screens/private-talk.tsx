import { DoorClosed } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { PatientProjection } from '#core/visit/projections/patient.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { useSend } from '../services.ts';

type PrivateTalkProps = { readonly projection: PatientProjection };

/** The wish to talk alone, and the way to take it back; in the call only. */
export const PrivateTalkKey = ({ projection }: PrivateTalkProps) => {
  const { t } = useTranslation('privacy');
  const send = useSend();
  const { privacy, assistant } = projection;
  const name = assistant.givenName;
  const icon = <DoorClosed className="i" aria-hidden />;
  switch (privacy?.state) {
    case undefined:
    case 'over':
      return (
        <Button icon={icon} onPress={() => send({ type: 'ask-private-talk' })}>
          {t('patient.ask')}
        </Button>
      );
    case 'asked':
      return (
        <Button icon={icon} onPress={() => send({ type: 'withdraw-private-talk' })}>
          {t('patient.withdraw')}
        </Button>
      );
    case 'alone':
    case 'return-asked':
      return (
        <Button icon={icon} onPress={() => send({ type: 'let-return' })}>
          {t('patient.back', { name })}
        </Button>
      );
  }
};

/** Nobody comes back unsaid: what the patient is asked before, and told after. */
export const PrivateTalkQuestion = ({ projection }: PrivateTalkProps) => {
  const { t } = useTranslation('privacy');
  const send = useSend();
  const { privacy, assistant } = projection;
  const name = assistant.givenName;
  if (privacy?.state === 'return-asked') {
    const keep = () => send({ type: 'keep-private' });
    return (
      <Dialog isOpen title={t('patient.return-title', { name })} onClose={keep}>
        <p>{t('patient.return-lead', { name })}</p>
        <Button onPress={keep}>{t('patient.return-no')}</Button>
        <Button look="main" onPress={() => send({ type: 'let-return' })}>
          {t('patient.return-yes', { name })}
        </Button>
      </Dialog>
    );
  }
  if (privacy?.state !== 'over') return null;
  const understood = () => send({ type: 'acknowledge-return' });
  const { ending } = privacy;
  return (
    <Dialog
      isOpen
      title={t(ending === 'declined' ? 'patient.declined-title' : 'patient.over-title')}
      onClose={understood}
    >
      <p>{t(`patient.over.${ending}`, { name })}</p>
      <Button look="main" onPress={understood}>
        {t('patient.understood')}
      </Button>
    </Dialog>
  );
};
