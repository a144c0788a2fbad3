import type { ToCabin } from '../contract/signalling.ts';
import { PROTOCOL_VERSION } from '../contract/version.ts';
import { assertNever } from '../result.ts';
import type { Milliseconds } from '../time.ts';
import {
  type Arbitration,
  CLAIM_GRACE_MS,
  type ClaimInput,
  type ClaimOutcome,
  type Claims,
  type Holder,
  refused,
} from './claims.ts';

const nothing = (claims: Claims): Arbitration => ({ claims, outcomes: [] });

/** Starts or stops the grace as what is known of the holder asks for. */
const withGrace = (claims: Claims, nowMs: Milliseconds): Claims => {
  const { holder } = claims;
  if (!holder) return claims;
  const counting = claims.linked && holder.presence !== 'present' && !holder.callAlive;
  const endsAtMs = counting ? (holder.endsAtMs ?? nowMs + CLAIM_GRACE_MS) : undefined;
  return endsAtMs === holder.endsAtMs ? claims : { ...claims, holder: { ...holder, endsAtMs } };
};

const withHolder = (claims: Claims, change: Partial<Holder>, nowMs: Milliseconds): Arbitration => {
  const { holder } = claims;
  if (!holder) return nothing(claims);
  const next = { ...holder, ...change };
  const wasAway = holder.presence === 'absent';
  const isAway = next.presence === 'absent';
  return {
    claims: withGrace({ ...claims, holder: next }, nowMs),
    outcomes: wasAway === isAway ? [] : [{ type: 'away', away: isAway }],
  };
};

const ended = (physicianId: string, ticketId: string): ClaimOutcome => ({
  type: 'send',
  physicianId,
  message: { type: 'claim-ended', ticketId },
});

const onClaim = (
  claims: Claims,
  physicianId: string,
  message: Extract<ToCabin, { readonly type: 'claim' }>,
  nowMs: Milliseconds,
): Arbitration => {
  const { ticketId, protocolVersion, physician } = message;
  const refuse = (code: 'PROTOCOL_VERSION' | 'TICKET_GONE' | 'ALREADY_TAKEN'): Arbitration => ({
    claims,
    outcomes: [refused(physicianId, ticketId, code)],
  });
  if (protocolVersion !== PROTOCOL_VERSION) return refuse('PROTOCOL_VERSION');
  if (ticketId !== claims.ticketId) return refuse('TICKET_GONE');
  const granted: ClaimOutcome = { type: 'send', physicianId, message: { type: 'claim-granted', ticketId } };
  const { holder } = claims;
  if (holder && holder.physicianId !== physicianId) return refuse('ALREADY_TAKEN');
  if (holder) {
    const back = withHolder(claims, { presence: 'present' }, nowMs);
    return { claims: back.claims, outcomes: [...back.outcomes, granted] };
  }
  return {
    claims: {
      ...claims,
      holder: { physicianId, card: physician, presence: 'present', callAlive: false, endsAtMs: undefined },
    },
    outcomes: [{ type: 'claimed', physicianId, card: physician }, granted],
  };
};

/** A message of the holder about the ticket that they hold. */
const onHolderMessage = (
  claims: Claims,
  physicianId: string,
  message: Exclude<ToCabin, { readonly type: 'claim' }>,
  nowMs: Milliseconds,
): Arbitration => {
  if (message.type === 'release')
    return {
      claims: { ...claims, holder: undefined },
      outcomes: [{ type: 'lost', physicianId, because: 'released' }],
    };
  const heard = withHolder(claims, { presence: 'present' }, nowMs);
  const then = (outcome: ClaimOutcome): Arbitration => ({
    claims: heard.claims,
    outcomes: [...heard.outcomes, outcome],
  });
  switch (message.type) {
    case 'ready-for-call':
      return message.protocolVersion === PROTOCOL_VERSION
        ? then({ type: 'call-ready', physicianId })
        : then(refused(physicianId, message.ticketId, 'PROTOCOL_VERSION'));
    case 'signal':
      return then({ type: 'signal', physicianId, attempt: message.attempt, signal: message.signal });
    case 'restart':
      return then({ type: 'restart', physicianId, attempt: message.attempt });
    default:
      return assertNever(message);
  }
};

const onMessage = (
  claims: Claims,
  physicianId: string,
  message: ToCabin,
  nowMs: Milliseconds,
): Arbitration => {
  if (message.type === 'claim') return onClaim(claims, physicianId, message, nowMs);
  const isHolder = claims.holder?.physicianId === physicianId && claims.ticketId === message.ticketId;
  if (isHolder) return onHolderMessage(claims, physicianId, message, nowMs);
  // A page that believes to hold what it does not is told once, when it asks for the call.
  return message.type === 'ready-for-call'
    ? { claims, outcomes: [ended(physicianId, message.ticketId)] }
    : nothing(claims);
};

const onPresence = (
  claims: Claims,
  input: Extract<ClaimInput, { readonly type: 'presence' }>,
  nowMs: Milliseconds,
): Arbitration => {
  const { physicianId, presence } = input;
  const known = claims.pages.get(physicianId);
  const ofOlderPage = presence.page !== undefined && known !== undefined && presence.page !== known;
  if (presence.state === 'offline' && ofOlderPage) return nothing(claims);
  const pages = new Map(claims.pages);
  if (presence.state === 'online') pages.set(physicianId, presence.page);
  else pages.delete(physicianId);
  const next = { ...claims, pages };
  if (claims.holder?.physicianId !== physicianId) return nothing(next);
  return withHolder(next, { presence: presence.state === 'online' ? 'present' : 'absent' }, nowMs);
};

const onTicket = (claims: Claims, ticketId: string | undefined): Arbitration => {
  if (ticketId === claims.ticketId) return nothing(claims);
  const { holder, ticketId: old } = claims;
  return {
    claims: { ...claims, ticketId, holder: undefined },
    outcomes: holder && old !== undefined ? [ended(holder.physicianId, old)] : [],
  };
};

const onLink = (claims: Claims, up: boolean, nowMs: Milliseconds): Arbitration => {
  if (up === claims.linked) return nothing(claims);
  // What the broker kept is told again after each connection; one that restarted has forgotten it.
  const next: Claims = up ? { ...claims, linked: up, pages: new Map() } : { ...claims, linked: up };
  return up && next.holder?.presence === 'present'
    ? withHolder(next, { presence: 'unknown' }, nowMs)
    : nothing(withGrace(next, nowMs));
};

const onTime = (claims: Claims, nowMs: Milliseconds): Arbitration => {
  const { holder, ticketId } = claims;
  if (holder?.endsAtMs === undefined || nowMs < holder.endsAtMs) return nothing(claims);
  const { physicianId } = holder;
  return {
    claims: { ...claims, holder: undefined },
    outcomes: [
      { type: 'lost', physicianId, because: 'gone' },
      ...(ticketId === undefined ? [] : [ended(physicianId, ticketId)]),
    ],
  };
};

/**
 * Who holds the patient's ticket: the first claim wins, others are refused with ALREADY_TAKEN; an unknown ticket with TICKET_GONE;
 * another version with PROTOCOL_VERSION. A claim ends with its owner's presence after a grace, unless the call itself lives.
 * Pure: `nowMs` is the caller's monotonic clock; send `time-passed` at `nextDeadline`.
 */
export const arbitrate = (claims: Claims, input: ClaimInput, nowMs: Milliseconds): Arbitration => {
  switch (input.type) {
    case 'ticket':
      return onTicket(claims, input.ticketId);
    case 'message':
      return onMessage(claims, input.physicianId, input.message, nowMs);
    case 'presence':
      return onPresence(claims, input, nowMs);
    case 'link':
      return onLink(claims, input.up, nowMs);
    case 'call':
      return withHolder(claims, { callAlive: input.alive }, nowMs);
    case 'time-passed':
      return onTime(claims, nowMs);
  }
};

/** When `time-passed` is to be sent next; undefined while nothing waits. */
export const nextDeadline = (claims: Claims): Milliseconds | undefined => claims.holder?.endsAtMs;
