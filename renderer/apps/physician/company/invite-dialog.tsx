import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/ui/button.tsx';
import { InvitePanel } from '#renderer/ui/company/invite-panel.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import type { ConsultationView } from '../view.ts';

/** Invites an interpreter or a relative, and asks them to go. */
export const InviteDialog = ({
  visit,
  actions,
  onClose,
}: Pick<ConsultationView, 'visit' | 'actions'> & { readonly onClose: () => void }) => {
  const { t } = useTranslation('company');
  return (
    <Dialog isOpen title={t('invite.title')} onClose={onClose}>
      <InvitePanel
        company={visit.company}
        link={visit.guestLink}
        onInvite={actions.inviteGuest}
        onEnd={actions.endGuest}
      />
      <Button onPress={onClose}>{t('invite.close')}</Button>
    </Dialog>
  );
};
