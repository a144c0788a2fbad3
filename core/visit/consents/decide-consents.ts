import { failure } from '../../contract/error-codes.ts';
import type { Consent, Consents } from '../../identity/consents.ts';
import { fail, ok } from '../../result.ts';
import { endCompany } from '../company/decide-company.ts';
import { leaveCapture } from '../decide/capture.ts';
import type { Decision } from '../decide/context.ts';
import type { EventBody } from '../events.ts';
import { partWithPhysician } from '../interruption/decide-interruption.ts';
import { wishAloneOf } from '../privacy/decide-privacy.ts';
import type { Visit } from '../visit.ts';
import { canChangeConsents } from './changeable.ts';

const notNow = fail(failure('NOT_NOW'));

/** Without agreement to the teleconsultation itself there is none: the way to a physician in person is shown. */
export const giveConsents = (visit: Visit, consents: Consents): Decision => {
  if (visit.stage !== 'consents' && visit.stage !== 'declined') return notNow;
  return ok([
    { type: 'consents-given', consents },
    { type: 'stage-entered', stage: consents.teleconsultation ? 'reason' : 'declined' },
  ]);
};

/** The teleconsultation is over: no measure goes on, no physician holds the patient any more, and none is waited for. */
const withdraw = (visit: Visit): readonly EventBody[] => [
  ...leaveCapture(visit),
  ...(visit.claim === undefined ? [] : partWithPhysician(visit, 'consent-withdrawn')),
  ...endCompany(visit),
  ...(visit.ticket === undefined ? [] : [{ type: 'ticket-closed' } as const]),
  { type: 'stage-entered', stage: 'declined' },
];

/**
 * One answer is changed, each for itself (public health code L.1111-4: an agreement can be withdrawn at any moment). Without agreement to the
 * assistant's presence a consultation goes on alone with the physician.
 */
export const changeConsent = (
  visit: Visit,
  { consent, given }: { readonly consent: Consent; readonly given: boolean },
): Decision => {
  if (!canChangeConsents(visit.stage)) return notNow;
  if (visit.consents[consent] === given) return ok([]);
  // In an emergency the physician stays until help has taken over; whoever wants to go can leave.
  if (consent === 'teleconsultation' && visit.emergency !== undefined) return notNow;
  const changed: EventBody = { type: 'consent-changed', consent, given };
  if (given) return ok([changed]);
  if (consent === 'teleconsultation') return ok([changed, ...withdraw(visit)]);
  return ok(consent === 'assistant-present' ? [changed, ...wishAloneOf(visit)] : [changed]);
};
