import type { VisitEvent } from '../events.ts';
import type { Visit } from '../visit.ts';
import { without } from '../without.ts';
import type { AttendanceEvent } from './events.ts';

/** The part of `evolve` that is about who is there. */
export const evolveAttendance = (visit: Visit, { at }: VisitEvent, body: AttendanceEvent): Visit => {
  switch (body.type) {
    case 'attendance-doubted':
      return { ...visit, attendance: { state: body.state, since: at } };
    case 'sign-given':
    case 'departure-noted':
      return without(visit, 'attendance');
  }
};

/** Whether an event shows that somebody is there, or that a human is called to them. Over a blanked screen a touch may be anybody's. */
const isSign = ({ attendance }: Visit, { by, body }: VisitEvent): boolean =>
  body.type === 'emergency-raised' ||
  (attendance?.state !== 'away' && (by === 'patient' || body.type === 'reading-kept'));

/** Takes a doubt away that an event has answered. */
export const withoutDoubt = (before: Visit, after: Visit, event: VisitEvent): Visit =>
  before.attendance !== undefined && isSign(before, event) ? without(after, 'attendance') : after;
