import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { CaptureFeedback } from '#core/contract/live.ts';
import type { Measure } from '#core/vitals/kinds.ts';
import { feedbackAt } from '#renderer/stores/live.ts';
import { useServices } from '../services.ts';

/** How often the age of what is shown is looked at, in milliseconds. */
const AGE_CHECK_MS = 250;

type FeedbackOf<Kind extends Measure> = Extract<CaptureFeedback, { measure: Kind }>;

/** What the device says of this capture now; undefined when it says nothing, or when what it said has grown too old. */
export const useFeedback = <Kind extends Measure>(
  captureId: string,
  measure: Kind,
): FeedbackOf<Kind> | undefined => {
  const { live, monotonic } = useServices();
  const state = useStore(live.store);
  const [, setTick] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setTick((tick) => tick + 1), AGE_CHECK_MS);
    return () => clearInterval(timer);
  }, []);
  const feedback = feedbackAt(state, captureId, monotonic());
  return feedback !== undefined && isOf(feedback, measure) ? feedback : undefined;
};

const isOf = <Kind extends Measure>(feedback: CaptureFeedback, measure: Kind): feedback is FeedbackOf<Kind> =>
  feedback.measure === measure;
