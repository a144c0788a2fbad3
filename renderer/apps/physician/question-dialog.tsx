import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';

type QuestionDialogProps = {
  readonly title: string;
  readonly lead: string;
  readonly yes: string;
  readonly urgent?: boolean;
  readonly onYes: () => void;
  readonly onClose: () => void;
};

/** One question before something that others feel at once. */
export const QuestionDialog = (props: QuestionDialogProps) => {
  const { title, lead, yes, urgent = false, onYes, onClose } = props;
  const { t } = useTranslation('physician');
  return (
    <Dialog isOpen title={title} onClose={onClose}>
      <p>{lead}</p>
      <div className="pair">
        <Button onPress={onClose}>{t('cancel')}</Button>
        <Button
          look={urgent ? 'urgent' : 'main'}
          onPress={() => {
            onClose();
            onYes();
          }}
        >
          {yes}
        </Button>
      </div>
    </Dialog>
  );
};
