import { ArrowLeft, CirclePause, Hand, ListChecks, LogOut } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { useSend } from '../services.ts';

type StopDialogProps = {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  /** Absent when nobody is on duty. */
  readonly assistantName?: string;
  /** A visit is running: there is something to erase. */
  readonly running: boolean;
  /** It is not paused already, and no emergency needs everybody in sight. */
  readonly pausable: boolean;
  /** Opens the agreements; absent while there are none to change. */
  readonly onConsents?: (() => void) | undefined;
};

/** Pause, call, leave and erase, or go on. Leaving asks once more, because it cannot be undone. */
export const StopDialog = ({
  isOpen,
  onClose,
  assistantName,
  running,
  pausable,
  onConsents,
}: StopDialogProps) => {
  const { t } = useTranslation('patient');
  const send = useSend();
  const [leaving, setLeaving] = useState(false);
  const close = () => {
    setLeaving(false);
    onClose();
  };
  const act = (type: 'pause' | 'ask-help' | 'leave') => {
    send({ type });
    close();
  };
  if (leaving) {
    return (
      <Dialog isOpen={isOpen} onClose={close} title={t('stop.leave-title')}>
        <p>{t('stop.leave-body')}</p>
        <Button look="main" icon={<ArrowLeft className="i flip" aria-hidden />} onPress={close}>
          {t('stop.leave-no')}
        </Button>
        <Button icon={<LogOut className="i" aria-hidden />} onPress={() => act('leave')}>
          {t('stop.leave-yes')}
        </Button>
      </Dialog>
    );
  }
  return (
    <Dialog isOpen={isOpen} onClose={close} title={t('stop.title')}>
      {pausable ? (
        <Button look="main" icon={<CirclePause className="i" aria-hidden />} onPress={() => act('pause')}>
          {t('stop.pause')}
        </Button>
      ) : null}
      <Button icon={<Hand className="i" aria-hidden />} onPress={() => act('ask-help')}>
        {assistantName === undefined ? t('stop.call-somebody') : t('stop.call', { name: assistantName })}
      </Button>
      {onConsents === undefined ? null : (
        <Button
          icon={<ListChecks className="i" aria-hidden />}
          onPress={() => {
            close();
            onConsents();
          }}
        >
          {t('own-consents.open')}
        </Button>
      )}
      {running ? (
        <Button icon={<LogOut className="i" aria-hidden />} onPress={() => setLeaving(true)}>
          {t('stop.leave')}
        </Button>
      ) : null}
      <Button icon={<ArrowLeft className="i flip" aria-hidden />} onPress={close}>
        {t('stop.continue')}
      </Button>
    </Dialog>
  );
};
