import { failure } from '../../contract/error-codes.ts';
import { assertNever, fail, ok } from '../../result.ts';
import type { Alert } from '../../vitals/alert-table.ts';
import { leaveCapture } from '../decide/capture.ts';
import type { Decision } from '../decide/context.ts';
import type { EventBody } from '../events.ts';
import { endPrivacy } from '../privacy/decide-privacy.ts';
import type { Visit } from '../visit.ts';
import type { EmergencyCommand } from './commands.ts';

/**
 * A running measure is stopped and the cuff released; a pause is over, for the physician is to see and hear the person. `alerts`: the
 * confirmed values that raise it, where nobody has.
 */
export const alarm = (visit: Visit, alerts: readonly Alert[] = []): readonly EventBody[] => [
  ...leaveCapture(visit),
  ...endPrivacy(visit, 'emergency'),
  ...(visit.paused ? [{ type: 'resumed' } as const] : []),
  { type: 'emergency-raised', ...(alerts.length === 0 ? {} : { alerts }) },
];

/** Raising works on every screen, before any identity; all else is said of an emergency that is not over (`NOT_NOW`). */
export const decideEmergency = (visit: Visit, command: EmergencyCommand): Decision => {
  if (command.type === 'raise-emergency') return ok(visit.emergency === undefined ? alarm(visit) : []);
  if (visit.emergency === undefined) return fail(failure('NOT_NOW'));
  switch (command.type) {
    case 'acknowledge-emergency':
      return ok([{ type: 'emergency-acknowledged' }]);
    case 'note-emergency-call':
      return ok([{ type: 'emergency-called', service: command.service }]);
    case 'retract-emergency':
      return ok([{ type: 'emergency-retracted' }]);
    case 'close-emergency':
      return ok([{ type: 'emergency-closed', ending: command.ending }]);
    default:
      return assertNever(command);
  }
};

/**
 * A physician leaves nobody in an emergency: they close with whom the person was handed over to (`HANDED_OVER_MISSING` without), which ends
 * it.
 */
export const endWithPhysician = (visit: Visit, handedOverTo: string | undefined): Decision => {
  if (visit.emergency === undefined) return ok([]);
  if (handedOverTo === undefined) return fail(failure('HANDED_OVER_MISSING'));
  return ok([{ type: 'emergency-closed', ending: { ending: 'handed-over', to: handedOverTo } }]);
};
