import { Check } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  ARMS,
  type Arm,
  CUFF_SIZES,
  type CuffSetting,
  type CuffSize,
  POSTURE_POINTS,
  type PosturePoint,
} from '#core/vitals/cuff.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';

type CuffDialogProps = {
  readonly isOpen: boolean;
  readonly cuff: CuffSetting | undefined;
  readonly onClose: () => void;
  readonly onNote: (setting: CuffSetting) => void;
};

/** Which arm, which cuff, and what was looked at; nothing is chosen for the assistant. */
export const CuffDialog = ({ isOpen, cuff, onClose, onNote }: CuffDialogProps) => {
  const { t } = useTranslation('assistant');
  const { t: staff } = useTranslation('staff');
  const [arm, setArm] = useState<Arm | undefined>(cuff?.arm);
  const [size, setSize] = useState<CuffSize | undefined>(cuff?.size);
  const [checked, setChecked] = useState<readonly PosturePoint[]>(cuff?.checked ?? []);
  const toggle = (point: PosturePoint): void =>
    setChecked(checked.includes(point) ? checked.filter((one) => one !== point) : [...checked, point]);
  return (
    <Dialog isOpen={isOpen} title={t('cuff.title')} onClose={onClose}>
      <fieldset className="fld">
        <legend>{t('cuff.arm')}</legend>
        <div className="choices">
          {ARMS.map((one) => (
            <Button key={one} pressed={arm === one} onPress={() => setArm(one)}>
              {staff(`cuff.arm.${one}`)}
            </Button>
          ))}
        </div>
      </fieldset>
      <fieldset className="fld">
        <legend>{t('cuff.size')}</legend>
        <div className="choices">
          {CUFF_SIZES.map((one) => (
            <Button key={one} pressed={size === one} onPress={() => setSize(one)}>
              {staff(`cuff.size.${one}`)}
            </Button>
          ))}
        </div>
      </fieldset>
      <fieldset className="fld">
        <legend>{t('cuff.checked')}</legend>
        <div className="choices">
          {POSTURE_POINTS.map((point) => (
            <Button
              key={point}
              pressed={checked.includes(point)}
              icon={checked.includes(point) ? <Check className="i" aria-hidden /> : undefined}
              onPress={() => toggle(point)}
            >
              {t(`check.blood-pressure.${point}`)}
            </Button>
          ))}
        </div>
      </fieldset>
      <div className="pair">
        <Button onPress={onClose}>{t('cancel')}</Button>
        <Button
          look="main"
          off={arm === undefined || size === undefined}
          onPress={() => {
            if (arm === undefined || size === undefined) return;
            onNote({ arm, size, checked: POSTURE_POINTS.filter((point) => checked.includes(point)) });
            onClose();
          }}
        >
          {t('cuff.note')}
        </Button>
      </div>
    </Dialog>
  );
};
