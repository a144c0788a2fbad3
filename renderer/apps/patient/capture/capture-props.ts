import type { PatientProjection } from '#core/visit/projections/patient.ts';
import type { CaptureView } from '#core/visit/projections/shared.ts';

/** A capture with the visit around it. */
export type CaptureProps = {
  readonly projection: PatientProjection;
  readonly capture: CaptureView;
  /** Beside the video, in a narrow card: the drawing is smaller and there is no heading of its own. */
  readonly compact?: boolean;
};
