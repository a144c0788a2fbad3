import { useTranslation } from 'react-i18next';
import { CONSENTS } from '#core/identity/consents.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { YesNo } from '#renderer/ui/yes-no.tsx';
import type { CabinView } from '../cabin.ts';

type ConsentsDialogProps = Pick<CabinView, 'visit' | 'ask'> & {
  readonly isOpen: boolean;
  readonly onClose: () => void;
};

/** What the person says of their agreements now: each is changed for itself, and counts at once. */
export const ConsentsDialog = ({ visit, ask, isOpen, onClose }: ConsentsDialogProps) => {
  const { t } = useTranslation('assistant');
  return (
    <Dialog isOpen={isOpen} title={t('consents.title')} onClose={onClose}>
      <p>{t('consents.lead')}</p>
      <ul className="rows">
        {CONSENTS.map((consent) => (
          <li key={consent}>
            <b>{t(`step.consent.${consent}`)}</b>
            <YesNo
              question={t(`step.consent.${consent}`)}
              value={visit.consents[consent]}
              onChange={(given) => void ask({ type: 'change-consent', consent, given })}
            />
          </li>
        ))}
      </ul>
      <Button look="main" onPress={onClose}>
        {t('consents.done')}
      </Button>
    </Dialog>
  );
};
