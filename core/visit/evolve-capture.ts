import { assertNever } from '../result.ts';
import type { EventBody, VisitEvent } from './events.ts';
import type { Capture, Visit } from './visit.ts';
import { without } from './without.ts';

type CaptureEvent = Extract<
  EventBody,
  {
    type:
      | 'capture-started'
      | 'rest-started'
      | 'rest-broken'
      | 'rest-shortened'
      | 'cuff-noted'
      | 'measuring-started'
      | 'reading-kept'
      | 'capture-completed'
      | 'capture-failed'
      | 'capture-stopped'
      | 'capture-left'
      | 'measure-skipped';
  }
>;

const changeCapture = (visit: Visit, change: (capture: Capture) => Partial<Capture>): Visit =>
  visit.capture === undefined ? visit : { ...visit, capture: { ...visit.capture, ...change(visit.capture) } };

/** The part of `evolve` that concerns captures and readings. */
export const evolveCapture = (visit: Visit, event: VisitEvent, body: CaptureEvent): Visit => {
  switch (body.type) {
    case 'capture-started': {
      const { [body.measure]: _skipped, ...skipped } = visit.skipped;
      return {
        ...visit,
        skipped,
        attempts: { ...visit.attempts, [body.measure]: (visit.attempts[body.measure] ?? 0) + 1 },
        capture: {
          captureId: body.captureId,
          measure: body.measure,
          repetitions: body.repetitions,
          ...(body.requestId === undefined ? {} : { requestId: body.requestId }),
          series: [],
          failures: 0,
          run: 0,
          restBreaks: [],
          phase: { phase: 'measuring' },
        },
      };
    }
    case 'rest-started':
      return changeCapture(visit, () => ({
        phase: { phase: 'rest', totalMs: body.totalMs, untilMs: body.untilMs },
      }));
    case 'rest-broken':
      // Sitting quietly is counted from now.
      return changeCapture({ ...visit, seatedSinceMs: event.atMs }, ({ restBreaks }) => ({
        restBreaks: [...restBreaks, body.cause],
      }));
    case 'cuff-noted':
      return { ...visit, cuff: body.setting };
    case 'rest-shortened':
      return changeCapture(visit, () => ({ restShortened: body.reason }));
    case 'measuring-started':
      return changeCapture(visit, () => ({ run: body.run, phase: { phase: 'measuring' } }));
    case 'reading-kept':
      return keepReading(visit, event, body);
    case 'capture-completed':
      return changeCapture(visit, () => ({ phase: { phase: 'kept', readingId: body.readingId } }));
    case 'capture-failed':
      return changeCapture(visit, (capture) => ({
        failures: capture.failures + 1,
        phase: { phase: 'failed', code: body.code, failures: capture.failures + 1 },
      }));
    case 'capture-stopped':
    case 'capture-left':
      return without(visit, 'capture');
    case 'measure-skipped':
      return { ...without(visit, 'capture'), skipped: { ...visit.skipped, [body.measure]: body.reason } };
    default:
      return assertNever(body);
  }
};

const keepReading = (
  visit: Visit,
  event: VisitEvent,
  { reading }: Extract<CaptureEvent, { type: 'reading-kept' }>,
): Visit => {
  const kept: Visit = {
    ...visit,
    readings: [...visit.readings, reading],
    ...(reading.measure === 'blood-pressure' ? { lastCuffMs: event.atMs } : {}),
  };
  const ofSeries = reading.captureId === visit.capture?.captureId && reading.derivedFrom === undefined;
  return ofSeries
    ? changeCapture(kept, (capture) => ({ series: [...capture.series, reading], restBreaks: [] }))
    : kept;
};
