import { failure } from '../../contract/error-codes.ts';
import { ageInYears } from '../../identity/identity.ts';
import { isMinor } from '../../identity/particulars.ts';
import { fail, ok } from '../../result.ts';
import { alarmOverValues } from '../alerts/decide-alerts.ts';
import type { Command } from '../commands.ts';
import { endCompany } from '../company/decide-company.ts';
import type { EventBody } from '../events.ts';
import { papersAllowEnd } from '../papers/decide-papers.ts';
import { assistantOf, isCapturing, type Visit } from '../visit.ts';
import type { Assistant, Stage } from '../words.ts';
import { leaveCapture } from './capture.ts';
import type { Decision, DecisionContext } from './context.ts';
import { closedEndingOf, endingOf } from './ending.ts';

const notNow = fail(failure('NOT_NOW'));
const enter = (stage: Stage): EventBody => ({ type: 'stage-entered', stage });
type Of<Type extends Command['type']> = Extract<Command, { type: Type }>;

/** No visit without a responsible person who is signed in (HAS, recommendation on places of teleconsultation, 2024). */
export const startVisit = (visit: Visit, { assistant, closed }: DecisionContext): Decision => {
  if (visit.stage !== 'welcome') return notNow;
  if (assistant === undefined || closed !== undefined) return fail(failure('CABIN_CLOSED', closed));
  return ok([{ type: 'visit-started', assistant }, enter('red-flags')]);
};

/** Another person takes the duty over while the patient is there. */
export const relieveAssistant = (visit: Visit, assistant: Assistant): Decision =>
  visit.stage === 'welcome' || assistantOf(visit)?.name === assistant.name
    ? ok([])
    : ok([{ type: 'assistant-relieved', assistant }]);

/** Any sign brings a human at once; the ordinary path waits. */
export const answerRedFlags = (visit: Visit, { flags }: Of<'answer-red-flags'>): Decision => {
  if (visit.stage !== 'red-flags' || visit.emergency !== undefined) return notNow;
  const answered: EventBody = { type: 'red-flags-answered', flags };
  return flags.length === 0
    ? ok([answered, enter('capabilities')])
    : ok([answered, { type: 'emergency-raised' }]);
};

export const acknowledgeCapabilities = (visit: Visit): Decision =>
  visit.stage === 'capabilities' ? ok([enter('identity')]) : notNow;

/** Typed once, corrected at any moment before the consultation is closed. */
export const enterIdentity = (
  visit: Visit,
  { identity }: Of<'enter-identity'>,
  context: DecisionContext,
): Decision => {
  const early: readonly Stage[] = ['welcome', 'red-flags', 'capabilities', 'goodbye'];
  if (early.includes(visit.stage)) return notNow;
  if (ageInYears(identity.birthDate, context.now.slice(0, 10)) === undefined) {
    return fail(failure('VALUE_IMPLAUSIBLE', 'birth date in the future'));
  }
  const entered: EventBody = { type: 'identity-entered', identity };
  return ok(
    visit.stage === 'identity'
      ? [entered, enter('consents')]
      : [entered, ...alarmOverValues({ ...visit, identity }, context)],
  );
};

/** Before the identity there is nobody to note anything of; after closing the record has left. */
export const noteParticulars = (
  visit: Visit,
  { particulars }: Of<'note-particulars'>,
  context: DecisionContext,
): Decision =>
  visit.identity === undefined || visit.closing !== undefined
    ? notNow
    : ok([
        { type: 'particulars-noted', particulars },
        ...alarmOverValues({ ...visit, particulars }, context),
      ]);

const isMinorOn = ({ identity }: Visit, { now }: DecisionContext): boolean =>
  identity !== undefined && isMinor(identity, now.slice(0, 10));

/** The queue opens with the reason: the patient waits while the measures are taken. */
export const giveReason = (
  visit: Visit,
  { reason }: Of<'give-reason'>,
  context: DecisionContext,
): Decision => {
  if (visit.stage !== 'reason') return notNow;
  if (reason.pictures.length === 0 && reason.text === '')
    return fail(failure('INVALID_MESSAGE', 'empty reason'));
  // Rights of a minor are exercised by the holder of parental authority.
  if (isMinorOn(visit, context) && visit.particulars.guardian === undefined)
    return fail(failure('GUARDIAN_MISSING'));
  return ok([
    { type: 'reason-given', reason },
    { type: 'ticket-opened', ticketId: context.newId() },
    enter('measures'),
  ]);
};

const PREVIOUS: Partial<Record<Stage, Stage>> = {
  'red-flags': 'welcome',
  capabilities: 'red-flags',
  identity: 'capabilities',
  consents: 'identity',
  declined: 'consents',
  reason: 'consents',
};

export const goBack = (visit: Visit): Decision => {
  const previous = PREVIOUS[visit.stage];
  return previous === undefined || visit.emergency !== undefined ? notNow : ok([enter(previous)]);
};

/** Leaves the capture screen: to the wait, or to the physician who is already there. */
export const finishMeasures = (visit: Visit): Decision => {
  if (isCapturing(visit)) return notNow;
  if (visit.stage === 'call' || visit.stage === 'physician-card') return ok(leaveCapture(visit));
  if (visit.stage !== 'measures' && visit.stage !== 'waiting') return notNow;
  return ok([...leaveCapture(visit), enter(visit.claim === undefined ? 'waiting' : 'physician-card')]);
};

/** A pause releases the cuff; everything else stays as it was. In an emergency nobody is to be out of sight. */
export const pause = (visit: Visit): Decision => {
  if (visit.paused || visit.stage === 'welcome' || visit.emergency !== undefined) return notNow;
  const stopped = isCapturing(visit) ? leaveCapture(visit) : [];
  return ok([...stopped, { type: 'paused' }]);
};

export const resume = (visit: Visit): Decision => (visit.paused ? ok([{ type: 'resumed' }]) : notNow);

/**
 * The patient leaves: everything is erased, nothing is handed over. Of a consultation that the physician has closed the record is due: who
 * goes then ends the visit as it would have ended.
 */
export const leave = (visit: Visit): Decision => {
  if (visit.stage === 'welcome') return notNow;
  if (visit.closing !== undefined) return finishVisit(visit);
  return ok([
    ...leaveCapture(visit),
    ...endCompany(visit),
    { type: 'visit-ended', outcome: endingOf(visit) },
  ]);
};

/** The end: refused while a paper is not dealt with, or the record has not left the cabin, so that nothing is lost. */
export const finishVisit = (visit: Visit): Decision => {
  if (visit.stage === 'declined') return ok([{ type: 'visit-ended', outcome: endingOf(visit) }]);
  if (visit.stage !== 'goodbye') return notNow;
  if (!papersAllowEnd(visit)) return fail(failure('PAPERS_WAITING'));
  return visit.handover.state === 'written'
    ? ok([{ type: 'visit-ended', outcome: closedEndingOf(visit) }])
    : fail(failure('HANDOVER_FAILED'));
};
