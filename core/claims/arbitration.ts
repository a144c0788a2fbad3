import type { ErrorCode } from '../contract/error-codes.ts';
import { PROTOCOL_VERSION } from '../contract/version.ts';
import type { Milliseconds } from '../time.ts';

/**
 * How long a physician whose page is gone keeps the patient: a reload takes a second or two, a broker's restart a few more.
 * Real time, not the visit's.
 */
export const CLAIM_GRACE_MS: Milliseconds = 20_000;
/**
 * The same once both were in consultation: the page is opened again, or the physician telephones, before the patient is given to
 * another. Real time.
 */
export const CALL_GRACE_MS: Milliseconds = 180_000;

/** How long a physician is away from a consultation before patient and assistant are asked what to do about it. Real time. */
export const ABSENCE_ASKED_AFTER_MS: Milliseconds = 60_000;
/** How long the place is kept for a physician who goes on by telephone: nobody is sent to the queue in the middle of that. Real time. */
export const TELEPHONE_GRACE_MS: Milliseconds = 900_000;

/** The cabin's place in the queue and who holds it, as the visit knows them. */
export interface Place {
  readonly ticketId: string;
  readonly holder?: string;
}

export type ClaimJudgement =
  | { readonly judgement: 'granted' }
  /** The same physician again: the answer was lost, or the page was reloaded. */
  | { readonly judgement: 'held-already' }
  | { readonly judgement: 'refused'; readonly code: ErrorCode };

interface ClaimRequest {
  readonly physicianId: string;
  readonly ticketId: string;
  readonly protocolVersion: number;
}

const refused = (code: ErrorCode): ClaimJudgement => ({ judgement: 'refused', code });

/**
 * Judges a claim: the first one wins (`ALREADY_TAKEN` for the others), a page that speaks another version would misread what it is
 * sent (`PROTOCOL_VERSION`), and a ticket that is not the present one is gone (`TICKET_GONE`).
 */
export const judgeClaim = (place: Place | undefined, request: ClaimRequest): ClaimJudgement => {
  if (request.protocolVersion !== PROTOCOL_VERSION) return refused('PROTOCOL_VERSION');
  if (place === undefined || place.ticketId !== request.ticketId) return refused('TICKET_GONE');
  if (place.holder === undefined) return { judgement: 'granted' };
  return place.holder === request.physicianId ? { judgement: 'held-already' } : refused('ALREADY_TAKEN');
};
