import type { PeerRefusal, Proof } from '#core/contract/identity.ts';
import type { SideCallName } from '#core/contract/side-calls.ts';
import type { Attempt, PeerSignal } from '#core/contract/signalling.ts';
import type { IdentityProver } from '#gateway/client/trust/identity-prover.ts';
import { createSignalGuard, type GuardedCall } from '#gateway/client/trust/signal-guard.ts';

/** Who a page is to the other ends, and what it proves that with. */
export interface SideProver {
  readonly role: 'physician' | 'guest';
  readonly prover: Pick<IdentityProver, 'prove' | 'judge'>;
}

interface SideSignalsOptions {
  readonly call: SideCallName;
  readonly offers: boolean;
  /** Undefined in a window of the cabin: the main process signs for it, and judges. */
  readonly trust: SideProver | undefined;
  readonly send: (attempt: Attempt, signal: PeerSignal, proof: Proof | undefined) => void;
  readonly deliver: (attempt: Attempt, signal: PeerSignal) => void;
  readonly refused: (attempt: Attempt, code: PeerRefusal, detail: string | undefined) => void;
}

/** The signals of one side call between its peer and the cabin's router: signed and judged where this page speaks for itself. */
export interface SideSignals {
  /** What is judged by; signals wait until it is known, and are forgotten with it. */
  guard(call: GuardedCall | undefined): void;
  outgoing(attempt: Attempt, signal: PeerSignal): void;
  incoming(attempt: Attempt, signal: PeerSignal, proof: Proof | undefined): void;
}

/** A description with its candidates, of both ends, several times over. */
const MOST_WAITING = 256;

export const createSideSignals = (options: SideSignalsOptions): SideSignals => {
  const { call, offers, trust, send, deliver } = options;
  if (trust === undefined)
    return {
      guard: () => {},
      outgoing: (attempt, signal) => send(attempt, signal, undefined),
      incoming: (attempt, signal) => deliver(attempt, signal),
    };
  const guard = createSignalGuard({
    call,
    role: trust.role,
    offers,
    prover: trust.prover,
    send,
    deliver,
    refused: (attempt, { code, detail }) => options.refused(attempt, code, detail),
  });
  let known = '';
  let waiting: (() => void)[] = [];
  const once = (go: () => void): void => {
    if (known !== '') go();
    else if (waiting.length < MOST_WAITING) waiting.push(go);
  };

  return {
    guard: (next) => {
      const text = next === undefined ? '' : JSON.stringify(next);
      if (text === known) return;
      known = text;
      guard.guard(next);
      const held = waiting;
      waiting = [];
      if (next !== undefined) for (const go of held) go();
    },
    outgoing: (attempt, signal) => once(() => guard.outgoing(attempt, signal)),
    incoming: (attempt, signal, proof) => once(() => guard.incoming(attempt, signal, proof)),
  };
};
