import { Weight } from 'lucide-react';
import type { Measure } from '#core/vitals/kinds.ts';
import { BloodPressurePosture } from '../illustrations/blood-pressure-posture.tsx';
import { OximeterHand } from '../illustrations/oximeter-hand.tsx';

/** The gesture of a measure, as the patient sees it. */
export const MeasureDrawing = ({ measure, cover = false }: { measure: Measure; cover?: boolean }) => {
  switch (measure) {
    case 'oximetry':
      return <OximeterHand cover={cover} />;
    case 'blood-pressure':
      return <BloodPressurePosture cover={cover} />;
    case 'body-weight':
      return <Weight className="i" aria-hidden />;
  }
};
