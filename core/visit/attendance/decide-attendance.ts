import { failure } from '../../contract/error-codes.ts';
import { assertNever, fail, ok } from '../../result.ts';
import type { CommandType } from '../commands.ts';
import type { Decision, DecisionContext } from '../decide/context.ts';
import { leave } from '../decide/journey.ts';
import type { Visit } from '../visit.ts';
import { type Attendance, mustBeReached, quietOf } from './attendance.ts';
import type { AttendanceCommand } from './commands.ts';

const nothing: Decision = ok([]);
const notNow = fail(failure('NOT_NOW'));

/** What somebody who sits down before a blanked screen can still do: call. Whose visit it is, they are not to see or to change. */
const BEFORE_A_BLANK_SCREEN: readonly CommandType[] = [
  'ask-help',
  'raise-emergency',
  'retract-emergency',
  'choose-language',
];
export const worksWhileAway = (type: CommandType): boolean => BEFORE_A_BLANK_SCREEN.includes(type);

export const decideAttendance = (
  visit: Visit,
  command: AttendanceCommand,
  { by, now }: DecisionContext,
): Decision => {
  if (visit.stage === 'welcome') return notNow;
  switch (command.type) {
    case 'give-sign':
      return visit.attendance?.state === 'away' && by === 'patient' ? notNow : ok([{ type: 'sign-given' }]);
    case 'note-departure': {
      if (command.reach === undefined && mustBeReached(visit, now.slice(0, 10)))
        return fail(failure('PATIENT_NOT_CALLED'));
      const left = leave(visit);
      const { reach } = command;
      return left.ok ? ok([{ type: 'departure-noted', ...(reach && { reach }) }, ...left.value]) : left;
    }
    default:
      return assertNever(command);
  }
};

const BEFORE = {
  asked: undefined,
  alerted: 'asked',
  away: 'alerted',
  over: 'away',
} as const satisfies Record<Attendance['state'] | 'over', Attendance['state'] | undefined>;

/**
 * Nobody has given a sign for longer still. One step at a time, and only while nobody is with them; at the end the visit is over as if they
 * had left. A record that has not left the cabin is waited for.
 */
export const doubtAttendance = (visit: Visit, to: Attendance['state'] | 'over'): Decision => {
  if (quietOf(visit) === undefined || visit.attendance?.state !== BEFORE[to]) return nothing;
  return to === 'over' ? leave(visit) : ok([{ type: 'attendance-doubted', state: to }]);
};
