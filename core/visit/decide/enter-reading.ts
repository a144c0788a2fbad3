import { failure } from '../../contract/error-codes.ts';
import { fail, ok } from '../../result.ts';
import { isMeasure, KIND_VALUES } from '../../vitals/kinds.ts';
import { isPlausible } from '../../vitals/plausibility.ts';
import type { Reading } from '../../vitals/reading.ts';
import { isTakenRight } from '../../vitals/taking.ts';
import { alarmOverValues } from '../alerts/decide-alerts.ts';
import type { Command } from '../commands.ts';
import type { EventBody } from '../events.ts';
import { assistedBy, type Visit } from '../visit.ts';
import { without } from '../without.ts';
import { CAPTURE_STAGES, leaveCapture, openRequests } from './capture.ts';
import type { Decision, DecisionContext } from './context.ts';

/** A value read off another instrument, counted or asked by the assistant: marked as entered by hand, refused when it cannot be true. */
export const enterReading = (
  visit: Visit,
  { measure, values, enteredIn, taking }: Extract<Command, { type: 'enter-reading' }>,
  context: DecisionContext,
): Decision => {
  if (!CAPTURE_STAGES.includes(visit.stage)) return fail(failure('NOT_NOW'));
  const required = measure === 'oximetry' ? (['spo2'] as const) : KIND_VALUES[measure].required;
  if (required.some((key) => values[key] === undefined) || !isPlausible(values)) {
    return fail(failure('VALUE_IMPLAUSIBLE'));
  }
  if (!isTakenRight(measure, taking, values['respiratory-rate']?.value))
    return fail(failure('INVALID_MESSAGE', 'not taken as the sign asks'));
  const reading: Reading = {
    id: context.newId(),
    captureId: visit.capture?.captureId ?? context.newId(),
    measure,
    values,
    flags: [],
    origin: 'manual',
    ...(enteredIn === undefined ? {} : { enteredIn }),
    ...(taking === undefined ? {} : { taking }),
    attempt: isMeasure(measure) ? (visit.attempts[measure] ?? 1) : 1,
    conditions: {},
    ...assistedBy(visit),
    takenAt: context.now,
  };
  const replaces = visit.capture?.measure === measure;
  const running = replaces ? leaveCapture(visit) : [];
  const kept = { ...(replaces ? without(visit, 'capture') : visit), readings: [...visit.readings, reading] };
  const answered = (isMeasure(measure) ? openRequests(visit, measure) : []).map(
    ({ requestId }): EventBody => ({ type: 'request-done', requestId, readingId: reading.id }),
  );
  return ok([...running, { type: 'reading-kept', reading }, ...answered, ...alarmOverValues(kept, context)]);
};
