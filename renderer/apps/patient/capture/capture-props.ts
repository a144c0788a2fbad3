import type { PatientProjection } from '#core/visit/projections/patient.ts';
import type { CaptureView } from '#core/visit/projections/shared.ts';

/** A capture with the visit around it. */
export type CaptureProps = {
  readonly projection: PatientProjection;
  readonly capture: CaptureView;
  /** Which measure of how many, or who asks for it. */
  readonly eyebrow: string | undefined;
  /** Beside the video, in a narrow card: no drawing, and a smaller heading. */
  readonly compact?: boolean;
};
