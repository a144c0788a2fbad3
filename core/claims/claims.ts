import type { ErrorCode } from '../contract/error-codes.ts';
import type { Attempt, PeerSignal, PhysicianPresence, ToCabin, ToPhysician } from '../contract/signalling.ts';
import type { Milliseconds } from '../time.ts';
import type { PhysicianCard } from '../visit/words.ts';

/** How long a claim outlives its owner's presence, so that a page that is loaded again finds its patient. Milliseconds. */
export const CLAIM_GRACE_MS = 20_000;

/** Who holds the ticket. */
export interface Holder {
  readonly physicianId: string;
  readonly card: PhysicianCard;
  /** `unknown`: our own link to the broker came back, and nothing was heard since. */
  readonly presence: 'present' | 'absent' | 'unknown';
  /** The peer connection lives: then the broker's word about presence ends nothing. */
  readonly callAlive: boolean;
  /** When the claim ends unless the owner comes back; monotonic. Undefined while they are here. */
  readonly endsAtMs: Milliseconds | undefined;
}

/** The claims of one cabin: at most one ticket, at most one holder. */
export interface Claims {
  readonly ticketId: string | undefined;
  readonly holder: Holder | undefined;
  /** Our own link to the broker: while it is down nobody can be heard, so nobody is declared gone. */
  readonly linked: boolean;
  /** Pages that said they are online, by physician: the last will of an older page says nothing about the newer. */
  readonly pages: ReadonlyMap<string, string | undefined>;
}

export const NO_CLAIMS: Claims = { ticketId: undefined, holder: undefined, linked: false, pages: new Map() };

export type ClaimInput =
  /** The visit's present ticket; undefined when it does not wait for a physician. */
  | { readonly type: 'ticket'; readonly ticketId: string | undefined }
  | { readonly type: 'message'; readonly physicianId: string; readonly message: ToCabin }
  | { readonly type: 'presence'; readonly physicianId: string; readonly presence: PhysicianPresence }
  /** Our own link to the broker. */
  | { readonly type: 'link'; readonly up: boolean }
  /** Whether the physician's page is heard over the peer connection. */
  | { readonly type: 'call'; readonly alive: boolean }
  | { readonly type: 'time-passed' };

/** What is to be done, in this order. */
export type ClaimOutcome =
  | { readonly type: 'send'; readonly physicianId: string; readonly message: ToPhysician }
  | { readonly type: 'claimed'; readonly physicianId: string; readonly card: PhysicianCard }
  /** The claim is over: given back by the physician, or they did not come back in time. The patient waits again. */
  | { readonly type: 'lost'; readonly physicianId: string; readonly because: 'released' | 'gone' }
  /** The holder's page went away, or came back in time. */
  | { readonly type: 'away'; readonly away: boolean }
  /** The holder's page can hold a call: open a new attempt. */
  | { readonly type: 'call-ready'; readonly physicianId: string }
  | {
      readonly type: 'signal';
      readonly physicianId: string;
      readonly attempt: Attempt;
      readonly signal: PeerSignal;
    }
  | { readonly type: 'restart'; readonly physicianId: string; readonly attempt: Attempt };

export interface Arbitration {
  readonly claims: Claims;
  readonly outcomes: readonly ClaimOutcome[];
}

/** A refusal of a claim or of a page of another version. */
export const refused = (physicianId: string, ticketId: string, code: ErrorCode): ClaimOutcome => ({
  type: 'send',
  physicianId,
  message: { type: 'claim-refused', ticketId, code },
});
