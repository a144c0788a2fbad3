import type { EmergencyEnding, EmergencyService } from './emergency.ts';

/** What has happened in an emergency; who did it is who caused the event. */
export type EmergencyEvent =
  | { readonly type: 'emergency-raised' }
  | { readonly type: 'emergency-acknowledged' }
  | { readonly type: 'emergency-called'; readonly service: EmergencyService }
  | { readonly type: 'emergency-retracted' }
  | { readonly type: 'emergency-closed'; readonly ending: EmergencyEnding };
