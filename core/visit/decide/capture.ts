import { failure } from '../../contract/error-codes.ts';
import { fail, ok } from '../../result.ts';
import { CAPTURE_PLANS, type RestBreak } from '../../vitals/capture-plan.ts';
import type { CuffSetting } from '../../vitals/cuff.ts';
import type { Measure } from '../../vitals/kinds.ts';
import type { Reading } from '../../vitals/reading.ts';
import type { EventBody } from '../events.ts';
import { type Capture, isCapturing, type Visit } from '../visit.ts';
import type { SkipReason, Stage } from '../words.ts';
import type { Decision, DecisionContext } from './context.ts';

/** Where measures are taken. */
export const CAPTURE_STAGES: readonly Stage[] = ['measures', 'waiting', 'physician-card', 'call'];
const notNow = fail(failure('NOT_NOW'));

/** The rest still due before the device may be asked: quiet sitting before the first reading, distance between two. */
const restBefore = (
  visit: Visit,
  measure: Measure,
  repetition: number,
  nowMs: number,
): Extract<EventBody, { type: 'rest-started' }>['totalMs'] => {
  const plan = CAPTURE_PLANS[measure];
  const sinceSeated = nowMs - (visit.seatedSinceMs ?? nowMs);
  const first = repetition === 1 && visit.lastCuffMs === undefined ? plan.restMs - sinceSeated : 0;
  const sinceCuff = visit.lastCuffMs === undefined ? Number.POSITIVE_INFINITY : nowMs - visit.lastCuffMs;
  const between = measure === 'blood-pressure' ? plan.gapMs - sinceCuff : 0;
  return Math.max(0, first, between);
};

/** Rest if some is due, else ask the device. */
const restOrMeasure = (
  visit: Visit,
  captureId: string,
  measure: Measure,
  repetition: number,
  run: number,
  nowMs: number,
): EventBody => {
  const totalMs = restBefore(visit, measure, repetition, nowMs);
  return totalMs > 0
    ? { type: 'rest-started', captureId, totalMs, untilMs: nowMs + totalMs }
    : { type: 'measuring-started', captureId, run };
};

/** Starts the guided capture of `measure`; a request of the physician for it is answered by it, with a single reading. */
export const startCapture = (visit: Visit, measure: Measure, context: DecisionContext): Decision => {
  if (!CAPTURE_STAGES.includes(visit.stage) || isCapturing(visit) || visit.emergency !== undefined)
    return notNow;
  const request = visit.requests.find(
    (candidate) =>
      candidate.measure === measure &&
      (candidate.status.status === 'asked' || candidate.status.status === 'accepted'),
  );
  if (visit.stage === 'call' && request === undefined && context.by === 'patient') return notNow;
  const captureId = context.newId();
  const events: EventBody[] = [];
  if (request?.status.status === 'asked') {
    events.push({ type: 'request-accepted', requestId: request.requestId });
  }
  events.push({
    type: 'capture-started',
    captureId,
    measure,
    repetitions: request === undefined ? CAPTURE_PLANS[measure].repetitions : 1,
    ...(request === undefined ? {} : { requestId: request.requestId }),
  });
  events.push(restOrMeasure(visit, captureId, measure, 1, 1, context.nowMs));
  return ok(events);
};

/** After a failed try: the same series goes on. After a kept reading: a new capture. */
export const restartCapture = (visit: Visit, measure: Measure, context: DecisionContext): Decision => {
  const { capture } = visit;
  if (capture === undefined || capture.measure !== measure || capture.phase.phase !== 'failed') {
    return startCapture(visit, measure, context);
  }
  if (visit.emergency !== undefined) return notNow;
  return ok([
    restOrMeasure(
      visit,
      capture.captureId,
      measure,
      capture.series.length + 1,
      capture.run + 1,
      context.nowMs,
    ),
  ]);
};

/** Ends the running capture; the cabin releases the cuff. The patient is offered another try. */
export const stopCapture = (visit: Visit, captureId: string): Decision => {
  const { capture } = visit;
  if (capture?.captureId !== captureId || !isCapturing(visit)) return notNow;
  return ok([
    { type: 'capture-stopped', captureId, run: capture.run },
    { type: 'incident', code: 'CAPTURE_STOPPED' },
  ]);
};

/** The events that take a running or finished capture off the screen, if there is one. */
export const leaveCapture = (visit: Visit): readonly EventBody[] => {
  const { capture } = visit;
  if (capture === undefined) return [];
  return capture.phase.phase === 'measuring'
    ? [{ type: 'capture-stopped', captureId: capture.captureId, run: capture.run }]
    : [{ type: 'capture-left', captureId: capture.captureId }];
};

/** A kept reading goes off the screens, so that it is not shown as news after what is asked for now; one that runs goes on. */
export const leaveKept = (visit: Visit): readonly EventBody[] =>
  visit.capture?.phase.phase === 'kept' ? leaveCapture(visit) : [];

/** The measure is left out, with a reason that the physician sees. A request for it is answered with the same reason. */
export const skipCapture = (visit: Visit, measure: Measure, reason: SkipReason): Decision => {
  if (!CAPTURE_STAGES.includes(visit.stage)) return notNow;
  const running = visit.capture?.measure === measure ? leaveCapture(visit) : [];
  if (visit.capture !== undefined && visit.capture.measure !== measure && isCapturing(visit)) return notNow;
  const declined = openRequests(visit, measure).map(
    ({ requestId }): EventBody => ({ type: 'request-declined', requestId, reason }),
  );
  return ok([...running, ...declined, { type: 'measure-skipped', measure, reason }]);
};

/** Rest is over, or cut short: the device is asked. */
export const endRest = (visit: Visit, captureId: string): Decision => {
  const { capture } = visit;
  if (capture?.captureId !== captureId || capture.phase.phase !== 'rest') return notNow;
  return ok([{ type: 'measuring-started', captureId, run: capture.run + 1 }]);
};

/** Whoever moves or talks has not rested: the whole rest that was due begins anew. */
export const restartRest = (visit: Visit, cause: RestBreak, nowMs: number): Decision => {
  const { capture } = visit;
  if (capture?.phase.phase !== 'rest') return notNow;
  const plan = CAPTURE_PLANS[capture.measure];
  const totalMs = visit.lastCuffMs === undefined ? plan.restMs : plan.gapMs;
  return ok([
    { type: 'rest-broken', cause },
    { type: 'rest-started', captureId: capture.captureId, totalMs, untilMs: nowMs + totalMs },
  ]);
};

/** One series is one arm's: its mean would be nobody's. */
export const noteCuff = (visit: Visit, setting: CuffSetting): Decision => {
  if (!CAPTURE_STAGES.includes(visit.stage)) return notNow;
  const { capture, cuff } = visit;
  const hasBegun =
    capture?.measure === 'blood-pressure' && capture.phase.phase !== 'kept' && capture.series.length > 0;
  return hasBegun && cuff !== undefined && cuff.arm !== setting.arm
    ? notNow
    : ok([{ type: 'cuff-noted', setting }]);
};

export const shortenRest = (visit: Visit, reason: string): Decision => {
  const { capture } = visit;
  if (capture?.phase.phase !== 'rest') return notNow;
  return ok([
    { type: 'rest-shortened', reason },
    { type: 'measuring-started', captureId: capture.captureId, run: capture.run + 1 },
  ]);
};

export const openRequests = (visit: Visit, measure: Measure) =>
  visit.requests.filter(
    (request) =>
      request.measure === measure &&
      (request.status.status === 'asked' || request.status.status === 'accepted'),
  );

/** The part of a capture that a delivered reading keeps as its conditions. */
export const conditionsOf = (visit: Visit, capture: Capture, nowMs: number): Reading['conditions'] => {
  // One stands on a scale.
  if (capture.measure === 'body-weight') return {};
  return {
    posture: 'seated',
    ...(capture.measure === 'blood-pressure' && visit.cuff ? { cuff: visit.cuff } : {}),
    ...(visit.seatedSinceMs === undefined ? {} : { restMs: Math.round(nowMs - visit.seatedSinceMs) }),
    ...(capture.restShortened === undefined ? {} : { restShortened: capture.restShortened }),
    ...(capture.restBreaks.length === 0 ? {} : { restBreaks: [...capture.restBreaks] }),
    ...(capture.repetitions > 1 ? { repetition: capture.series.length + 1 } : {}),
  };
};

export { restOrMeasure };
