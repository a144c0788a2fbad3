import { repetitionsNeeded } from '../../vitals/capture-plan.ts';
import { MEASURES, type Measure } from '../../vitals/kinds.ts';
import { askingId } from '../capture-id.ts';
import { type Capture, type Help, isCapturing, readingToShow, type Visit } from '../visit.ts';
import type { CaptureView, HelpView, MeasureView } from './shared.ts';

/** What a projection may depend on besides the visit. */
export interface ProjectionTime {
  /** Monotonic, in milliseconds of the visit's clock. */
  readonly nowMs: number;
  /** How many times faster than real time the visit's clock runs. */
  readonly clockRate: number;
}

export const helpView = (help: Help | undefined): HelpView | undefined => {
  if (help === undefined) return undefined;
  const { askedAtMs: _askedAtMs, ...view } = help;
  return view;
};

const phaseView = (
  visit: Visit,
  { phase }: Capture,
  time: ProjectionTime,
): CaptureView['phase'] | undefined => {
  switch (phase.phase) {
    case 'rest':
      return {
        phase: 'rest',
        remainingMs: Math.max(0, phase.untilMs - time.nowMs) / time.clockRate,
        totalMs: phase.totalMs / time.clockRate,
      };
    case 'kept': {
      const reading = visit.readings.find(({ id }) => id === phase.readingId);
      return reading === undefined ? undefined : { phase: 'kept', reading };
    }
    case 'failed':
    case 'measuring':
      return phase;
  }
};

/** The running capture as the windows show it. */
export const captureView = (visit: Visit, time: ProjectionTime): CaptureView | undefined => {
  const { capture } = visit;
  if (capture === undefined) return undefined;
  const phase = phaseView(visit, capture, time);
  if (phase === undefined) return undefined;
  const repetitions = repetitionsNeeded(capture.repetitions, capture.series);
  return {
    captureId: capture.captureId,
    askingId: askingId(capture.captureId, capture.run),
    measure: capture.measure,
    ...(capture.requestId === undefined ? {} : { requestId: capture.requestId }),
    attempt: (visit.attempts[capture.measure] ?? 1) + capture.failures - (phase.phase === 'failed' ? 1 : 0),
    repetitions,
    repetition: Math.min(capture.series.length + 1, repetitions),
    phase,
  };
};

const measureView = (visit: Visit, measure: Measure): MeasureView => {
  const reading = readingToShow(visit, measure);
  const reason = visit.skipped[measure];
  if (visit.capture?.measure === measure && isCapturing(visit))
    return { measure, status: { status: 'in-progress' } };
  if (reading !== undefined) return { measure, status: { status: 'done', reading } };
  if (reason !== undefined) return { measure, status: { status: 'skipped', reason } };
  return { measure, status: { status: 'to-do' } };
};

/** Where every measure of the cabin stands, in the order of the journey. */
export const measureViews = (visit: Visit): MeasureView[] =>
  MEASURES.map((measure) => measureView(visit, measure));

/** The physician's request that is open, if any: the oldest. */
export const openRequest = (visit: Visit) =>
  visit.requests.find(({ status }) => status.status === 'asked' || status.status === 'accepted');
