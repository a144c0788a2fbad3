import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';

/** Longest reason in the person's own words (`shorten-rest`, `close-emergency`). */
const LONGEST_REASON = 200;

type ReasonDialogProps<Reason extends string> = {
  readonly isOpen: boolean;
  readonly title: string;
  readonly lead?: string;
  /** One key per reason; touching it answers. */
  readonly reasons: readonly { readonly reason: Reason; readonly words: string }[];
  readonly onPick: (reason: Reason, words: string) => void;
  /** Lets the assistant write another reason. */
  readonly onOther?: (words: string) => void;
  readonly onClose: () => void;
};

/** Asks why, with the usual answers one touch away. */
export const ReasonDialog = <Reason extends string>(props: ReasonDialogProps<Reason>) => {
  const { isOpen, title, lead, reasons, onPick, onOther, onClose } = props;
  const { t } = useTranslation('assistant');
  const [other, setOther] = useState('');
  const close = () => {
    setOther('');
    onClose();
  };
  const words = other.trim();
  return (
    <Dialog isOpen={isOpen} title={title} onClose={close}>
      {lead === undefined ? null : <p>{lead}</p>}
      {reasons.map(({ reason, words: label }) => (
        <Button
          key={reason}
          onPress={() => {
            close();
            onPick(reason, label);
          }}
        >
          {label}
        </Button>
      ))}
      {onOther === undefined ? null : (
        <form
          className="other"
          onSubmit={(event) => {
            event.preventDefault();
            if (words === '') return;
            close();
            onOther(words);
          }}
        >
          <label className="fld">
            <span>{t('reason.other')}</span>
            <input
              value={other}
              maxLength={LONGEST_REASON}
              placeholder={t('reason.placeholder')}
              onChange={(event) => setOther(event.target.value)}
            />
          </label>
          <button type="submit" className="btn main" disabled={words === ''}>
            {t('continue')}
          </button>
        </form>
      )}
      <Button onPress={close}>{t('cancel')}</Button>
    </Dialog>
  );
};
