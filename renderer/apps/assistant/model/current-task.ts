import { type InstrumentRole, roleOf } from '#core/instruments/bindings.ts';
import { toConfirm } from '#core/visit/alerts/alerts.ts';
import type { Emergency } from '#core/visit/emergency/emergency.ts';
import { type ExamRequest, openExam } from '#core/visit/examination/examination.ts';
import type { Absence } from '#core/visit/interruption/interruption.ts';
import type { Privacy } from '#core/visit/privacy/privacy.ts';
import type { AssistantProjection } from '#core/visit/projections/assistant.ts';
import type { CaptureView, RequestView } from '#core/visit/projections/shared.ts';
import type { Stage } from '#core/visit/words.ts';
import type { Measure } from '#core/vitals/kinds.ts';

/** The one thing that the big card is about. */
export type CurrentTask =
  | { readonly task: 'emergency'; readonly emergency: Emergency }
  /** Nobody answers the patient's screen. */
  | { readonly task: 'attendance'; readonly attendance: NonNullable<AssistantProjection['attendance']> }
  | { readonly task: 'paused' }
  /** The physician does not come back. */
  | { readonly task: 'absence'; readonly absence: Absence }
  /** Patient or physician wish to talk alone. */
  | { readonly task: 'privacy'; readonly wish: Extract<Privacy, { state: 'asked' }> }
  /** A measure: asked for by the physician, running, or both. */
  | {
      readonly task: 'measure';
      readonly measure: Measure;
      readonly request?: RequestView;
      readonly capture?: CaptureView;
      /** Requests of the physician that wait behind this one. */
      readonly waiting: number;
    }
  /** An instrument of the call: asked for, or in use. */
  | { readonly task: 'exam'; readonly request: ExamRequest }
  /** Nobody asks: the step of the visit, where the assistant may answer for the person. */
  | { readonly task: 'step'; readonly stage: Stage };

const isOpen = ({ status }: RequestView): boolean =>
  status.status === 'asked' || status.status === 'accepted';

/** What the assistant should deal with first: danger, a pause, the measure that runs or failed, a physician who is lost, an examination, then measures, then the step. */
export const currentTask = (visit: AssistantProjection): CurrentTask => {
  if (visit.emergency !== undefined) return { task: 'emergency', emergency: visit.emergency };
  if (visit.attendance !== undefined && visit.attendance.state !== 'asked')
    return { task: 'attendance', attendance: visit.attendance };
  if (visit.paused) return { task: 'paused' };
  const open = visit.requests.filter(isOpen);
  const exam = openExam(visit.examination);
  const { capture } = visit;
  // A kept reading asks for nothing more, and stays in the list: whoever asks for something goes first.
  const isOver = capture?.phase.phase === 'kept' && (exam !== undefined || open.length > 0);
  if (capture !== undefined && !isOver) {
    const request = open.find(({ requestId }) => requestId === capture.requestId);
    const waiting = open.length - (request === undefined ? 0 : 1);
    return {
      task: 'measure',
      measure: capture.measure,
      capture,
      waiting,
      ...(request === undefined ? {} : { request }),
    };
  }
  const { absence } = visit;
  if (visit.stage === 'call' && absence !== undefined && absence.answer !== 'not-asked')
    return { task: 'absence', absence };
  if (visit.privacy?.state === 'asked') return { task: 'privacy', wish: visit.privacy };
  const [request] = open;
  if (exam !== undefined) return { task: 'exam', request: exam };
  if (request === undefined || visit.stage === 'physician-card') return { task: 'step', stage: visit.stage };
  return { task: 'measure', measure: request.measure, request, waiting: open.length - 1 };
};

const MEASURING: readonly Stage[] = ['measures', 'waiting', 'call'];

/** Why somebody needs the assistant now. */
export type Need =
  | { readonly need: 'none' }
  | { readonly need: 'emergency' }
  | { readonly need: 'help' }
  | { readonly need: 'attendance' }
  | { readonly need: 'absence' }
  | { readonly need: 'privacy' }
  | { readonly need: 'handover' }
  /** A paper is not in the patient's hands. */
  | { readonly need: 'papers' }
  | { readonly need: 'request'; readonly measure: Measure }
  | { readonly need: 'exam'; readonly role: InstrumentRole }
  | { readonly need: 'failed-capture' }
  /** A value meets the published table once, or is unusual. */
  | { readonly need: 'to-confirm' }
  | { readonly need: 'identity' };

/** The most pressing reason, or none. */
export const currentNeed = (visit: AssistantProjection): Need => {
  if (visit.emergency !== undefined) return { need: 'emergency' };
  if (visit.help !== undefined && visit.help.acknowledgedAt === undefined) return { need: 'help' };
  if (visit.attendance !== undefined && visit.attendance.state !== 'asked') return { need: 'attendance' };
  if (visit.stage === 'call' && visit.absence?.answer === 'asked') return { need: 'absence' };
  if (visit.privacy?.state === 'asked') return { need: 'privacy' };
  if (visit.stage === 'goodbye' && !['over', 'printing'].includes(visit.papers.step))
    return { need: 'papers' };
  if (visit.handover.state === 'failed') return { need: 'handover' };
  const request = visit.requests.find(isOpen);
  if (request !== undefined) return { need: 'request', measure: request.measure };
  const exam = openExam(visit.examination);
  if (exam !== undefined) return { need: 'exam', role: roleOf(exam.target) };
  if (visit.capture?.phase.phase === 'failed') return { need: 'failed-capture' };
  if (MEASURING.includes(visit.stage) && toConfirm(visit.alertTable, visit.unusual).length > 0)
    return { need: 'to-confirm' };
  return visit.stage === 'identity' ? { need: 'identity' } : { need: 'none' };
};

/** What rings on the staff side until it is acknowledged; the patient never hears it. */
/** `help-again`: it was asked a while ago, and nobody has answered. */
export type Alert = 'none' | 'help' | 'help-again' | 'emergency';

export const currentAlert = ({
  emergency,
  help,
  attendance,
  interruptedVisit,
}: Partial<Pick<AssistantProjection, 'emergency' | 'help' | 'attendance' | 'interruptedVisit'>>): Alert => {
  if (emergency !== undefined && emergency.acknowledgedAt === undefined) return 'emergency';
  // Somebody may be alone in the dark.
  if (interruptedVisit !== undefined) return 'help-again';
  if (attendance?.state === 'alerted') return 'help';
  if (help === undefined || help.acknowledgedAt !== undefined) return 'none';
  return help.step === 'asked' ? 'help' : 'help-again';
};
