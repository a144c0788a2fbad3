import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CONSENTS, type Consent, type Consents } from '#core/identity/consents.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { YesNo } from '#renderer/ui/yes-no.tsx';
import { useSend } from '../services.ts';

type ConsentsDialogProps = {
  readonly isOpen: boolean;
  readonly consents: Consents;
  readonly assistantName: string;
  readonly onClose: () => void;
};

/** The four answers, each changed for itself; what a no comes to is said before it counts. */
export const ConsentsDialog = ({ isOpen, consents, assistantName, onClose }: ConsentsDialogProps) => {
  const { t } = useTranslation('patient');
  const send = useSend();
  const [refusing, setRefusing] = useState<Consent>();
  const close = () => {
    setRefusing(undefined);
    onClose();
  };
  const name = assistantName;
  if (refusing !== undefined) {
    return (
      <Dialog isOpen={isOpen} title={t('own-consents.sure')} onClose={() => setRefusing(undefined)}>
        <p>{t(`own-consents.no-${refusing}`, { name })}</p>
        <Button look="main" onPress={() => setRefusing(undefined)}>
          {t('own-consents.keep')}
        </Button>
        <Button
          onPress={() => {
            send({ type: 'change-consent', consent: refusing, given: false });
            if (refusing === 'teleconsultation') close();
            else setRefusing(undefined);
          }}
        >
          {t('own-consents.withdraw')}
        </Button>
      </Dialog>
    );
  }
  return (
    <Dialog isOpen={isOpen} title={t('own-consents.title')} onClose={close}>
      <ul className="own-consents">
        {CONSENTS.map((consent) => {
          const question = t(`consents.${consent}-question`, { name });
          return (
            <li key={consent}>
              <b>{question}</b>
              <YesNo
                question={question}
                value={consents[consent]}
                onChange={(given) => {
                  if (given) send({ type: 'change-consent', consent, given });
                  else if (consents[consent]) setRefusing(consent);
                }}
              />
            </li>
          );
        })}
      </ul>
      <Button look="main" onPress={close}>
        {t('own-consents.done')}
      </Button>
    </Dialog>
  );
};
