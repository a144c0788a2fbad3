import { useTranslation } from 'react-i18next';
import type { CallSnapshot } from '#renderer/call/call-snapshot.ts';
import type { Listening } from '#renderer/call/instruments/listening.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { HeadphonesLine } from '../exam/headphones-line.tsx';
import { DeviceSelects } from './device-selects.tsx';
import { Level } from './level.tsx';
import type { OwnControls } from './own-controls.ts';
import { useMicrophoneLevel } from './use-microphone-level.ts';

type DevicesDialogProps = {
  readonly own: OwnControls;
  /** Drawn anew with each change of what is open. */
  readonly media: CallSnapshot['media'];
  readonly listening: Listening;
  readonly onClose: () => void;
};

/** The physician's own devices during a consultation: another one is in use as soon as it is chosen. */
export const DevicesDialog = ({ own, media, listening, onClose }: DevicesDialogProps) => {
  const { t } = useTranslation('physician');
  const isOn = media.local === 'open' || media.local === 'sending';
  const level = useMicrophoneLevel(isOn ? own.microphone() : undefined);
  return (
    <Dialog isOpen title={t('own.title')} onClose={onClose}>
      <DeviceSelects own={own} />
      {media.shut.sound ? <p className="mut">{t('own.muted')}</p> : <Level level={level} />}
      <HeadphonesLine listening={listening} />
      <Button onPress={onClose}>{t('own.close')}</Button>
    </Dialog>
  );
};
