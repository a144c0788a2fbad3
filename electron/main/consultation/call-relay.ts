import type { CallEvent, IceServer } from '#core/contract/ipc.ts';
import type { Attempt, PeerSignal, ToPhysician } from '#core/contract/signalling.ts';

/** Carries signalling between the patient's window and the physician's page, and issues the attempts at a connection. */
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
  fromPhysician(physicianId: string, attempt: Attempt, signal: PeerSignal): void;
  restartAsked(physicianId: string, attempt: Attempt): void;
  /** The broker is reached, or not. */
  signalling(works: boolean): void;
  /** The machine's network addresses have changed. */
  networkChanged(): void;
}

interface CallRelayOptions {
  readonly newId: () => string;
  readonly iceServers: readonly IceServer[];
  readonly toWindow: (event: CallEvent) => void;
  readonly toPhysician: (physicianId: string, message: ToPhysician) => void;
}

interface Call {
  readonly physicianId: string;
  readonly ticketId: string;
  physicianReady: boolean;
  attempt?: Attempt;
}

export const createCallRelay = ({
  newId,
  iceServers,
  toWindow,
  toPhysician,
}: CallRelayOptions): CallRelay => {
  /** Never goes back, so that a page that missed something can tell an old attempt from a new one. */
  let generation = 0;
  let windowIsReady = false;
  let works = false;
  let call: Call | undefined;

  const begin = (): void => {
    if (call === undefined || !call.physicianReady || !windowIsReady) return;
    generation += 1;
    call.attempt = { attemptId: newId(), generation };
    toWindow({ type: 'open', attempt: call.attempt, iceServers });
  };
  const isPresent = (attempt: Attempt): boolean => call?.attempt?.attemptId === attempt.attemptId;

  return {
    open: (physicianId, ticketId) => {
      call = { physicianId, ticketId, physicianReady: false };
    },
    close: () => {
      if (call === undefined) return;
      call = undefined;
      toWindow({ type: 'close' });
    },
    windowReady: () => {
      windowIsReady = true;
      toWindow({ type: 'signalling', works });
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
      if (call === undefined || !isPresent(attempt)) return;
      toPhysician(call.physicianId, { type: 'signal', ticketId: call.ticketId, attempt, signal });
    },
    fromPhysician: (physicianId, attempt, signal) => {
      if (call?.physicianId === physicianId && isPresent(attempt))
        toWindow({ type: 'signal', attempt, signal });
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
