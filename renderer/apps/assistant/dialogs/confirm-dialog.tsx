import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';

type ConfirmDialogProps = {
  readonly isOpen: boolean;
  readonly title: string;
  readonly lead: string;
  readonly confirm: string;
  readonly cancel: string;
  readonly urgent?: boolean;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
};

/** One question before something that is not undone by one touch. */
export const ConfirmDialog = (props: ConfirmDialogProps) => {
  const { isOpen, title, lead, confirm, cancel, urgent = false, onConfirm, onClose } = props;
  return (
    <Dialog isOpen={isOpen} title={title} onClose={onClose}>
      <p>{lead}</p>
      <Button
        look={urgent ? 'urgent' : 'main'}
        onPress={() => {
          onClose();
          onConfirm();
        }}
      >
        {confirm}
      </Button>
      <Button onPress={onClose}>{cancel}</Button>
    </Dialog>
  );
};
