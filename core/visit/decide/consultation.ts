import { failure } from '../../contract/error-codes.ts';
import type { Equipment } from '../../opening/equipment.ts';
import { fail, ok } from '../../result.ts';
import type { CabinCommand } from '../cabin-commands.ts';
import { closingOf } from '../closing/decide-closing.ts';
import type { Command } from '../commands.ts';
import { endCompany } from '../company/decide-company.ts';
import { endWithPhysician } from '../emergency/decide-emergency.ts';
import type { EventBody } from '../events.ts';
import { endExam } from '../examination/decide-exam.ts';
import { papersAllowClosing } from '../papers/decide-papers.ts';
import { endPrivacy } from '../privacy/decide-privacy.ts';
import { isCapturing, type Visit } from '../visit.ts';
import type { SkipReason, Stage } from '../words.ts';
import { leaveCapture, leaveKept, startCapture } from './capture.ts';
import type { Decision, DecisionContext } from './context.ts';

const notNow = fail(failure('NOT_NOW'));
const closed = fail(failure('CONSULTATION_CLOSED'));
const nothing: Decision = ok([]);
const enter = (stage: Stage): EventBody => ({ type: 'stage-entered', stage });
type Of<Type extends Command['type']> = Extract<Command, { type: Type }>;

/** The first physician to claim the ticket; the patient is shown the card once no measure is running. */
export const grantClaim = (
  visit: Visit,
  { physicianId, card }: Extract<CabinCommand, { type: 'grant-claim' }>,
): Decision => {
  if (visit.ticket === undefined || visit.closing !== undefined) return fail(failure('TICKET_GONE'));
  if (visit.claim !== undefined) return fail(failure('ALREADY_TAKEN'));
  const claimed: EventBody = { type: 'claimed', physicianId, card };
  return visit.stage === 'waiting' && !isCapturing(visit)
    ? ok([claimed, enter('physician-card')])
    : ok([claimed]);
};

/** The last spell of a call is told once its physician is gone; after closing, the record has left. */
export const noteSpell = (
  visit: Visit,
  { spell }: Extract<CabinCommand, { type: 'note-spell' }>,
): Decision =>
  visit.closing === undefined && visit.ticket !== undefined
    ? ok([{ type: 'call-measured', spell }])
    : nothing;

/** Kept once: what comes back in the middle of a consultation was missing all the same. */
export const noteMissingEquipment = (visit: Visit, missing: readonly Equipment[]): Decision => {
  const fresh = missing.filter((one) => !visit.missedEquipment.includes(one));
  if (visit.claim === undefined || visit.closing !== undefined || fresh.length === 0) return nothing;
  return ok([{ type: 'equipment-missed', missing: fresh }]);
};

/** The patient has read who the physician is: only now do picture and sound start. Who wants nobody else there begins by saying so. */
export const acknowledgePhysician = (visit: Visit): Decision => {
  if (visit.stage !== 'physician-card' || visit.claim === undefined) return notNow;
  const alone: readonly EventBody[] =
    visit.consents['assistant-present'] || visit.emergency !== undefined
      ? []
      : [{ type: 'private-talk-asked', by: 'patient' }];
  return ok([{ type: 'physician-acknowledged' }, enter('call'), ...alone]);
};

/**
 * One request for one measure at a time; the same request sent again over a reconnect is the same request. In the call it takes the
 * place of a reading that is kept; before it, the guide goes on from there.
 */
export const requestMeasure = (visit: Visit, { requestId, measure }: Of<'request-measure'>): Decision => {
  if (visit.closing !== undefined) return closed;
  if (visit.claim === undefined) return notNow;
  if (visit.requests.some((request) => request.requestId === requestId)) return nothing;
  const open = visit.requests.some(
    (request) =>
      request.measure === measure &&
      (request.status.status === 'asked' || request.status.status === 'accepted'),
  );
  if (open) return notNow;
  const over = visit.stage === 'call' ? leaveKept(visit) : [];
  return ok([...over, { type: 'measure-requested', requestId, measure }]);
};

const openRequest = (visit: Visit, requestId: string) =>
  visit.requests.find(
    (request) =>
      request.requestId === requestId &&
      (request.status.status === 'asked' || request.status.status === 'accepted'),
  );

/** The assistant takes the task: the patient is guided at once, unless another measure is running. */
export const acceptTask = (visit: Visit, requestId: string, context: DecisionContext): Decision => {
  const request = openRequest(visit, requestId);
  if (request === undefined) return notNow;
  const started = startCapture(visit, request.measure, context);
  if (started.ok) return started;
  return request.status.status === 'asked' ? ok([{ type: 'request-accepted', requestId }]) : notNow;
};

export const declineTask = (visit: Visit, requestId: string, reason: SkipReason): Decision => {
  if (openRequest(visit, requestId) === undefined) return notNow;
  const running = visit.capture?.requestId === requestId ? leaveCapture(visit) : [];
  return ok([...running, { type: 'request-declined', requestId, reason }]);
};

const withNotes = (visit: Visit, text: string): readonly EventBody[] =>
  text === visit.notes ? [] : [{ type: 'notes-saved', text }];

export const saveNotes = (visit: Visit, text: string): Decision => {
  if (visit.closing !== undefined) return closed;
  return visit.claim === undefined ? notNow : ok(withNotes(visit, text));
};

/** Closing needs what `closingOf` asks for and brings the notes; the record leaves at once, then the patient is free to go. */
export const closeConsultation = (visit: Visit, command: Of<'close-consultation'>): Decision => {
  if (visit.closing !== undefined) return closed;
  if (visit.stage !== 'call') return notNow;
  if (!papersAllowClosing(visit)) return fail(failure('PAPER_ON_THE_WAY'));
  const { type: _type, notes, handedOverTo, ...words } = command;
  const closing = closingOf(visit, words);
  if (!closing.ok) return closing;
  const emergency = endWithPhysician(visit, handedOverTo);
  if (!emergency.ok) return emergency;
  const declined = visit.requests
    .filter(({ status }) => status.status === 'asked' || status.status === 'accepted')
    .map(({ requestId }): EventBody => ({ type: 'request-declined', requestId, reason: 'not-needed' }));
  return ok([
    ...leaveCapture(visit),
    ...endExam(visit),
    ...endCompany(visit),
    ...endPrivacy(visit, 'closed'),
    ...declined,
    ...withNotes(visit, notes),
    ...emergency.value,
    { type: 'consultation-closed', ...closing.value },
    enter('goodbye'),
    { type: 'handover-started' },
  ]);
};

export const retryHandover = (visit: Visit): Decision =>
  visit.handover.state === 'failed' ? ok([{ type: 'handover-started' }]) : notNow;
