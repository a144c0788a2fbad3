import type { PeerRefusal } from '#core/contract/identity.ts';
import type { CallParty, SideCallName, SideMessage } from '#core/contract/side-calls.ts';
import type { IdentityProver } from '#gateway/client/trust/identity-prover.ts';
import { createSignalGuard, type GuardedCall, type Refused } from '#gateway/client/trust/signal-guard.ts';

/** The side calls with one end in a window of the cabin, which offers in each, and who is at the other end. */
const ENDS = {
  'assistant-physician': { window: 'assistant', other: 'physician' },
  'guest-patient': { window: 'patient', other: 'guest' },
} as const satisfies Partial<Record<SideCallName, { readonly window: CallParty; readonly other: CallParty }>>;
type CabinSideCall = keyof typeof ENDS;
const isOfCabin = (call: SideCallName): call is CabinSideCall => call in ENDS;

/** A side call of which a description was not taken. */
export interface SideRefusal {
  readonly call: SideCallName;
  readonly code: PeerRefusal;
}

/**
 * Stands between the router and the ends: signs for the cabin's windows and judges whom they are connected with, as `CallRelay` does for
 * the main call. What guest and physician sign for each other goes through as it is.
 */
export interface SideGuards {
  /** Who is to be at the other end of this call; undefined: it is off. */
  guard(call: CabinSideCall, guarded: GuardedCall | undefined): void;
  /** A message of the router to one end. */
  pass(to: CallParty, message: SideMessage): void;
}

interface SideGuardsOptions {
  readonly prover: Pick<IdentityProver, 'prove' | 'judge'>;
  readonly deliver: (to: CallParty, message: SideMessage) => void;
  /** A description was refused, here or at another end; again with every attempt. */
  readonly onRefused: (refusal: SideRefusal) => void;
  /** Both ends of this call are proven. */
  readonly onProven: (call: SideCallName) => void;
  /** One line for the technician. */
  readonly onDetail?: (refused: Refused) => void;
}

export const createSideGuards = (options: SideGuardsOptions): SideGuards => {
  const { prover, deliver } = options;

  const create = (call: CabinSideCall) => {
    const { window, other } = ENDS[call];
    let known = '';
    let provenId: string | undefined;
    const guard = createSignalGuard({
      call,
      role: 'cabin',
      offers: true,
      prover,
      send: (attempt, signal, proof) =>
        deliver(other, { type: 'signal', call, attempt, signal, ...(proof && { proof }) }),
      deliver: (attempt, signal) => deliver(window, { type: 'signal', call, attempt, signal }),
      refused: (attempt, refused) => {
        options.onDetail?.(refused);
        // Whoever joined stays, whatever a stranger sends under the name of their attempt.
        if (attempt.attemptId !== provenId) options.onRefused({ call, code: refused.code });
        for (const end of [window, other] as const)
          deliver(end, { type: 'refused', call, attempt, code: refused.code });
      },
      proven: ({ attemptId }) => {
        if (attemptId === provenId) return;
        provenId = attemptId;
        options.onProven(call);
      },
    });
    return {
      /** The word of the cabin's own window counts; another's says nothing of a call that is proven, whoever it comes from. */
      counts: (to: CallParty, attemptId: string) => to === other || attemptId !== provenId,
      guard: (next: GuardedCall | undefined) => {
        const text = next === undefined ? '' : JSON.stringify(next);
        if (text === known) return;
        known = text;
        provenId = undefined;
        guard.guard(next);
      },
      pass: (to: CallParty, { attempt, signal, proof }: Extract<SideMessage, { type: 'signal' }>) =>
        to === window ? guard.incoming(attempt, signal, proof) : guard.outgoing(attempt, signal),
    };
  };
  const guards = {
    'assistant-physician': create('assistant-physician'),
    'guest-patient': create('guest-patient'),
  };

  return {
    guard: (call, guarded) => guards[call].guard(guarded),
    pass: (to, message) => {
      const { call } = message;
      const guard = isOfCabin(call) ? guards[call] : undefined;
      if (message.type === 'signal' && guard) return guard.pass(to, message);
      if (message.type === 'refused' && guard?.counts(to, message.attempt.attemptId) !== false)
        options.onRefused({ call, code: message.code });
      deliver(to, message);
    },
  };
};
