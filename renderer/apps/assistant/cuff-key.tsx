import { Pencil } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type CuffSetting, POSTURE_POINTS } from '#core/vitals/cuff.ts';
import { Button } from '#renderer/ui/button.tsx';
import type { CabinView } from './cabin.ts';
import { CuffDialog } from './dialogs/cuff-dialog.tsx';

const useSummary = (cuff: CuffSetting | undefined): string => {
  const { t } = useTranslation('assistant');
  const { t: staff } = useTranslation('staff');
  if (cuff === undefined) return t('cuff.not-noted');
  const rest = POSTURE_POINTS.length - cuff.checked.length;
  const noted = `${staff(`cuff.arm.${cuff.arm}`)}, ${staff(`cuff.size.${cuff.size}`)}`;
  return rest === 0 ? noted : `${noted}. ${t('cuff.left', { count: rest })}`;
};

/** What is noted of arm, cuff and posture, and the way to note it. */
export const CuffKey = ({ visit, ask }: Pick<CabinView, 'visit' | 'ask'>) => {
  const { cuff } = visit;
  const [isOpen, setOpen] = useState(false);
  const summary = useSummary(cuff);
  return (
    <>
      <Button className="cuff-key" icon={<Pencil className="i" aria-hidden />} onPress={() => setOpen(true)}>
        {summary}
      </Button>
      <CuffDialog
        key={String(isOpen)}
        isOpen={isOpen}
        cuff={cuff}
        onClose={() => setOpen(false)}
        onNote={(setting) => void ask({ type: 'note-cuff', setting })}
      />
    </>
  );
};
