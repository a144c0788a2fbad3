import { useEffect, useRef } from 'react';
import type { CaptureView } from '#core/visit/projections/shared.ts';
import { useServices } from '../services.ts';

/** A soft cue when a reading is kept, another when it is to be tried again; once for each. */
export const useCaptureCue = (capture: CaptureView | undefined) => {
  const { cue, preferences } = useServices();
  const phase = capture?.phase.phase;
  const moment =
    phase === 'kept' || phase === 'failed'
      ? `${capture?.captureId} ${capture?.attempt} ${capture?.repetition} ${phase}`
      : undefined;
  const last = useRef(moment);
  useEffect(() => {
    if (moment === last.current) return;
    last.current = moment;
    if (moment === undefined || !preferences.getState().sound) return;
    cue(phase === 'kept' ? 'kept' : 'again');
  }, [moment, phase, cue, preferences]);
};
