import { failure } from '../../contract/error-codes.ts';
import { fail, ok } from '../../result.ts';
import type { Visit } from '../visit.ts';
import { leaveCapture } from './capture.ts';
import type { Decision } from './context.ts';

const notNow = fail(failure('NOT_NOW'));
const nothing: Decision = ok([]);

/** Help asked twice is one request: the assistant has not come yet. */
export const askHelp = (visit: Visit): Decision =>
  visit.help === undefined ? ok([{ type: 'help-asked' }]) : nothing;

export const acknowledgeHelp = (visit: Visit): Decision =>
  visit.help === undefined ? notNow : ok([{ type: 'help-acknowledged' }]);

/** Works on every screen, before any identity; a running measure is stopped and the cuff released. */
export const raiseEmergency = (visit: Visit): Decision =>
  visit.emergency === undefined ? ok([...leaveCapture(visit), { type: 'emergency-raised' }]) : nothing;

export const acknowledgeEmergency = (visit: Visit): Decision =>
  visit.emergency === undefined ? notNow : ok([{ type: 'emergency-acknowledged' }]);

export const retractEmergency = (visit: Visit): Decision =>
  visit.emergency === undefined ? notNow : ok([{ type: 'emergency-retracted' }]);

export const closeEmergency = (visit: Visit, reason: string): Decision =>
  visit.emergency === undefined ? notNow : ok([{ type: 'emergency-closed', reason }]);
