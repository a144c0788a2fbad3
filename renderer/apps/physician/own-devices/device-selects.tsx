import { useTranslation } from 'react-i18next';
import { OWN_DEVICES } from '#renderer/call/own-devices/own-device.ts';
import { DeviceSelect } from './device-select.tsx';
import type { OwnControls } from './own-controls.ts';

/** The physician's camera, microphone and output by name, to choose from. */
export const DeviceSelects = ({ own }: { readonly own: OwnControls }) => {
  const { t } = useTranslation('physician');
  return (
    <div className="choices">
      {OWN_DEVICES.map((what) =>
        what === 'output' && !own.choosesOutput ? (
          <small key={what}>{t('own.output-by-system')}</small>
        ) : (
          <DeviceSelect key={what} what={what} own={own} />
        ),
      )}
    </div>
  );
};
