import type { ReactNode } from 'react';
import { Dialog as AriaDialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';

type DialogProps = {
  readonly isOpen: boolean;
  /** The one question. */
  readonly title: string;
  /** Escape on a keyboard does the same as the safest answer. */
  readonly onClose: () => void;
  /** Stacked keys, the safest first; there is no close cross. */
  readonly children: ReactNode;
};

/** One question over the screen. Touching beside it does nothing: nothing is lost by a slip of the hand. */
export const Dialog = ({ isOpen, title, onClose, children }: DialogProps) => (
  <ModalOverlay
    className="veil"
    isOpen={isOpen}
    onOpenChange={(open) => {
      if (!open) onClose();
    }}
  >
    <Modal>
      <AriaDialog className="dlg">
        <Heading slot="title" level={2}>
          {title}
        </Heading>
        {children}
      </AriaDialog>
    </Modal>
  </ModalOverlay>
);
