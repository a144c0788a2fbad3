import type { Visit } from './visit.ts';

/** The visit in which the physician who holds it has asked for something by this id. */
export const withAsker = (visit: Visit, requestId: string): Visit =>
  visit.claim === undefined
    ? visit
    : { ...visit, askers: { ...visit.askers, [requestId]: visit.claim.card } };
