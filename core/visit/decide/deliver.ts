import { failure } from '../../contract/error-codes.ts';
import { fail, ok } from '../../result.ts';
import { meanOfTwo, repetitionsNeeded } from '../../vitals/capture-plan.ts';
import { isPlausible } from '../../vitals/plausibility.ts';
import type { Reading } from '../../vitals/reading.ts';
import { alarmOverValues } from '../alerts/decide-alerts.ts';
import type { CabinCommand } from '../cabin-commands.ts';
import type { EventBody } from '../events.ts';
import { assistedBy, type Capture, type Visit } from '../visit.ts';
import { isHelpOpen } from './calls.ts';
import { conditionsOf, restOrMeasure } from './capture.ts';
import type { Decision, DecisionContext } from './context.ts';

/** Tries without a reading after which the assistant is called, and after which the physician is told. */
const FAILURES_BEFORE_HELP = 2;
const FAILURES_BEFORE_INCIDENT = 3;

type Delivery = Extract<CabinCommand, { type: 'deliver-reading' }>;

/** The capture that an answer of a device belongs to; an answer to an earlier asking, or to another capture, has none. */
const askedBy = (visit: Visit, answer: { captureId: string; run: number }): Capture | undefined =>
  visit.capture?.captureId === answer.captureId &&
  visit.capture.run === answer.run &&
  visit.capture.phase.phase === 'measuring'
    ? visit.capture
    : undefined;

const toReading = (
  visit: Visit,
  capture: Capture,
  { reading, deviceId, origin, signal, rawHash }: Delivery,
  context: DecisionContext,
): Reading => ({
  id: context.newId(),
  captureId: capture.captureId,
  measure: capture.measure,
  values: reading.values,
  flags: reading.flags,
  origin,
  device: reading.device,
  deviceId,
  ...(signal === undefined ? {} : { signal }),
  attempt: visit.attempts[capture.measure] ?? 1,
  conditions: conditionsOf(visit, capture, context.nowMs),
  ...assistedBy(visit),
  takenAt: context.now,
  ...(reading.deviceTime === undefined ? {} : { deviceTime: reading.deviceTime }),
  rawHash,
});

/** The mean of the last two readings of a series, as a reading of its own that says what it was computed from. */
const toMean = (series: readonly Reading[], context: DecisionContext): Reading | undefined => {
  const last = series.at(-1);
  const previous = series.at(-2);
  if (last === undefined || previous === undefined) return undefined;
  const { rawHash: _hash, deviceTime: _time, signal: _signal, ...common } = last;
  return {
    ...common,
    id: context.newId(),
    values: meanOfTwo(previous.values, last.values),
    flags: [...new Set([...previous.flags, ...last.flags])],
    derivedFrom: [previous.id, last.id],
  };
};

/** The device has answered and is no longer in use. */
const afterReading = (visit: Visit, capture: Capture, reading: Reading): Visit => ({
  ...visit,
  readings: [...visit.readings, reading],
  capture: { ...capture, phase: { phase: 'kept', readingId: reading.id } },
});

/** A device has answered. The reading is kept; the series goes on or is complete, and is cut short by a confirmed alert. */
export const deliverReading = (visit: Visit, delivery: Delivery, context: DecisionContext): Decision => {
  const capture = askedBy(visit, delivery);
  if (capture === undefined) return fail(failure('NOT_NOW', 'late reading'));
  if (delivery.reading.kind !== capture.measure) return fail(failure('NOT_NOW', 'reading of another kind'));
  if (!isPlausible(delivery.reading.values)) {
    return failCapture(visit, { ...delivery, type: 'fail-capture', code: 'CAPTURE_OUT_OF_RANGE' });
  }
  const reading = toReading(visit, capture, delivery, context);
  const series = [...capture.series, reading];
  const events: EventBody[] = [{ type: 'reading-kept', reading }];
  const alarm = alarmOverValues(afterReading(visit, capture, reading), context);
  if (series.length < repetitionsNeeded(capture.repetitions, series)) {
    if (alarm.length > 0) return ok([...events, ...alarm]);
    const seen: Visit = { ...visit, lastCuffMs: context.nowMs };
    const { captureId, measure, run } = capture;
    events.push(restOrMeasure(seen, captureId, measure, series.length + 1, run + 1, context.nowMs));
    return ok(events);
  }
  const mean = capture.repetitions > 1 ? toMean(series, context) : undefined;
  if (mean !== undefined) events.push({ type: 'reading-kept', reading: mean });
  const shown = mean ?? reading;
  events.push({ type: 'capture-completed', captureId: capture.captureId, readingId: shown.id });
  if (capture.requestId !== undefined) {
    events.push({ type: 'request-done', requestId: capture.requestId, readingId: shown.id });
  }
  return ok([...events, ...alarm]);
};

/** A device could not give a reading. Two failures bring the assistant, three are told to the physician. */
export const failCapture = (
  visit: Visit,
  answer: Extract<CabinCommand, { type: 'fail-capture' }>,
): Decision => {
  const capture = askedBy(visit, answer);
  if (capture === undefined) return fail(failure('NOT_NOW', 'late failure'));
  const failures = capture.failures + 1;
  const events: EventBody[] = [{ type: 'capture-failed', captureId: capture.captureId, code: answer.code }];
  if (failures >= FAILURES_BEFORE_HELP && !isHelpOpen(visit)) events.push({ type: 'help-asked' });
  if (failures >= FAILURES_BEFORE_INCIDENT) events.push({ type: 'incident', code: answer.code });
  return ok(events);
};
