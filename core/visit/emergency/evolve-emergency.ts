import { assertNever } from '../../result.ts';
import type { VisitEvent } from '../events.ts';
import type { Visit } from '../visit.ts';
import { without } from '../without.ts';
import type { Emergency } from './emergency.ts';
import type { EmergencyEvent } from './events.ts';

const change = (visit: Visit, next: (emergency: Emergency) => Partial<Emergency>): Visit =>
  visit.emergency === undefined
    ? visit
    : { ...visit, emergency: { ...visit.emergency, ...next(visit.emergency) } };

const raised = (
  visit: Visit,
  { at, by }: VisitEvent,
  { alerts }: Extract<EmergencyEvent, { type: 'emergency-raised' }>,
): Visit => {
  const common = { raisedAt: at, retracted: false, calls: [] };
  if (alerts !== undefined)
    return { ...visit, emergency: { ...common, raisedBy: 'alert-table', alerts: [...alerts] } };
  return by === 'cabin' ? visit : { ...visit, emergency: { ...common, raisedBy: by } };
};

/** The part of `evolve` that concerns emergencies. An emergency is brought by people, or by confirmed values. */
export const evolveEmergency = (visit: Visit, event: VisitEvent, body: EmergencyEvent): Visit => {
  const { at, by } = event;
  switch (body.type) {
    case 'emergency-raised':
      return raised(visit, event, body);
    case 'emergency-acknowledged':
      return change(visit, () => ({ acknowledgedAt: at }));
    case 'emergency-called':
      return by === 'assistant' || by === 'physician'
        ? change(visit, ({ calls }) => ({ calls: [...calls, { service: body.service, at, by }] }))
        : visit;
    case 'emergency-retracted':
      return change(visit, () => ({ retracted: true }));
    case 'emergency-closed': {
      const { emergency, stage } = visit;
      if (emergency === undefined || (by !== 'assistant' && by !== 'physician')) return visit;
      const over = { ...emergency, closedAt: at, closedBy: by, ending: body.ending };
      const next = {
        ...without(visit, 'emergency'),
        emergencies: [...visit.emergencies, over],
        alertsFrom: visit.readings.length,
      };
      return stage === 'red-flags' ? { ...next, redFlags: [] } : next;
    }
    default:
      return assertNever(body);
  }
};
