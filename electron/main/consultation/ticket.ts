import type { Ticket } from '#core/contract/signalling.ts';
import type { Visit } from '#core/visit/visit.ts';

/** The cabin's place in the queue: an opaque id and a wait, nothing of the person. */
export const ticketOf = (visit: Visit): Ticket => {
  const { ticket, claim, language } = visit;
  if (ticket === undefined || visit.closing !== undefined || visit.ended !== undefined)
    return { state: 'none' };
  const { ticketId, since } = ticket;
  return claim === undefined
    ? { state: 'waiting', ticketId, since, language }
    : { state: 'taken', ticketId, since, language, physicianId: claim.physicianId };
};
