import { assertNever } from '../../result.ts';
import type { Instant } from '../../time.ts';
import type { VisitEvent } from '../events.ts';
import { setAside } from '../set-aside.ts';
import type { Claim, Visit } from '../visit.ts';
import { without } from '../without.ts';
import type { InterruptionEvent } from './events.ts';
import type { Absence, InterruptionCause } from './interruption.ts';

const withAbsence = (visit: Visit, absence: Absence | undefined): Visit => {
  if (visit.claim === undefined) return visit;
  const { absence: _before, ...claim }: Claim = visit.claim;
  return { ...visit, claim: absence === undefined ? claim : { ...claim, absence } };
};

const answered = (visit: Visit, answer: Absence['answer']): Visit =>
  visit.claim?.absence === undefined ? visit : withAbsence(visit, { ...visit.claim.absence, answer });

/** A consultation that was closed, or had not begun, is not interrupted by its physician's leaving. */
const noted = (visit: Visit, cause: InterruptionCause, at: Instant): Visit => {
  const { claim, stage, closing, interruptions } = visit;
  if (claim === undefined || stage !== 'call' || closing !== undefined) return visit;
  const since = claim.absence?.since ?? at;
  const interruption = { physician: claim.card, cause, since };
  return {
    ...visit,
    interruptions: [...interruptions, { physicianId: claim.physicianId, interruption }],
  };
};

/** The part of `evolve` that concerns a physician who is lost for a while, or for good. */
export const evolveInterruption = (visit: Visit, { at }: VisitEvent, body: InterruptionEvent): Visit => {
  switch (body.type) {
    case 'physician-presence':
      return withAbsence(visit, body.away ? { since: at, answer: 'not-asked' } : undefined);
    case 'absence-asked':
      return answered(visit, 'asked');
    case 'absence-answered':
      return answered(visit, body.answer);
    case 'line-asked':
      return { ...visit, weakLine: { askedAt: at, answer: 'asked' } };
    case 'line-answered':
      return visit.weakLine === undefined
        ? visit
        : { ...visit, weakLine: { ...visit.weakLine, answer: body.answer } };
    case 'line-recovered':
      return without(visit, 'weakLine');
    case 'claim-lost':
      return without(without(setAside(noted(visit, body.cause, at)), 'claim'), 'weakLine');
    default:
      return assertNever(body);
  }
};
