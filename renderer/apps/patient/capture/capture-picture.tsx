import { useTranslation } from 'react-i18next';
import { assertNever } from '#core/result.ts';
import type { Measure } from '#core/vitals/kinds.ts';
import { BloodPressurePosture } from '#renderer/ui/illustrations/blood-pressure-posture.tsx';
import { OximeterHand } from '#renderer/ui/illustrations/oximeter-hand.tsx';
import { ScaleFeet } from '#renderer/ui/illustrations/scale-feet.tsx';
import { Plate } from '#renderer/ui/plate.tsx';

/** The gesture, before the text. */
export const CapturePicture = ({ measure }: { readonly measure: Measure }) => {
  const { t } = useTranslation('patient');
  const label = t(`capture.${measure}.picture`);
  switch (measure) {
    case 'oximetry':
      return (
        <Plate fit="bleed">
          <OximeterHand label={label} />
        </Plate>
      );
    case 'blood-pressure':
      return (
        <Plate>
          <BloodPressurePosture label={label} />
        </Plate>
      );
    case 'body-weight':
      return (
        <Plate fit="bleed">
          <ScaleFeet label={label} />
        </Plate>
      );
    default:
      return assertNever(measure);
  }
};
