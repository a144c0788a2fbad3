import { withSpell } from '../call/ledger.ts';
import { MANDATORY_EQUIPMENT } from '../opening/equipment.ts';
import { assertNever } from '../result.ts';
import { claimedNow } from './conversation/conversation.ts';
import type { EventBody, VisitEvent } from './events.ts';
import { takeUp } from './set-aside.ts';
import type { MeasureRequest, Visit } from './visit.ts';
import { withAsker } from './with-asker.ts';
import { without } from './without.ts';

type ConsultationEvent = Extract<
  EventBody,
  {
    type:
      | 'ticket-opened'
      | 'ticket-closed'
      | 'claimed'
      | 'physician-acknowledged'
      | 'call-measured'
      | 'reading-seen'
      | 'reading-differed'
      | 'equipment-missed'
      | 'measure-requested'
      | 'request-accepted'
      | 'request-declined'
      | 'request-done'
      | 'notes-saved'
      | 'consultation-closed'
      | 'handover-started'
      | 'handover-written'
      | 'handover-failed';
  }
>;

const changeRequest = (visit: Visit, requestId: string, status: MeasureRequest['status']): Visit => ({
  ...visit,
  requests: visit.requests.map((request) =>
    request.requestId === requestId ? { ...request, status } : request,
  ),
});

/** The part of `evolve` that concerns the physician, from the queue to the handover. */
export const evolveConsultation = (visit: Visit, event: VisitEvent, body: ConsultationEvent): Visit => {
  switch (body.type) {
    case 'ticket-opened':
      return { ...visit, ticket: { ticketId: body.ticketId, since: event.at, sinceMs: event.atMs } };
    case 'ticket-closed':
      return without(visit, 'ticket');
    case 'claimed':
      return {
        ...takeUp(visit, body.physicianId),
        // Another physician's page has shown nothing yet.
        echoes: {},
        conversation: claimedNow(visit.conversation),
        claim: { physicianId: body.physicianId, card: body.card, acknowledged: false },
      };
    case 'physician-acknowledged':
      return visit.claim === undefined ? visit : { ...visit, claim: { ...visit.claim, acknowledged: true } };
    case 'call-measured':
      return { ...visit, ledger: withSpell(visit.ledger, body.spell) };
    case 'equipment-missed':
      return {
        ...visit,
        missedEquipment: MANDATORY_EQUIPMENT.filter((one) =>
          [...visit.missedEquipment, ...body.missing].includes(one),
        ),
      };
    case 'reading-seen':
      return { ...visit, echoes: { ...visit.echoes, [body.readingId]: { state: 'seen', at: event.at } } };
    case 'reading-differed':
      return { ...visit, echoes: { ...visit.echoes, [body.readingId]: { state: 'differed' } } };
    case 'measure-requested':
      return {
        ...withAsker(visit, body.requestId),
        requests: [
          ...visit.requests,
          {
            requestId: body.requestId,
            measure: body.measure,
            askedAt: event.at,
            status: { status: 'asked' },
          },
        ],
      };
    case 'request-accepted':
      return changeRequest(visit, body.requestId, { status: 'accepted' });
    case 'request-declined':
      return changeRequest(visit, body.requestId, { status: 'declined', reason: body.reason });
    case 'request-done':
      return changeRequest(visit, body.requestId, { status: 'done', readingId: body.readingId });
    case 'notes-saved':
      return { ...visit, notes: body.text, notesSavedAt: event.at };
    case 'consultation-closed': {
      if (visit.claim === undefined) return visit;
      const { type: _type, ...words } = body;
      return { ...visit, closing: { ...words, at: event.at, card: visit.claim.card } };
    }
    case 'handover-started':
      return { ...visit, handover: { state: 'writing' } };
    case 'handover-written':
      return { ...visit, handover: { state: 'written' } };
    case 'handover-failed':
      return { ...visit, handover: { state: 'failed', code: body.code } };
    default:
      return assertNever(body);
  }
};
