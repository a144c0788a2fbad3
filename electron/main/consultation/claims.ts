import type { LineMeasure } from '#core/call/line-test.ts';
import { judgeClaim, type Place } from '#core/claims/arbitration.ts';
import { type HolderNews, NO_HOLDER, watchHolder } from '#core/claims/holder-watch.ts';
import { failure } from '#core/contract/error-codes.ts';
import type { PhysicianPresence, ToCabin, ToPhysician } from '#core/contract/signalling.ts';
import { PROTOCOL_VERSION } from '#core/contract/version.ts';
import { fail } from '#core/result.ts';
import type { Clock } from '#core/time.ts';
import type { Visit } from '#core/visit/visit.ts';
import type { PhysicianCard } from '#core/visit/words.ts';
import type { VisitKeeper } from '../visit/keeper.ts';
import type { CallRelay } from './call-relay.ts';

/** Answers physicians: who gets the patient, who has to be told no, and when a claim dies. */
export interface Claims {
  receive(physicianId: string, message: ToCabin): void;
  presence(physicianId: string, presence: PhysicianPresence): void;
  /** The cabin's own link to the broker came or went. */
  link(up: boolean): void;
  /** Whether the peer connection of the call lives: then presence on the broker ends nothing. */
  callAlive(alive: boolean): void;
  /** The visit has changed: a claim that it no longer holds is taken back. */
  refresh(): void;
  close(): void;
}

interface ClaimsOptions {
  readonly keeper: VisitKeeper;
  readonly relay: CallRelay;
  readonly clock: Clock;
  /** The card of a physician who can sign in; what a page says of itself is not believed. */
  readonly cardOf: (physicianId: string) => PhysicianCard | undefined;
  readonly send: (physicianId: string, message: ToPhysician) => void;
  /** The page that holds the claim tells what it has measured to the gateway it came from. */
  readonly onLine: (line: LineMeasure) => void;
  /** What the cabin itself has measured of its line. */
  readonly ownLine: () => LineMeasure | undefined;
}

interface Held {
  readonly physicianId: string;
  readonly ticketId: string;
}

const placeOf = ({ ticket, claim, closing, ended }: Visit): Place | undefined => {
  if (ticket === undefined || ended !== undefined) return undefined;
  if (claim !== undefined) return { ticketId: ticket.ticketId, holder: claim.physicianId };
  return closing === undefined ? { ticketId: ticket.ticketId } : undefined;
};

const heldBy = (visit: Visit): Held | undefined => {
  const place = placeOf(visit);
  return place?.holder === undefined ? undefined : { physicianId: place.holder, ticketId: place.ticketId };
};

export const createClaims = (options: ClaimsOptions): Claims => {
  const { keeper, relay, clock, cardOf, send, onLine } = options;
  let held: Held | undefined;
  let watch = NO_HOLDER;
  let cancelDeadline: (() => void) | undefined;

  const tell = (news: HolderNews): void => {
    const { watch: next, outcome } = watchHolder(watch, news, clock.monotonic());
    watch = next;
    cancelDeadline?.();
    const endsAtMs = watch.holder?.endsAtMs;
    cancelDeadline =
      endsAtMs === undefined
        ? undefined
        : clock.after(Math.max(0, endsAtMs - clock.monotonic()), () => tell({ type: 'time-passed' }));
    if (outcome === 'gone') keeper.bring({ type: 'lose-claim' });
    else if (outcome !== undefined)
      keeper.bring({ type: 'note-physician-presence', away: outcome === 'away' });
  };
  const holds = (physicianId: string, ticketId: string): boolean =>
    held?.physicianId === physicianId && held.ticketId === ticketId;

  const claim = (physicianId: string, message: Extract<ToCabin, { type: 'claim' }>): void => {
    const { ticketId, protocolVersion } = message;
    const judged = judgeClaim(placeOf(keeper.visit()), { physicianId, ticketId, protocolVersion });
    if (judged.judgement === 'refused') {
      send(physicianId, { type: 'claim-refused', ticketId, code: judged.code });
      return;
    }
    if (judged.judgement === 'granted') {
      const card = cardOf(physicianId);
      const outcome =
        card === undefined
          ? fail(failure('NOT_ALLOWED'))
          : keeper.bring({ type: 'grant-claim', physicianId, card });
      if (!outcome.ok) {
        send(physicianId, { type: 'claim-refused', ticketId, code: outcome.failure.code });
        return;
      }
    }
    const line = options.ownLine();
    send(physicianId, { type: 'claim-granted', ticketId, ...(line && { line }) });
  };

  const refresh = (): void => {
    followHolder();
    const inCall = keeper.visit().stage === 'call';
    if (inCall !== watch.inCall) tell({ type: 'consultation', inCall });
  };
  const followHolder = (): void => {
    const now = heldBy(keeper.visit());
    if (now?.physicianId === held?.physicianId && now?.ticketId === held?.ticketId) return;
    if (held !== undefined) {
      relay.close();
      send(held.physicianId, { type: 'claim-ended', ticketId: held.ticketId });
    }
    held = now;
    tell({ type: 'holder', physicianId: now?.physicianId });
    if (now !== undefined) relay.open(now.physicianId, now.ticketId);
  };

  return {
    receive: (physicianId, message) => {
      if (message.type === 'claim') return claim(physicianId, message);
      if (message.type !== 'release') tell({ type: 'heard', physicianId });
      if (!holds(physicianId, message.ticketId)) {
        if (message.type !== 'release') {
          send(physicianId, { type: 'claim-ended', ticketId: message.ticketId });
        }
        return;
      }
      switch (message.type) {
        case 'ready-for-call':
          if (message.protocolVersion !== PROTOCOL_VERSION) {
            send(physicianId, {
              type: 'claim-refused',
              ticketId: message.ticketId,
              code: 'PROTOCOL_VERSION',
            });
            return;
          }
          if (message.line) onLine(message.line);
          return relay.physicianReady(physicianId);
        case 'release':
          keeper.bring({ type: 'lose-claim' });
          return;
        case 'signal':
          return relay.fromPhysician(physicianId, message.attempt, message.signal, message.proof);
        case 'signal-refused':
          return relay.refusedByPhysician(physicianId, message.attempt, message.code);
        case 'restart':
          return relay.restartAsked(physicianId, message.attempt);
      }
    },
    presence: (physicianId, presence) => tell({ type: 'presence', physicianId, presence }),
    link: (up) => tell({ type: 'link', up }),
    callAlive: (alive) => {
      relay.callAlive(alive);
      tell({ type: 'call', alive });
    },
    refresh,
    close: () => cancelDeadline?.(),
  };
};
