import { useTranslation } from 'react-i18next';
import { openGuest } from '#core/visit/company/company.ts';
import type { PatientProjection } from '#core/visit/projections/patient.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { useSend } from '../services.ts';

/** Somebody was invited and is at the door: nothing is seen or heard by them before this person says yes. */
export const GuestQuestion = ({ projection }: { readonly projection: PatientProjection }) => {
  const { t } = useTranslation('company');
  const send = useSend();
  const guest = openGuest(projection.company);
  if (guest?.state.state !== 'arrived') return null;
  const { guestId, kind, language, invitedBy, state } = guest;
  const { name } = state;
  const kindWords =
    language === undefined ? t(`kind.${kind}`) : t('kind-language', { kind: t(`kind.${kind}`), language });
  const inviter =
    invitedBy === 'assistant' ? projection.assistant.givenName : (projection.physician?.name ?? '');
  const decline = () => send({ type: 'decline-guest', guestId });
  return (
    <Dialog isOpen title={t('ask.title', { name })} onClose={decline}>
      <p>
        {t('ask.who', { kind: kindWords, name })} {t(`ask.by.${invitedBy}`, { inviter })}
      </p>
      <Button onPress={decline}>{t('ask.no')}</Button>
      <Button look="main" onPress={() => send({ type: 'accept-guest', guestId })}>
        {t('ask.yes')}
      </Button>
    </Dialog>
  );
};
