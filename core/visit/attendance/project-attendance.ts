import { NO_CONVERSATION } from '../conversation/conversation.ts';
import { NO_EXAMINATION } from '../examination/examination.ts';
import type { Visit } from '../visit.ts';
import { without } from '../without.ts';
import { type Attendance, mustBeReached } from './attendance.ts';

/** What the patient's screen may know: while nobody seems to be there, nothing of the person and of what they said, since anybody may read it. */
export const blanked = (visit: Visit): Visit => {
  if (visit.attendance?.state !== 'away') return visit;
  const { orientation: _where, ...closing } = visit.closing ?? {};
  return {
    ...without(without(without(visit, 'identity'), 'reason'), 'capture'),
    redFlags: [],
    readings: [],
    requests: [],
    conversation: NO_CONVERSATION,
    examination: NO_EXAMINATION,
    ...(visit.closing && { closing: { ...visit.closing, ...closing, advice: '' } }),
  };
};

/** The assistant reads whether they have to call after whoever left. `today`: ISO date. */
export const attendanceForAssistant = (
  visit: Visit,
  today: string,
): { readonly attendance?: Attendance & { readonly mustBeReached: boolean } } =>
  visit.attendance === undefined
    ? {}
    : { attendance: { ...visit.attendance, mustBeReached: mustBeReached(visit, today) } };

/** The physician is told once somebody has to look. */
export const attendanceForPhysician = ({
  attendance,
}: Visit): { readonly attendance?: 'alerted' | 'away' } =>
  attendance === undefined || attendance.state === 'asked' ? {} : { attendance: attendance.state };
