import type { PhysicianProjection } from '#core/visit/projections/physician.ts';

/**
 * Picture and sound go out from the patient's acknowledgement of the card to the end of the consultation, and at no other time: in a pause
 * nobody sees or hears anybody.
 */
export const maySendMedia = (projection: PhysicianProjection | undefined): boolean =>
  projection?.cardAcknowledged === true && projection.stage !== 'goodbye' && !projection.paused;
