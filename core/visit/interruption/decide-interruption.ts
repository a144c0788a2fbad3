import { type ErrorCode, failure } from '../../contract/error-codes.ts';
import { fail, ok } from '../../result.ts';
import { leaveWithPhysician } from '../company/decide-company.ts';
import type { Decision } from '../decide/context.ts';
import type { EventBody } from '../events.ts';
import { endExam } from '../examination/decide-exam.ts';
import { dropPapers } from '../papers/decide-papers.ts';
import { endPrivacy } from '../privacy/decide-privacy.ts';
import type { Visit } from '../visit.ts';
import type { InterruptionCommand } from './commands.ts';
import type { InterruptionCause, LineChoice } from './interruption.ts';

const notNow = fail(failure('NOT_NOW'));
const nothing: Decision = ok([]);

/** The visit goes on without its physician: unless they had closed, the patient is back in the queue and will see a new card. */
export const partWithPhysician = (visit: Visit, cause: InterruptionCause): readonly EventBody[] => [
  ...endExam(visit),
  ...leaveWithPhysician(visit),
  ...endPrivacy(visit, 'physician-gone'),
  ...dropPapers(visit),
  { type: 'claim-lost', cause },
  ...(visit.stage === 'call' || visit.stage === 'physician-card'
    ? [{ type: 'stage-entered', stage: 'waiting' } as const]
    : []),
];

/** The physician is gone for good, or gave the patient back. */
export const loseClaim = (visit: Visit, cause: InterruptionCause): Decision =>
  visit.claim === undefined ? nothing : ok(partWithPhysician(visit, cause));

export const notePhysicianPresence = (visit: Visit, away: boolean): Decision => {
  if (visit.claim === undefined || (visit.claim.absence !== undefined) === away) return nothing;
  const incident: readonly EventBody[] =
    away && visit.stage === 'call' ? [{ type: 'incident', code: 'CALL_LOST' }] : [];
  return ok([{ type: 'physician-presence', away }, ...incident]);
};

/** Only of a consultation that has begun: before it the queue takes over by itself within seconds. */
export const askAboutAbsence = (visit: Visit): Decision =>
  visit.stage === 'call' && visit.claim?.absence?.answer === 'not-asked'
    ? ok([{ type: 'absence-asked' }])
    : nothing;

/** Patient or assistant choose once they were asked, and may choose anew while the physician stays away. */
export const answerAbsence = (
  visit: Visit,
  { answer }: Extract<InterruptionCommand, { type: 'answer-absence' }>,
): Decision => {
  const absence = visit.claim?.absence;
  if (visit.stage !== 'call' || absence === undefined || absence.answer === 'not-asked') return notNow;
  if (answer === 'queue') return ok(partWithPhysician(visit, 'physician-gone'));
  if (answer === absence.answer) return nothing;
  const answered: EventBody = { type: 'absence-answered', answer };
  return ok(answer === 'telephone' ? [answered, { type: 'incident', code: 'CALL_TELEPHONED' }] : [answered]);
};

/** Nobody is asked who is away: what they would choose about is over then, or asked of the others. */
export const askAboutLine = (visit: Visit): Decision => {
  const { stage, claim, weakLine } = visit;
  const canAnswer = stage === 'call' && claim !== undefined && claim.absence === undefined;
  return canAnswer && weakLine === undefined ? ok([{ type: 'line-asked' }]) : nothing;
};

export const noteLineRecovered = (visit: Visit): Decision =>
  visit.weakLine === undefined ? nothing : ok([{ type: 'line-recovered' }]);

const LINE_INCIDENTS = {
  'go-on': 'LINE_CONTINUED',
  telephone: 'CALL_TELEPHONED',
} as const satisfies Record<LineChoice, ErrorCode>;

/** The physician's choice is a technical incident of the record. Nobody is given back in an emergency: its physician stays. */
export const answerLine = (
  visit: Visit,
  { answer }: Extract<InterruptionCommand, { type: 'answer-line' }>,
): Decision => {
  const { stage, weakLine, emergency } = visit;
  if (stage !== 'call' || weakLine === undefined) return notNow;
  if (answer === 'postpone')
    return emergency === undefined
      ? ok([{ type: 'incident', code: 'LINE_POSTPONED' }, ...partWithPhysician(visit, 'line')])
      : notNow;
  if (answer === weakLine.answer) return nothing;
  return ok([
    { type: 'line-answered', answer },
    { type: 'incident', code: LINE_INCIDENTS[answer] },
  ]);
};
