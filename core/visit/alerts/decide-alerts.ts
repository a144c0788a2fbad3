import { isConfirmed } from '../../vitals/alert-table.ts';
import type { DecisionContext } from '../decide/context.ts';
import { alarm } from '../emergency/decide-emergency.ts';
import type { EventBody } from '../events.ts';
import type { Visit } from '../visit.ts';
import { alertTableOf } from './alerts.ts';

/**
 * The emergency that a confirmed value starts in `after`, the visit as it has just become; nothing where one is going on already, and
 * nothing of a value that is not confirmed.
 */
export const alarmOverValues = (after: Visit, { now }: DecisionContext): readonly EventBody[] => {
  if (after.emergency !== undefined || after.closing !== undefined) return [];
  const table = alertTableOf(after, now.slice(0, 10));
  const confirmed = table.state === 'read' ? table.alerts.filter(isConfirmed) : [];
  return confirmed.length === 0 ? [] : alarm(after, confirmed);
};
