import { DoorClosed } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/ui/button.tsx';
import type { CabinView } from '../cabin.ts';
import { ConfirmDialog } from '../dialogs/confirm-dialog.tsx';

type LeaveKeyProps = Pick<CabinView, 'visit' | 'ask'> & { readonly onLeft: () => void };

/** The assistant leaves patient and physician alone of their own accord. */
export const LeaveKey = ({ visit, ask, onLeft }: LeaveKeyProps) => {
  const { t } = useTranslation('privacy');
  const { t: assistant } = useTranslation('assistant');
  const [open, setOpen] = useState(false);
  if (visit.stage !== 'call' || visit.paused || visit.emergency !== undefined) return null;
  return (
    <>
      <Button icon={<DoorClosed className="i" aria-hidden />} onPress={() => setOpen(true)}>
        {t('assistant.leave')}
      </Button>
      <ConfirmDialog
        isOpen={open}
        title={t('assistant.leave-title')}
        lead={t('assistant.leave-lead')}
        confirm={t('assistant.out')}
        cancel={assistant('cancel')}
        onConfirm={() => {
          onLeft();
          void ask({ type: 'start-private-talk' });
        }}
        onClose={() => setOpen(false)}
      />
    </>
  );
};
