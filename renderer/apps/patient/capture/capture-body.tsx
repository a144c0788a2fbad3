import { assertNever } from '#core/result.ts';
import type { Measure } from '#core/vitals/kinds.ts';
import { BloodPressureLive } from './blood-pressure.tsx';
import { BodyWeightLive } from './body-weight.tsx';
import { CaptureKeys } from './capture-keys.tsx';
import type { CaptureProps } from './capture-props.ts';
import { CaptureFailed } from './failed.tsx';
import { CaptureKept } from './kept.tsx';
import { OximetryLive } from './oximetry.tsx';

const Live = ({ measure, ...props }: CaptureProps & { readonly measure: Measure }) => {
  switch (measure) {
    case 'oximetry':
      return (
        <>
          <OximetryLive {...props} />
          <CaptureKeys measure={measure} />
        </>
      );
    case 'blood-pressure':
      return <BloodPressureLive {...props} />;
    case 'body-weight':
      return (
        <>
          <BodyWeightLive {...props} />
          <CaptureKeys measure={measure} />
        </>
      );
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
