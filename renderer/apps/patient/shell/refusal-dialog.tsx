import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { useRefusal, useServices } from '../services.ts';

/** The cabin could not do what was asked: said calmly, with what happens next; it stays until it is read. */
export const RefusalDialog = () => {
  const { t } = useTranslation(['patient', 'errors']);
  const { dismissRefusal } = useServices();
  const refusal = useRefusal();
  return (
    <Dialog isOpen={refusal !== undefined} onClose={dismissRefusal} title={t('trouble.refused')}>
      {refusal === undefined ? null : <p>{t(`errors:${refusal.code}.patient`)}</p>}
      <Button look="main" onPress={dismissRefusal}>
        {t('trouble.understood')}
      </Button>
    </Dialog>
  );
};
