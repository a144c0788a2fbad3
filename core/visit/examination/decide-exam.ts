import { failure } from '../../contract/error-codes.ts';
import { roleOf } from '../../instruments/bindings.ts';
import { assertNever, fail, ok } from '../../result.ts';
import { leaveKept } from '../decide/capture.ts';
import type { Decision } from '../decide/context.ts';
import type { EventBody } from '../events.ts';
import type { Visit } from '../visit.ts';
import type { ExamCommand } from './commands.ts';
import { type ExamItem, openExam } from './examination.ts';
import { isSamePlace } from './skin-places.ts';
import { isSameTarget } from './targets.ts';

/** Clips and stills of one visit: more would not be looked at, and would fill the memory of the physician's page. */
const MOST_ITEMS = 40;

const notNow = fail(failure('NOT_NOW'));
const nothing: Decision = ok([]);
type Of<Type extends ExamCommand['type']> = Extract<ExamCommand, { type: Type }>;

/** Ends what is open, when the physician goes or closes: the instrument goes off. */
export const endExam = (visit: Visit): readonly EventBody[] => {
  const open = openExam(visit.examination);
  if (open === undefined) return [];
  const { requestId } = open;
  const pending = visit.examination.items
    .filter((item) => item.requestId === requestId && item.state.state === 'asked')
    .map(({ itemId }): EventBody => ({ type: 'exam-item-failed', itemId, code: 'CAPTURE_STOPPED' }));
  const ended: EventBody =
    open.status.status === 'accepted'
      ? { type: 'exam-finished', requestId }
      : { type: 'exam-declined', requestId, reason: 'not-needed' };
  return [...pending, ended];
};

/**
 * One request at a time. Another point or side is off until the assistant says that the instrument is there: what is heard on the way would
 * else bear the name of a place where nothing has been put yet.
 */
const request = (visit: Visit, { requestId, target }: Of<'request-exam'>): Decision => {
  if (visit.stage !== 'call' || visit.claim === undefined || visit.closing !== undefined) return notNow;
  if (visit.examination.requests.some((known) => known.requestId === requestId)) return nothing;
  const before = openExam(visit.examination);
  const inHand = before?.status.status === 'accepted' && isSameTarget(before.target, target);
  return ok([...endExam(visit), ...leaveKept(visit), { type: 'exam-requested', requestId, target, inHand }]);
};

const take = (visit: Visit, { itemId, requestId }: Of<'take-exam-item'>): Decision => {
  const { items } = visit.examination;
  if (items.some((item) => item.itemId === itemId)) return nothing;
  const open = openExam(visit.examination);
  if (open?.requestId !== requestId || open.status.status !== 'accepted') return notNow;
  // The stethoscope yields one clip at a time.
  const isTaking = items.some((item) => item.requestId === requestId && item.state.state === 'asked');
  if (isTaking) return notNow;
  if (items.length >= MOST_ITEMS) return fail(failure('TRANSFER_FULL'));
  return ok([{ type: 'exam-item-asked', itemId, requestId }]);
};

const reportItem = (item: ExamItem | undefined, { itemId, report }: Of<'report-exam-item'>): Decision => {
  if (item === undefined) return notNow;
  switch (report.report) {
    case 'again':
      return item.state.state === 'asked' ? ok([{ type: 'exam-item-again', itemId }]) : nothing;
    case 'taken':
      return item.state.state === 'asked'
        ? ok([{ type: 'exam-item-taken', itemId, taken: report.taken }])
        : nothing;
    case 'delivered':
      return item.state.state === 'taken' ? ok([{ type: 'exam-item-delivered', itemId }]) : nothing;
    case 'failed':
      return item.state.state === 'asked' || item.state.state === 'taken'
        ? ok([{ type: 'exam-item-failed', itemId, code: report.code }])
        : nothing;
    default:
      return assertNever(report);
  }
};

/** What the window says of an instrument, while it is asked for; a failure is a technical incident, once each time it comes. */
const reportInstrument = (visit: Visit, { requestId, status }: Of<'report-instrument'>): Decision => {
  const open = openExam(visit.examination);
  if (open?.requestId !== requestId) return nothing;
  const before = open.instrument;
  const code = status.state === 'failed' ? status.code : status.state === 'live' ? status.warning : undefined;
  const codeBefore =
    before?.state === 'failed' ? before.code : before?.state === 'live' ? before.warning : undefined;
  const isIncident = code !== undefined && code !== codeBefore && code !== 'INSTRUMENT_AMBIGUOUS';
  return ok([
    { type: 'instrument-reported', requestId, status },
    ...(isIncident ? [{ type: 'incident', code } as const] : []),
  ]);
};

const chooseInstrument = (visit: Visit, { requestId, deviceId }: Of<'choose-instrument'>): Decision => {
  const open = openExam(visit.examination);
  if (open?.requestId !== requestId || open.instrument?.state !== 'failed') return notNow;
  if (!open.instrument.candidates.some((candidate) => candidate.deviceId === deviceId)) return notNow;
  return ok([{ type: 'instrument-chosen', role: roleOf(open.target), deviceId }]);
};

const correctPlace = (visit: Visit, { requestId, place }: Of<'correct-exam-place'>): Decision => {
  const open = openExam(visit.examination);
  if (open?.requestId !== requestId || open.target.instrument !== 'exam-camera') return notNow;
  if (open.target.site !== 'skin') return notNow;
  return isSamePlace(open.target.place, place)
    ? nothing
    : ok([{ type: 'exam-place-corrected', requestId, place }]);
};

/** Decides on a command about the instruments of the call. Pure. */
export const decideExam = (visit: Visit, command: ExamCommand): Decision => {
  const open = openExam(visit.examination);
  const itemOf = (itemId: string) => visit.examination.items.find((item) => item.itemId === itemId);
  switch (command.type) {
    case 'request-exam':
      return request(visit, command);
    case 'accept-exam':
      return open?.requestId === command.requestId && open.status.status === 'asked'
        ? ok([...leaveKept(visit), { type: 'exam-accepted', requestId: open.requestId }])
        : notNow;
    case 'decline-exam':
      return open?.requestId === command.requestId
        ? ok([{ type: 'exam-declined', requestId: open.requestId, reason: command.reason }])
        : notNow;
    case 'correct-exam-place':
      return correctPlace(visit, command);
    case 'finish-exam':
      return open?.requestId === command.requestId ? ok(endExam(visit)) : nothing;
    case 'take-exam-item':
      return take(visit, command);
    case 'report-instrument':
      return reportInstrument(visit, command);
    case 'choose-instrument':
      return chooseInstrument(visit, command);
    case 'report-exam-item':
      return reportItem(itemOf(command.itemId), command);
    case 'discard-exam-item': {
      const item = itemOf(command.itemId);
      if (item === undefined || visit.closing !== undefined) return notNow;
      return item.state.state === 'discarded'
        ? nothing
        : ok([{ type: 'exam-item-discarded', itemId: command.itemId }]);
    }
    default:
      return assertNever(command);
  }
};
