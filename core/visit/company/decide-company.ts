import { failure } from '../../contract/error-codes.ts';
import { assertNever, fail, ok } from '../../result.ts';
import type { Decision, DecisionContext } from '../decide/context.ts';
import type { EventBody } from '../events.ts';
import type { Visit } from '../visit.ts';
import type { CompanyCommand } from './commands.ts';
import { type Guest, type GuestEnding, openGuest } from './company.ts';
import type { CompanyNews } from './events.ts';

/** Invitations of one visit: more are a mistake, and each stands in the record of the visit's events. */
const MOST_GUESTS = 12;

const notNow = fail(failure('NOT_NOW'));
const nothing: Decision = ok([]);
const gone = (guestId: string, ending: GuestEnding): EventBody => ({ type: 'guest-gone', guestId, ending });

/** Patient and physician are in the call, the card was read, nothing is closed. */
const isInCall = ({ stage, claim, closing, ended }: Visit): boolean =>
  stage === 'call' && claim?.acknowledged === true && closing === undefined && ended === undefined;

/** The only time at which anybody else sees or hears somebody: in a pause nobody does. */
const isTogether = (visit: Visit): boolean => isInCall(visit) && !visit.paused;

/** The assistant's window may use its microphone and camera. */
export const assistantTakesPart = (visit: Visit): boolean =>
  visit.company.assistant === 'joined' && isTogether(visit);

/** The guest whom the patient has let in, while there is a call to take part in. */
export const guestInCall = (visit: Visit): Guest | undefined => {
  const guest = openGuest(visit.company);
  return guest?.state.state === 'present' && isTogether(visit) ? guest : undefined;
};

/** The assistant's window leaves the call: at its end, and when the physician is lost, so that the next one finds it muted. */
const stepOut = ({ company }: Visit): readonly EventBody[] =>
  company.assistant === 'joined' ? [{ type: 'assistant-stepped-out' }] : [];

/**
 * The physician is lost: who was let in beside them, and whom they had invited, goes with them, so that the next physician finds nobody whom
 * patient and physician have not asked in together. Whom the assistant has invited still waits for the patient's yes.
 */
export const leaveWithPhysician = (visit: Visit): readonly EventBody[] => {
  const guest = openGuest(visit.company);
  const goes = guest?.state.state === 'present' || guest?.invitedBy === 'physician';
  return [...stepOut(visit), ...(guest !== undefined && goes ? [gone(guest.guestId, 'physician-left')] : [])];
};

/** Nobody is company to a consultation that is over. */
export const endCompany = (visit: Visit): readonly EventBody[] => {
  const guest = openGuest(visit.company);
  const ending = guest?.state.state === 'present' ? 'ended' : 'revoked';
  return [...stepOut(visit), ...(guest === undefined ? [] : [gone(guest.guestId, ending)])];
};

const invite = (
  visit: Visit,
  command: Extract<CompanyCommand, { type: 'invite-guest' }>,
  by: DecisionContext['by'],
): Decision => {
  const { guests } = visit.company;
  const { guestId, kind, language } = command;
  if (guests.some((guest) => guest.guestId === guestId)) return nothing;
  // The link is bound to the place in the queue: before it there is no consultation to be invited to.
  if (visit.ticket === undefined || visit.closing !== undefined || by === 'patient') return notNow;
  if (by === 'physician' && visit.claim === undefined) return notNow;
  if (openGuest(visit.company) !== undefined || guests.length >= MOST_GUESTS) return notNow;
  return ok([
    {
      type: 'guest-invited',
      guestId,
      kind,
      ...(language === undefined ? {} : { language }),
      invitedBy: by,
    },
  ]);
};

const endingFor = (guest: Guest, by: DecisionContext['by']): GuestEnding => {
  if (guest.state.state === 'present') return 'ended';
  return by === 'patient' && guest.state.state === 'arrived' ? 'declined' : 'revoked';
};

/** Decides on who takes part. The patient's yes stands between every guest and the call; anyone of the three can end it. */
export const decideCompany = (visit: Visit, command: CompanyCommand, { by }: DecisionContext): Decision => {
  const open = openGuest(visit.company);
  switch (command.type) {
    case 'join-call':
      if (!isInCall(visit)) return notNow;
      return visit.company.assistant === 'joined' ? nothing : ok([{ type: 'assistant-joined' }]);
    case 'leave-call':
      return ok(stepOut(visit));
    case 'invite-guest':
      return invite(visit, command, by);
    case 'accept-guest':
      if (open?.guestId !== command.guestId) return notNow;
      if (open.state.state === 'present') return nothing;
      return open.state.state === 'arrived'
        ? ok([{ type: 'guest-joined', guestId: command.guestId }])
        : notNow;
    case 'decline-guest':
      return open?.guestId === command.guestId && open.state.state === 'arrived'
        ? ok([gone(command.guestId, 'declined')])
        : notNow;
    case 'end-guest':
      return open?.guestId === command.guestId ? ok([gone(command.guestId, endingFor(open, by))]) : nothing;
    default:
      return assertNever(command);
  }
};

/** Decides on what the cabin hears of a guest; news of one who is over changes nothing. */
export const decideCompanyNews = (visit: Visit, news: CompanyNews): Decision => {
  const open = openGuest(visit.company);
  if (open?.guestId !== news.guestId) return notNow;
  const { state } = open.state;
  switch (news.type) {
    case 'note-guest-arrived':
      return state === 'invited'
        ? ok([{ type: 'guest-arrived', guestId: news.guestId, name: news.name }])
        : notNow;
    case 'note-guest-left':
      return state === 'invited' ? notNow : ok([gone(news.guestId, 'left')]);
    case 'expire-guest':
      return state === 'invited' ? ok([gone(news.guestId, 'expired')]) : notNow;
    default:
      return assertNever(news);
  }
};
