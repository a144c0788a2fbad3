import type { ErrorCode } from '#core/contract/error-codes.ts';
import { type InstrumentRole, roleOf } from '#core/instruments/bindings.ts';
import {
  type ExamRequest,
  isMoving,
  itemBeingTaken,
  openExam,
  wasHeard,
} from '#core/visit/examination/examination.ts';
import type { ListeningPoint } from '#core/visit/examination/targets.ts';
import type { PhysicianProjection } from '#core/visit/projections/physician.ts';
import type { SkipReason } from '#core/visit/words.ts';
import type { CallSnapshot } from '#renderer/call/call-snapshot.ts';

/** Where the request of an instrument stands, as the physician is told it. */
export type ExamState =
  | { readonly state: 'none' }
  | { readonly state: 'unavailable' }
  | { readonly state: 'asked' }
  /** The instrument is in use, and on its way to another place: nothing of the way is shown or heard. */
  | { readonly state: 'moving' }
  /** Accepted; the instrument is being opened, or its first frame or sound has not come. */
  | { readonly state: 'opening' }
  | {
      readonly state: 'live';
      readonly device: string;
      readonly simulated: boolean;
      readonly warning?: ErrorCode;
      /** It was held back or spoilt earlier in this request, and the line carries it again. */
      readonly isBack?: boolean;
    }
  /** The line does not carry its live sound: none is sent, and 15 seconds can be had whole. */
  | { readonly state: 'held' }
  /** It comes, but the decoder makes up so much of it that it is not to be judged by. */
  | { readonly state: 'spoilt'; readonly device: string; readonly simulated: boolean }
  /** A still is being taken at the camera's whole size: its moving picture rests meanwhile. */
  | { readonly state: 'taking' }
  /** It was live and nothing new comes: not to be taken for live. */
  | { readonly state: 'frozen' }
  /** The link carries nothing at the moment, or no picture. */
  | { readonly state: 'link' }
  | { readonly state: 'failed'; readonly code: ErrorCode }
  | { readonly state: 'declined'; readonly reason: SkipReason }
  | { readonly state: 'done' }
  /** The consultation is closed: nothing is asked for any more. */
  | { readonly state: 'closed' };

/** The open request of this role, if any. */
export const openExamOf = (visit: PhysicianProjection, role: InstrumentRole): ExamRequest | undefined => {
  const open = openExam(visit.examination);
  return open !== undefined && roleOf(open.target) === role ? open : undefined;
};

/** Rungs that carry no moving picture. */
const STILL_RUNGS: readonly CallSnapshot['quality']['incoming']['rung'][] = ['stills', 'audio', 'none'];

const liveState = (
  request: ExamRequest,
  call: CallSnapshot,
  framesBefore: number,
  isTaking: boolean,
): ExamState => {
  const { instrument } = request;
  if (instrument?.state === 'failed') return { state: 'failed', code: instrument.code };
  if (call.state !== 'connected') return { state: 'link' };
  if (instrument?.state !== 'live') return { state: 'opening' };
  const { device, simulated, warning } = instrument;
  const live: ExamState = { state: 'live', device, simulated, ...(warning && { warning }) };
  if (request.target.instrument === 'stethoscope') {
    if (warning === 'LISTENING_HELD') return { state: 'held' };
    switch (call.instruments.stethoscope) {
      case 'none':
        return { state: 'opening' };
      case 'spoilt':
        return { state: 'spoilt', device, simulated };
      case 'lost':
        return { state: 'frozen' };
      case 'live':
        return live;
    }
  }
  if (STILL_RUNGS.includes(call.quality.incoming.rung)) return { state: 'link' };
  if (call.instruments.examFrames <= framesBefore) return { state: 'opening' };
  if (!call.instruments.examFrozen) return live;
  return { state: isTaking ? 'taking' : 'frozen' };
};

/**
 * The state of an instrument. `framesBefore`: frames that the page had of the camera when this request began, so that the last picture of
 * an earlier one is never taken for the first of this one.
 */
export const examState = (
  role: InstrumentRole,
  visit: PhysicianProjection,
  call: CallSnapshot,
  framesBefore: number,
): ExamState => {
  if (visit.stage === 'goodbye') return { state: 'closed' };
  const open = openExamOf(visit, role);
  if (open !== undefined) {
    if (open.status.status === 'asked')
      return { state: isMoving(visit.examination, open) ? 'moving' : 'asked' };
    const isTaking = itemBeingTaken(visit.examination, open.requestId) !== undefined;
    return liveState(open, call, framesBefore, isTaking);
  }
  if (!visit.instruments.includes(role)) return { state: 'unavailable' };
  const last = visit.examination.requests.findLast(({ target }) => roleOf(target) === role);
  if (last?.status.status === 'declined' && last.status.reason !== 'not-needed')
    return { state: 'declined', reason: last.status.reason };
  return last === undefined ? { state: 'none' } : { state: 'done' };
};

/** Points that were listened to: the request is over, and the instrument was heard there. */
export const heardPoints = ({ examination }: PhysicianProjection): ReadonlySet<ListeningPoint> =>
  new Set(
    examination.requests.flatMap((request) =>
      request.target.instrument === 'stethoscope' && wasHeard(examination, request)
        ? [request.target.point]
        : [],
    ),
  );
