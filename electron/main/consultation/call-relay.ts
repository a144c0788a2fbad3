import type { IceServer } from '#core/contract/ice.ts';
import type { PeerRefusal, Proof } from '#core/contract/identity.ts';
import type { CallEvent } from '#core/contract/ipc.ts';
import type { Attempt, PeerSignal, ToPhysician } from '#core/contract/signalling.ts';
import { type PeerTrust, UNKNOWN_PEER } from '#core/trust/peer-trust.ts';
import type { IdentityProver } from '#gateway/client/trust/identity-prover.ts';
import { createSignalGuard, type Refused } from '#gateway/client/trust/signal-guard.ts';

/**
 * Carries signalling between the patient's window and the physician's page, and issues the attempts at a connection. It signs for the
 * cabin and judges the physician's proofs here, in the main process: a window that was taken over can speak for nobody else.
 */
export interface CallRelay {
  /** A claim holds: `ticketId` of this physician. */
  open(physicianId: string, ticketId: string): void;
  /** No claim holds any more. */
  close(): void;
  /** The patient's window can hold a call: first, after a reload, and when it gives the present attempt up. */
  windowReady(): void;
  /** The patient's window is gone. */
  windowGone(): void;
  /** The physician's page can hold a call: first, and after a reload. */
  physicianReady(physicianId: string): void;
  fromWindow(attempt: Attempt, signal: PeerSignal): void;
  fromPhysician(physicianId: string, attempt: Attempt, signal: PeerSignal, proof: Proof | undefined): void;
  /** The physician's page did not take a description of the cabin. */
  refusedByPhysician(physicianId: string, attempt: Attempt, code: PeerRefusal): void;
  /** The patient's window found the connection to use another certificate than was signed, or a call that lived was lost for what was told. */
  refusedByWindow(attempt: Attempt, code: PeerRefusal): void;
  restartAsked(physicianId: string, attempt: Attempt): void;
  /** The patient's window holds a call that lives, or not: one that does is not ended by what a stranger sends. */
  callAlive(alive: boolean): void;
  /** What peers opened from now on may use to find a path; a peer that stands is told too. */
  iceServers(servers: readonly IceServer[]): void;
  /** The broker is reached, or not. */
  signalling(works: boolean): void;
  /** The machine's network addresses have changed. */
  networkChanged(): void;
}

interface CallRelayOptions {
  readonly newId: () => string;
  readonly toWindow: (event: CallEvent) => void;
  readonly toPhysician: (physicianId: string, message: ToPhysician) => void;
  readonly prover: Pick<IdentityProver, 'prove' | 'judge'>;
  readonly onTrust?: (trust: PeerTrust) => void;
  /** A description was refused here; one line for the technician. */
  readonly onRefused?: (refused: Refused) => void;
  /** The window has given an attempt up: the next one may need other credentials of the relay. */
  readonly onGivenUp?: () => void;
  /** Nothing comes in over a call that lived: the way to the broker may be dead too, and is needed to mend it. */
  readonly onSilence?: () => void;
}

interface Call {
  readonly physicianId: string;
  readonly ticketId: string;
  physicianReady: boolean;
  attempt?: Attempt;
}

export const createCallRelay = ({
  newId,
  toWindow,
  toPhysician,
  prover,
  onTrust = () => {},
  onRefused = () => {},
  onGivenUp = () => {},
  onSilence = () => {},
}: CallRelayOptions): CallRelay => {
  /** Never goes back, so that a page that missed something can tell an old attempt from a new one. */
  let generation = 0;
  let windowIsReady = false;
  let works = false;
  let alive = false;
  let iceServers: readonly IceServer[] = [];
  let call: Call | undefined;

  const begin = (): void => {
    if (call === undefined || !call.physicianReady || !windowIsReady) return;
    generation += 1;
    call.attempt = { attemptId: newId(), generation };
    toWindow({ type: 'open', attempt: call.attempt, iceServers });
  };
  const isPresent = (attempt: Attempt): boolean => call?.attempt?.attemptId === attempt.attemptId;
  const refuse = (attempt: Attempt, code: PeerRefusal): void => {
    toWindow({ type: 'refused', attempt, code });
    if (!alive) onTrust({ state: 'refused', code });
  };
  const guard = createSignalGuard({
    call: 'patient-physician',
    role: 'cabin',
    offers: true,
    prover,
    send: (attempt, signal, proof) => {
      if (call === undefined || !isPresent(attempt)) return;
      const { physicianId, ticketId } = call;
      toPhysician(physicianId, { type: 'signal', ticketId, attempt, signal, ...(proof && { proof }) });
    },
    deliver: (attempt, signal) => {
      if (isPresent(attempt)) toWindow({ type: 'signal', attempt, signal });
    },
    refused: (attempt, refused) => {
      onRefused(refused);
      if (call === undefined || !isPresent(attempt)) return;
      const { physicianId, ticketId } = call;
      refuse(attempt, refused.code);
      toPhysician(physicianId, { type: 'signal-refused', ticketId, attempt, code: refused.code });
    },
    proven: (attempt, words) => {
      if (isPresent(attempt)) onTrust({ state: 'proven', words });
    },
  });

  return {
    open: (physicianId, ticketId) => {
      call = { physicianId, ticketId, physicianReady: false };
      guard.guard({ occasion: ticketId, other: { role: 'physician', physicianId } });
    },
    close: () => {
      if (call === undefined) return;
      call = undefined;
      guard.guard(undefined);
      onTrust(UNKNOWN_PEER);
      toWindow({ type: 'close' });
    },
    windowReady: () => {
      windowIsReady = true;
      toWindow({ type: 'signalling', works });
      if (call?.attempt) onGivenUp();
      begin();
    },
    windowGone: () => {
      windowIsReady = false;
    },
    physicianReady: (physicianId) => {
      if (call?.physicianId !== physicianId) return;
      call.physicianReady = true;
      begin();
    },
    fromWindow: (attempt, signal) => {
      if (isPresent(attempt)) guard.outgoing(attempt, signal);
    },
    fromPhysician: (physicianId, attempt, signal, proof) => {
      if (call?.physicianId === physicianId && isPresent(attempt)) guard.incoming(attempt, signal, proof);
    },
    refusedByPhysician: (physicianId, attempt, code) => {
      if (call?.physicianId === physicianId && isPresent(attempt)) refuse(attempt, code);
    },
    refusedByWindow: (attempt, code) => {
      if (call === undefined || !isPresent(attempt)) return;
      const { physicianId, ticketId } = call;
      onTrust({ state: 'refused', code });
      toPhysician(physicianId, { type: 'signal-refused', ticketId, attempt, code });
    },
    callAlive: (next) => {
      if (alive && !next) onSilence();
      alive = next;
    },
    iceServers: (servers) => {
      iceServers = servers;
      if (windowIsReady) toWindow({ type: 'ice-servers', iceServers });
    },
    signalling: (next) => {
      works = next;
      if (windowIsReady) toWindow({ type: 'signalling', works });
    },
    networkChanged: () => {
      if (windowIsReady) toWindow({ type: 'network-changed' });
    },
    restartAsked: (physicianId, attempt) => {
      if (call?.physicianId === physicianId && isPresent(attempt)) toWindow({ type: 'restart', attempt });
    },
  };
};
