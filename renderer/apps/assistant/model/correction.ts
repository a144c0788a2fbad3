import type { CaptureFeedback } from '#core/contract/live.ts';
import type { CaptureView } from '#core/visit/projections/shared.ts';

/** What to correct in the posture or the placing, told to the assistant and never to the patient as a fault. */
export type Correction = 'finger-in' | 'warm' | 'still' | 'seated' | 'silence' | 'stand-still';

const ofFeedback = (feedback: CaptureFeedback): Correction | undefined => {
  switch (feedback.measure) {
    case 'oximetry':
      if (feedback.state === 'sensor-off') return 'finger-in';
      if (feedback.state === 'weak-signal') return 'warm';
      return feedback.state === 'unstable' ? 'still' : undefined;
    case 'blood-pressure':
      return feedback.state === 'measuring' ? 'silence' : undefined;
    case 'body-weight':
      return feedback.state === 'settling' ? 'stand-still' : undefined;
  }
};

/** What to correct now, from the phase of the capture and what its device reports; undefined when nothing is. */
export const correctionOf = (
  capture: CaptureView,
  feedback: CaptureFeedback | undefined,
): Correction | undefined => {
  if (capture.phase.phase === 'rest') return 'seated';
  if (capture.phase.phase !== 'measuring' || feedback?.measure !== capture.measure) return undefined;
  return ofFeedback(feedback);
};
