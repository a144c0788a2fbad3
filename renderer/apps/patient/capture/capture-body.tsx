import { assertNever } from '#core/result.ts';
import type { Measure } from '#core/vitals/kinds.ts';
import { BloodPressureLive } from './blood-pressure.tsx';
import { BodyWeightLive } from './body-weight.tsx';
import type { CaptureProps } from './capture-props.ts';
import { CaptureFailed } from './failed.tsx';
import { CaptureKept } from './kept.tsx';
import { OximetryLive } from './oximetry.tsx';

const Live = ({ measure, ...props }: CaptureProps & { readonly measure: Measure }) => {
  switch (measure) {
    case 'oximetry':
      return <OximetryLive {...props} />;
    case 'blood-pressure':
      return <BloodPressureLive {...props} />;
    case 'body-weight':
      return <BodyWeightLive {...props} />;
    default:
      return assertNever(measure);
  }
};

/** What stands beside the drawing of a capture, phase by phase. */
export const CaptureBody = (props: CaptureProps) => {
  const { capture } = props;
  const { phase } = capture;
  switch (phase.phase) {
    case 'rest':
    case 'measuring':
      return <Live {...props} measure={capture.measure} />;
    case 'failed':
      return <CaptureFailed {...props} code={phase.code} failures={phase.failures} />;
    case 'kept':
      return <CaptureKept {...props} reading={phase.reading} />;
    default:
      return assertNever(phase);
  }
};
