import type { LineMeasure } from '#core/call/line-test.ts';
import { judgeClaim, type Place } from '#core/claims/arbitration.ts';
import { type HolderNews, NO_HOLDER, nextLookMs, watchHolder } from '#core/claims/holder-watch.ts';
import { type LetterOrder, type LetterStanding, orderLetter } from '#core/claims/letter-order.ts';
import { type ErrorCode, failure } from '#core/contract/error-codes.ts';
import type { Attempt, PhysicianPresence, ToCabin, ToPhysician } from '#core/contract/signalling.ts';
import { PROTOCOL_VERSION } from '#core/contract/version.ts';
import { fail } from '#core/result.ts';
import type { Clock } from '#core/time.ts';
import type { Visit } from '#core/visit/visit.ts';
import type { PhysicianCard } from '#core/visit/words.ts';
import type { VisitKeeper } from '../visit/keeper.ts';
import type { CallRelay } from './call-relay.ts';
import { createPageWatch } from './page-watch.ts';

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

type Answer = Extract<ToPhysician, { readonly type: 'claim-granted' | 'claim-refused' }>;

/** What has come from one physician. */
interface Correspondent {
  readonly order: LetterOrder;
  /** What their last claim was answered. */
  readonly answer?: Answer;
  /** The claim by which they hold the place, or held it last. */
  readonly granted?: Attempt;
}

/** Far more than the physicians who ever look at one cabin. */
const CORRESPONDENTS_KEPT = 256;

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
  let byTelephone = false;
  let cancelDeadline: (() => void) | undefined;

  const tell = (news: HolderNews): void => {
    const { watch: next, outcome } = watchHolder(watch, news, clock.monotonic());
    watch = next;
    cancelDeadline?.();
    const lookMs = nextLookMs(watch);
    cancelDeadline =
      lookMs === undefined
        ? undefined
        : clock.after(Math.max(0, lookMs - clock.monotonic()), () => tell({ type: 'time-passed' }));
    if (outcome === 'gone') keeper.bring({ type: 'lose-claim', cause: 'physician-gone' });
    else if (outcome === 'missed') keeper.bring({ type: 'ask-about-absence' });
    else if (outcome !== undefined)
      keeper.bring({ type: 'note-physician-presence', away: outcome === 'away' });
  };
  const holds = (physicianId: string, ticketId: string): boolean =>
    held?.physicianId === physicianId && held.ticketId === ticketId;

  const correspondents = new Map<string, Correspondent>();
  const note = (physicianId: string, change: Partial<Correspondent> & Pick<Correspondent, 'order'>): void => {
    const known = correspondents.get(physicianId);
    correspondents.delete(physicianId);
    correspondents.set(physicianId, { ...known, ...change });
    if (correspondents.size <= CORRESPONDENTS_KEPT) return;
    const oldest = [...correspondents.keys()].find((one) => one !== held?.physicianId);
    if (oldest !== undefined) correspondents.delete(oldest);
  };
  const take = (physicianId: string, letter: Attempt): LetterStanding => {
    const { standing, order } = orderLetter(correspondents.get(physicianId)?.order, letter);
    if (standing === 'next') note(physicianId, { order });
    return standing;
  };
  const end = (physicianId: string, ticketId: string): void => {
    const letter = correspondents.get(physicianId)?.granted;
    send(physicianId, { type: 'claim-ended', ticketId, ...(letter && { letter }) });
  };

  const decide = (physicianId: string, message: Extract<ToCabin, { type: 'claim' }>): Answer => {
    const { ticketId, letter, protocolVersion } = message;
    const refuse = (code: ErrorCode): Answer => ({ type: 'claim-refused', ticketId, letter, code });
    const judged = judgeClaim(placeOf(keeper.visit()), { physicianId, ticketId, protocolVersion });
    if (judged.judgement === 'refused') return refuse(judged.code);
    if (judged.judgement === 'granted') {
      const card = cardOf(physicianId);
      const outcome =
        card === undefined
          ? fail(failure('NOT_ALLOWED'))
          : keeper.bring({ type: 'grant-claim', physicianId, card });
      if (!outcome.ok) return refuse(outcome.failure.code);
    }
    const line = options.ownLine();
    return { type: 'claim-granted', ticketId, letter, ...(line && { line }) };
  };
  /** Of a claim that comes again nothing is decided anew: the place may be somebody else's by now, or nobody's. */
  const answerAgain = (physicianId: string, { ticketId }: { readonly ticketId: string }): void => {
    const answer = correspondents.get(physicianId)?.answer;
    if (answer === undefined || answer.ticketId !== ticketId) return;
    if (answer.type === 'claim-refused' || holds(physicianId, ticketId)) send(physicianId, answer);
    else end(physicianId, ticketId);
  };
  const claim = (physicianId: string, message: Extract<ToCabin, { type: 'claim' }>): void => {
    const standing = take(physicianId, message.letter);
    if (standing === 'again') answerAgain(physicianId, message);
    if (standing !== 'next') return;
    const answer = decide(physicianId, message);
    const order = correspondents.get(physicianId)?.order;
    if (order)
      note(physicianId, {
        order,
        answer,
        ...(answer.type === 'claim-granted' && { granted: message.letter }),
      });
    send(physicianId, answer);
  };

  const followPage = createPageWatch({
    holds: (physicianId) => held?.physicianId === physicianId,
    onReplaced: () => keeper.bring({ type: 'note-incident', code: 'PAGE_REPLACED', end: 'physician' }),
  });

  const refresh = (): void => {
    followHolder();
    const inCall = keeper.visit().stage === 'call';
    if (inCall !== watch.inCall) tell({ type: 'consultation', inCall });
    const telephones = keeper.visit().claim?.absence?.answer === 'telephone';
    if (telephones === byTelephone) return;
    byTelephone = telephones;
    if (telephones) tell({ type: 'telephone' });
  };
  const followHolder = (): void => {
    const before = held;
    const now = heldBy(keeper.visit());
    if (now?.physicianId === before?.physicianId && now?.ticketId === before?.ticketId) return;
    held = now;
    if (before !== undefined) {
      relay.close();
      end(before.physicianId, before.ticketId);
    }
    tell({ type: 'holder', physicianId: now?.physicianId });
    if (now !== undefined) relay.open(now.physicianId, now.ticketId);
  };

  return {
    receive: (physicianId, message) => {
      if (message.type === 'claim') return claim(physicianId, message);
      // A release that comes late ends no newer claim, and a page that says twice that it is ready has its call opened once.
      if ('letter' in message && take(physicianId, message.letter) !== 'next') return;
      if (message.type !== 'release') tell({ type: 'heard', physicianId });
      if (!holds(physicianId, message.ticketId)) {
        if (message.type !== 'release') end(physicianId, message.ticketId);
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
          keeper.bring({ type: 'lose-claim', cause: 'released' });
          return;
        case 'signal':
          return relay.fromPhysician(physicianId, message.attempt, message.signal, message.proof);
        case 'signal-refused':
          return relay.refusedByPhysician(physicianId, message.attempt, message.code);
        case 'restart':
          return relay.restartAsked(physicianId, message.attempt);
      }
    },
    presence: (physicianId, presence) => {
      followPage(physicianId, presence);
      tell({ type: 'presence', physicianId, presence });
    },
    link: (up) => tell({ type: 'link', up }),
    callAlive: (alive) => {
      relay.callAlive(alive);
      tell({ type: 'call', alive });
    },
    refresh,
    close: () => cancelDeadline?.(),
  };
};
