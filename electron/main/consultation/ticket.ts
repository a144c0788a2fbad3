import type { Ticket } from '#core/contract/signalling.ts';
import type { Visit } from '#core/visit/visit.ts';

/**
 * The cabin's place in the queue: an opaque id and a wait, nothing of the person. A closed consultation stays its physician's until the
 * visit is over, so that they see whether the record was written.
 */
export const ticketOf = (visit: Visit): Ticket => {
  const { ticket, claim, closing, ended, language, interruptions, attendance } = visit;
  if (ticket === undefined || ended !== undefined) return { state: 'none' };
  const { ticketId, since } = ticket;
  if (claim !== undefined)
    return { state: 'taken', ticketId, since, language, physicianId: claim.physicianId };
  // Nobody is offered a patient who is not there; their place in the queue is kept.
  if (closing !== undefined || attendance?.state === 'away') return { state: 'none' };
  const interruptedWith = interruptions.at(-1)?.physicianId;
  return { state: 'waiting', ticketId, since, language, ...(interruptedWith && { interruptedWith }) };
};
