import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { ExclusionBoxes } from '#renderer/ui/staff/exclusion-boxes.tsx';
import type { CabinView } from '../cabin.ts';

type ExclusionsDialogProps = Pick<CabinView, 'visit' | 'ask'> & { readonly onClose: () => void };

/** Whoever is beside the person says what speaks against remote care; the physician sees it at once, and decides. */
export const ExclusionsDialog = ({ visit, ask, onClose }: ExclusionsDialogProps) => {
  const { t } = useTranslation('closing');
  return (
    <Dialog isOpen title={t('assistant.title')} onClose={onClose}>
      <p>{t('assistant.lead')}</p>
      <ExclusionBoxes
        exclusions={visit.exclusions}
        by="assistant"
        onTick={(exclusion, ticked) =>
          void ask({ type: ticked ? 'note-exclusion' : 'withdraw-exclusion', exclusion })
        }
      />
      <Button look="main" onPress={onClose}>
        {t('assistant.done')}
      </Button>
    </Dialog>
  );
};
