import { useTranslation } from 'react-i18next';
import { ScrollColumn } from '#renderer/ui/scroll-column.tsx';
import { placeOf } from '../model/measure-list.ts';
import { CaptureBody } from './capture-body.tsx';
import { CapturePicture } from './capture-picture.tsx';
import type { CaptureProps } from './capture-props.ts';

/** A capture on the whole screen: drawing, one title, one sentence, the device answering, two ways out. */
export const CaptureScreen = (props: CaptureProps) => {
  const { t } = useTranslation(['patient', 'common']);
  const { measure } = props.capture;
  const place = placeOf(props.projection.measures, measure);
  return (
    <main className="split">
      <CapturePicture measure={measure} />
      <ScrollColumn>
        <p className="eyebrow">
          {t('capture.eyebrow', { ...place, measure: t(`common:measure.${measure}`) })}
        </p>
        <CaptureBody {...props} />
      </ScrollColumn>
    </main>
  );
};
