import type { Alert } from '../../vitals/alert-table.ts';
import type { EmergencyEnding, EmergencyService } from './emergency.ts';

/** What has happened in an emergency; who did it is who caused the event. */
export type EmergencyEvent =
  /** `alerts`: by values that meet the published table and are confirmed. */
  | { readonly type: 'emergency-raised'; readonly alerts?: readonly Alert[] }
  | { readonly type: 'emergency-acknowledged' }
  | { readonly type: 'emergency-called'; readonly service: EmergencyService }
  | { readonly type: 'emergency-retracted' }
  | { readonly type: 'emergency-closed'; readonly ending: EmergencyEnding };
