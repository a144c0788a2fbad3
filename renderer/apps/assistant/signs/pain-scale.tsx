import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { useStaffWords } from '#renderer/ui/staff/use-staff-words.ts';
import type { Ask } from '../cabin.ts';

type PainScaleProps = {
  readonly ask: Ask;
  readonly onClose: () => void;
};

const SCALE = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const;

/** The number that the patient says, from no pain to the worst they can imagine; it is theirs, and never corrected. */
export const PainScale = ({ ask, onClose }: PainScaleProps) => {
  const { t } = useTranslation('assistant');
  const staff = useStaffWords();
  const [refusal, setRefusal] = useState<string>();
  const keep = async (value: number) => {
    const outcome = await ask({
      type: 'enter-reading',
      measure: 'pain',
      values: { pain: { value, unit: '1' } },
      taking: { how: 'told' },
    });
    if (outcome.ok) onClose();
    else setRefusal(staff.fault(outcome.failure.code, 'assistant'));
  };
  return (
    <Dialog isOpen title={t('signs.pain.title')} onClose={onClose}>
      <p>{t('signs.pain.lead')}</p>
      {refusal === undefined ? null : (
        <p className="fix plain" role="alert">
          {refusal}
        </p>
      )}
      <div className="scale">
        {SCALE.map((value) => (
          <Button key={value} label={t('signs.pain.value', { value })} onPress={() => void keep(value)}>
            {String(value)}
          </Button>
        ))}
      </div>
      <div className="ends">
        <span>{t('signs.pain.none')}</span>
        <span>{t('signs.pain.worst')}</span>
      </div>
      <Button onPress={onClose}>{t('cancel')}</Button>
    </Dialog>
  );
};
