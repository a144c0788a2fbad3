import { ClipboardPen, MessageSquareWarning } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Identity } from '#core/identity/identity.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { useStaffWords } from '#renderer/ui/staff/use-staff-words.ts';
import type { Ask } from '../cabin.ts';
import { IDENTITY_FORM, IdentityForm } from '../identity-form.tsx';

type IdentityDialogProps = {
  readonly known: Identity | undefined;
  readonly ask: Ask;
  readonly onClose: () => void;
  /** To what else the physician has to know. */
  readonly onComplete: () => void;
  /** Reasons against remote care that were ticked so far; undefined while it is no question. */
  readonly doubts: number | undefined;
  readonly onDoubt: () => void;
};

/** Corrects what was typed, at any step before the consultation is closed. */
export const IdentityDialog = ({ known, ask, onClose, onComplete, doubts, onDoubt }: IdentityDialogProps) => {
  const { t } = useTranslation('assistant');
  const { t: closingWords } = useTranslation('closing');
  const staff = useStaffWords();
  const [refusal, setRefusal] = useState<string>();
  const save = async (identity: Identity) => {
    const outcome = await ask({ type: 'enter-identity', identity });
    if (outcome.ok) onClose();
    else setRefusal(staff.fault(outcome.failure.code, 'assistant'));
  };
  return (
    <Dialog isOpen title={t('identity.correct')} onClose={onClose}>
      <p>{t('identity.level')}</p>
      <div className={doubts === undefined ? undefined : 'pair'}>
        <Button wide icon={<ClipboardPen className="i" aria-hidden />} onPress={onComplete}>
          {t('particulars.open')}
        </Button>
        {doubts === undefined ? null : (
          <Button icon={<MessageSquareWarning className="i" aria-hidden />} onPress={onDoubt}>
            {doubts === 0
              ? closingWords('assistant.open')
              : closingWords('assistant.open-told', { count: doubts })}
          </Button>
        )}
      </div>
      {refusal === undefined ? null : (
        <p className="fix plain" role="alert">
          {refusal}
        </p>
      )}
      <IdentityForm known={known} onSave={(identity) => void save(identity)} />
      <div className="pair">
        <Button onPress={onClose}>{t('cancel')}</Button>
        <button type="submit" form={IDENTITY_FORM} className="btn main">
          {t('identity.save')}
        </button>
      </div>
    </Dialog>
  );
};
