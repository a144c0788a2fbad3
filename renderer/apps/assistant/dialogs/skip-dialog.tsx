import { useTranslation } from 'react-i18next';
import { SKIP_REASONS, type SkipReason } from '#core/visit/words.ts';
import { ReasonDialog } from './reason-dialog.tsx';

type SkipDialogProps = {
  readonly isOpen: boolean;
  readonly title: string;
  readonly onPick: (reason: SkipReason) => void;
  readonly onClose: () => void;
};

/** Why a measure is left out or a request declined: the physician reads the reason. */
export const SkipDialog = (props: SkipDialogProps) => {
  const { t } = useTranslation('staff');
  const reasons = SKIP_REASONS.map((reason) => ({ reason, words: t(`skip-reason.${reason}`) }));
  return <ReasonDialog {...props} reasons={reasons} />;
};
