import { useTranslation } from 'react-i18next';
import { placeOf } from '../model/measure-list.ts';
import { CaptureBody } from './capture-body.tsx';
import { CapturePicture } from './capture-picture.tsx';
import type { CaptureProps } from './capture-props.ts';

/** A capture on the whole screen: drawing, one title, one sentence, the device answering, two ways out. */
export const CaptureScreen = (props: Omit<CaptureProps, 'eyebrow'>) => {
  const { t } = useTranslation(['patient', 'common']);
  const { measure } = props.capture;
  const place = placeOf(props.projection.measures, measure);
  const eyebrow = t('capture.eyebrow', { ...place, measure: t(`common:measure.${measure}`) });
  return (
    <main className="split">
      <CapturePicture measure={measure} />
      <CaptureBody {...props} eyebrow={eyebrow} />
    </main>
  );
};
