import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import type { Ask } from '../cabin.ts';

type PauseDialogProps = {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly ask: Ask;
  readonly onConsents?: (() => void) | undefined;
};

/** Pause, or leave and erase: leaving asks a second time, since nothing of the visit remains. */
export const PauseDialog = ({ isOpen, onClose, ask, onConsents }: PauseDialogProps) => {
  const { t } = useTranslation('assistant');
  const [leaving, setLeaving] = useState(false);
  const close = () => {
    setLeaving(false);
    onClose();
  };
  const choose = (type: 'pause' | 'leave') => {
    close();
    void ask({ type });
  };
  return leaving ? (
    <Dialog isOpen={isOpen} title={t('pause.leave-title')} onClose={close}>
      <p>{t('pause.leave-lead')}</p>
      <Button look="main" onPress={close}>
        {t('pause.leave-cancel')}
      </Button>
      <Button onPress={() => choose('leave')}>{t('pause.leave-confirm')}</Button>
    </Dialog>
  ) : (
    <Dialog isOpen={isOpen} title={t('pause.title')} onClose={close}>
      <Button look="main" onPress={() => choose('pause')}>
        {t('pause.pause')}
      </Button>
      <Button onPress={close}>{t('pause.continue')}</Button>
      {onConsents === undefined ? null : (
        <Button
          onPress={() => {
            close();
            onConsents();
          }}
        >
          {t('consents.open')}
        </Button>
      )}
      <Button onPress={() => setLeaving(true)}>{t('pause.leave')}</Button>
    </Dialog>
  );
};
