import { assertNever } from '../result.ts';
import { evolveAttendance, withoutDoubt } from './attendance/evolve-attendance.ts';
import { evolveCompany } from './company/evolve-company.ts';
import { withMessage } from './conversation/conversation.ts';
import { evolveEmergency } from './emergency/evolve-emergency.ts';
import type { EventBody, VisitEvent } from './events.ts';
import { evolveCapture } from './evolve-capture.ts';
import { evolveConsultation } from './evolve-consultation.ts';
import { evolveExam } from './examination/evolve-exam.ts';
import { evolveInterruption } from './interruption/evolve-interruption.ts';
import { evolvePapers } from './papers/evolve-papers.ts';
import { evolvePrivacy } from './privacy/evolve-privacy.ts';
import { isPrivate } from './privacy/privacy.ts';
import { evolveRelevance } from './relevance/evolve-relevance.ts';
import type { Visit } from './visit.ts';
import { withAsker } from './with-asker.ts';
import { without } from './without.ts';

/** What shows that the person has been helped: the visit goes on. */
const GOES_ON: readonly EventBody['type'][] = ['stage-entered', 'capture-started', 'reading-kept', 'resumed'];

/** The visit after `event`. Pure: the same journal always yields the same visit. */
export const evolve = (visit: Visit, event: VisitEvent): Visit => {
  const next = withoutDoubt(visit, evolveBody(visit, event), event);
  const helped = next.help?.acknowledgedAt !== undefined && GOES_ON.includes(event.body.type);
  return helped ? without(next, 'help') : next;
};

const evolveBody = (visit: Visit, event: VisitEvent): Visit => {
  const { body } = event;
  switch (body.type) {
    case 'visit-started':
      // What happened at the welcome screen before is nobody's.
      return {
        ...visit,
        startedAt: event.at,
        assistants: [{ assistant: body.assistant, since: event.at }],
        emergencies: [],
      };
    case 'assistant-relieved':
      return {
        ...visit,
        assistants: [...visit.assistants, { assistant: body.assistant, since: event.at }],
      };
    case 'language-chosen':
      return { ...visit, language: body.language };
    case 'stage-entered':
      return body.stage === 'measures' && visit.seatedSinceMs === undefined
        ? { ...visit, stage: body.stage, seatedSinceMs: event.atMs }
        : { ...visit, stage: body.stage };
    case 'red-flags-answered':
      return { ...visit, redFlags: body.flags };
    case 'identity-entered':
      return { ...visit, identity: body.identity };
    case 'particulars-noted':
      return { ...visit, particulars: body.particulars };
    case 'consents-given':
      return { ...visit, consents: body.consents, consentsGivenAt: event.at };
    case 'consent-changed':
      return { ...visit, consents: { ...visit.consents, [body.consent]: body.given } };
    case 'reason-given':
      return { ...visit, reason: body.reason };
    case 'paused':
      return { ...visit, paused: true };
    case 'resumed':
      return { ...visit, paused: false };
    case 'incident':
      return {
        ...visit,
        incidents: [
          ...visit.incidents,
          { code: body.code, at: event.at, ...(body.end && { end: body.end }) },
        ],
      };
    case 'visit-ended':
      return { ...visit, ended: body.outcome, endedAt: event.at };
    case 'help-asked':
    case 'help-escalated':
    case 'help-acknowledged':
      return evolveHelp(visit, event, body);
    case 'attendance-doubted':
    case 'sign-given':
    case 'departure-noted':
      return evolveAttendance(visit, event, body);
    case 'emergency-raised':
    case 'emergency-acknowledged':
    case 'emergency-called':
    case 'emergency-retracted':
    case 'emergency-closed':
      return evolveEmergency(visit, event, body);
    case 'capture-started':
    case 'rest-started':
    case 'rest-broken':
    case 'rest-shortened':
    case 'cuff-noted':
    case 'measuring-started':
    case 'reading-kept':
    case 'capture-completed':
    case 'capture-failed':
    case 'capture-stopped':
    case 'capture-left':
    case 'measure-skipped':
      return evolveCapture(visit, event, body);
    case 'exam-requested':
      return {
        ...withAsker(visit, body.requestId),
        examination: evolveExam(visit.examination, body, event.at),
      };
    case 'exam-accepted':
    case 'exam-declined':
    case 'exam-place-corrected':
    case 'exam-finished':
    case 'instrument-reported':
    case 'instrument-chosen':
    case 'exam-item-asked':
    case 'exam-item-again':
    case 'exam-item-taken':
    case 'exam-item-delivered':
    case 'exam-item-failed':
    case 'exam-item-discarded':
      return { ...visit, examination: evolveExam(visit.examination, body, event.at) };
    case 'assistant-joined':
    case 'assistant-stepped-out':
    case 'guest-invited':
    case 'guest-arrived':
    case 'guest-joined':
    case 'guest-gone':
      return { ...visit, company: evolveCompany(visit.company, body, event.at) };
    case 'message-written':
      return {
        ...visit,
        conversation: withMessage(visit.conversation, body, event.at, isPrivate(visit.privacy)),
      };
    case 'paper-sent':
    case 'paper-arrived':
    case 'paper-refused':
    case 'paper-taken-back':
    case 'paper-dropped':
    case 'presence-confirmed':
    case 'paper-printing':
    case 'paper-printed':
    case 'paper-failed':
    case 'paper-settled':
    case 'tray-emptied':
      return { ...visit, papers: evolvePapers(visit.papers, body, event.at) };
    case 'private-talk-asked':
    case 'private-talk-started':
    case 'return-asked':
    case 'return-put-off':
    case 'private-talk-ended':
    case 'return-acknowledged':
      return evolvePrivacy(visit, body, event.at);
    case 'pathway-chosen':
    case 'exclusion-noted':
    case 'exclusion-withdrawn':
      return evolveRelevance(visit, body, event.at);
    case 'physician-presence':
    case 'absence-asked':
    case 'absence-answered':
    case 'line-asked':
    case 'line-answered':
    case 'line-recovered':
    case 'claim-lost':
      return evolveInterruption(visit, event, body);
    case 'ticket-opened':
    case 'ticket-closed':
    case 'claimed':
    case 'physician-acknowledged':
    case 'call-measured':
    case 'reading-seen':
    case 'equipment-missed':
    case 'reading-differed':
    case 'measure-requested':
    case 'request-accepted':
    case 'request-declined':
    case 'request-done':
    case 'notes-saved':
    case 'consultation-closed':
    case 'handover-started':
    case 'handover-written':
    case 'handover-failed':
      return evolveConsultation(visit, event, body);
    default:
      return assertNever(body);
  }
};

type HelpEvent = Extract<EventBody, { type: 'help-asked' | 'help-escalated' | 'help-acknowledged' }>;

const evolveHelp = (visit: Visit, { at, atMs }: VisitEvent, body: HelpEvent): Visit => {
  switch (body.type) {
    case 'help-asked':
      return { ...visit, help: { askedAt: at, askedAtMs: atMs, step: 'asked' } };
    case 'help-escalated':
      return visit.help === undefined ? visit : { ...visit, help: { ...visit.help, step: body.step } };
    case 'help-acknowledged': {
      if (visit.help === undefined) return visit;
      const help = { ...visit.help, acknowledgedAt: at };
      return { ...visit, help, lastHelp: help };
    }
    default:
      return assertNever(body);
  }
};
