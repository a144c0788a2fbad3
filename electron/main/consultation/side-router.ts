import type { PeerRefusal } from '#core/contract/identity.ts';
import {
  type CallParty,
  SIDE_CALL_NAMES,
  SIDE_CALLS,
  type SideCallName,
  type SideMessage,
} from '#core/contract/side-calls.ts';
import type { Attempt } from '#core/contract/signalling.ts';
import { assertNever } from '#core/result.ts';

/** Carries the signals of the side calls between their ends, and alone issues attempts: whoever is no end of a call is not heard. */
export interface SideRouter {
  /** Whether this call is to be held now; the visit decides. */
  set(call: SideCallName, on: boolean): void;
  receive(from: CallParty, message: SideMessage): void;
  /** This party's page listens, for the first time or again: it is told which calls it is to hold. */
  opened(party: CallParty): void;
  /** Nothing comes of this call's present attempt for now: both ends say why, unless they have joined. */
  refuse(call: SideCallName, code: PeerRefusal): void;
  /** The calls that are to be held now. */
  held(): readonly SideCallName[];
  /** This party's page is gone: until it is back nothing is offered to it. */
  gone(party: CallParty): void;
}

interface SideRouterOptions {
  readonly newId: () => string;
  readonly deliver: (to: CallParty, message: SideMessage) => void;
  /** The relay does not take the credentials that the cabin's windows are told. */
  readonly onRelayRefused: () => void;
}

interface Held {
  readonly ready: Set<CallParty>;
  attempt?: Attempt;
}

export const createSideRouter = ({ newId, deliver, onRelayRefused }: SideRouterOptions): SideRouter => {
  /** Never goes back, so that an end that missed something can tell an old attempt from a new one. */
  let generation = 0;
  const held = new Map<SideCallName, Held>();

  const endsOf = (call: SideCallName): readonly CallParty[] => [
    SIDE_CALLS[call].offers,
    SIDE_CALLS[call].answers,
  ];
  const otherEnd = (call: SideCallName, party: CallParty): CallParty =>
    SIDE_CALLS[call].offers === party ? SIDE_CALLS[call].answers : SIDE_CALLS[call].offers;

  const begin = (call: SideCallName, of: Held): void => {
    if (!endsOf(call).every((end) => of.ready.has(end))) return;
    generation += 1;
    of.attempt = { attemptId: newId(), generation };
    deliver(SIDE_CALLS[call].offers, { type: 'open', call, attempt: of.attempt });
  };

  return {
    set: (call, on) => {
      if (held.has(call) === on) return;
      if (on) held.set(call, { ready: new Set() });
      else held.delete(call);
      for (const end of endsOf(call)) deliver(end, { type: on ? 'on' : 'off', call });
    },
    receive: (from, message) => {
      const { call } = message;
      const of = held.get(call);
      if (of === undefined || !endsOf(call).includes(from)) return;
      switch (message.type) {
        case 'ready':
          of.ready.add(from);
          begin(call, of);
          break;
        case 'signal':
        case 'refused':
          if (of.attempt?.attemptId === message.attempt.attemptId) deliver(otherEnd(call, from), message);
          break;
        case 'restart':
          if (from === SIDE_CALLS[call].answers && of.attempt?.attemptId === message.attempt.attemptId)
            deliver(SIDE_CALLS[call].offers, message);
          break;
        case 'relay-refused':
          onRelayRefused();
          break;
        // Said by the router alone.
        case 'ice-servers':
        case 'network-changed':
        case 'open':
        case 'on':
        case 'off':
          break;
        default:
          assertNever(message);
      }
    },
    opened: (party) => {
      for (const call of SIDE_CALL_NAMES) {
        if (!endsOf(call).includes(party)) continue;
        held.get(call)?.ready.delete(party);
        deliver(party, { type: held.has(call) ? 'on' : 'off', call });
      }
    },
    refuse: (call, code) => {
      const { attempt } = held.get(call) ?? {};
      if (attempt === undefined) return;
      for (const end of endsOf(call)) deliver(end, { type: 'refused', call, attempt, code });
    },
    held: () => [...held.keys()],
    gone: (party) => {
      for (const of of held.values()) of.ready.delete(party);
    },
  };
};
