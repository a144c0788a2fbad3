import { LogOut, TabletSmartphone, UsersRound } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AssistantProjection } from '#core/visit/projections/assistant.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import type { CabinKeys } from '../cabin.ts';
import { TabletsDialog } from '../tablets/tablets-dialog.tsx';
import { SignInCard } from './sign-in-card.tsx';

type DutyDialogProps = {
  readonly visit: AssistantProjection;
  readonly keys: CabinKeys;
  readonly isOpen: boolean;
  readonly onClose: () => void;
};

/** Somebody else takes over, or the cabin closes. While a patient is there, only the first. */
export const DutyDialog = ({ visit, keys, isOpen, onClose }: DutyDialogProps) => {
  const { t } = useTranslation('assistant');
  const [relieving, setRelieving] = useState(false);
  const [pairing, setPairing] = useState(false);
  const close = () => {
    setRelieving(false);
    setPairing(false);
    onClose();
  };
  const others = visit.candidates.filter(({ name }) => name !== visit.assistant.name);
  const isVisitOn = visit.startedAt !== undefined;
  const { own } = keys;
  const hasTablets = own !== undefined && own.tablets.getState().state !== 'off';
  if (pairing && own !== undefined) return isOpen ? <TabletsDialog {...own} onClose={close} /> : null;
  if (relieving) {
    return (
      <Dialog isOpen={isOpen} title={t('duty.relieve-title')} onClose={close}>
        <SignInCard
          candidates={others}
          tries={visit.tries}
          demoCodes={visit.demoCodes}
          confirmation={visit.confirmation}
          confirmSignIn={keys.confirmSignIn}
          stopConfirming={keys.stopConfirming}
          signIn={async (signIn) => {
            const outcome = await keys.signIn(signIn);
            if (outcome.ok) close();
            return outcome;
          }}
        />
        <Button onPress={close}>{t('cancel')}</Button>
      </Dialog>
    );
  }
  return (
    <Dialog isOpen={isOpen} title={visit.assistant.name} onClose={close}>
      <p>{t(isVisitOn ? 'duty.lead-visit' : 'duty.lead-open')}</p>
      {others.length === 0 ? null : (
        <Button icon={<UsersRound className="i" aria-hidden />} onPress={() => setRelieving(true)}>
          {t('duty.relieve')}
        </Button>
      )}
      {hasTablets ? (
        <Button icon={<TabletSmartphone className="i" aria-hidden />} onPress={() => setPairing(true)}>
          {t('tablet.open')}
        </Button>
      ) : null}
      {isVisitOn ? null : (
        <Button
          icon={<LogOut className="i" aria-hidden />}
          onPress={() => {
            close();
            void keys.signOut();
          }}
        >
          {t('duty.close')}
        </Button>
      )}
      <Button look="main" onPress={close}>
        {t('duty.stay')}
      </Button>
    </Dialog>
  );
};
