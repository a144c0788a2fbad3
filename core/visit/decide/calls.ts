import { failure } from '../../contract/error-codes.ts';
import { fail, ok } from '../../result.ts';
import type { EventBody } from '../events.ts';
import type { Visit } from '../visit.ts';
import { leaveCapture } from './capture.ts';
import type { Decision } from './context.ts';

const notNow = fail(failure('NOT_NOW'));
const nothing: Decision = ok([]);

/** Nobody has come yet for the help that was asked. */
export const isHelpOpen = (visit: Visit): boolean =>
  visit.help !== undefined && visit.help.acknowledgedAt === undefined;

/** Help asked twice is one request, until somebody has answered it. */
export const askHelp = (visit: Visit): Decision =>
  isHelpOpen(visit) ? nothing : ok([{ type: 'help-asked' }]);

export const acknowledgeHelp = (visit: Visit): Decision =>
  isHelpOpen(visit) ? ok([{ type: 'help-acknowledged' }]) : notNow;

/** A running measure is stopped and the cuff released; a pause is over, for the physician is to see and hear the person. */
export const alarm = (visit: Visit): readonly EventBody[] => [
  ...leaveCapture(visit),
  ...(visit.paused ? [{ type: 'resumed' } as const] : []),
  { type: 'emergency-raised' },
];

/** Works on every screen, before any identity. */
export const raiseEmergency = (visit: Visit): Decision =>
  visit.emergency === undefined ? ok(alarm(visit)) : nothing;

export const acknowledgeEmergency = (visit: Visit): Decision =>
  visit.emergency === undefined ? notNow : ok([{ type: 'emergency-acknowledged' }]);

export const retractEmergency = (visit: Visit): Decision =>
  visit.emergency === undefined ? notNow : ok([{ type: 'emergency-retracted' }]);

export const closeEmergency = (visit: Visit, reason: string): Decision =>
  visit.emergency === undefined ? notNow : ok([{ type: 'emergency-closed', reason }]);
