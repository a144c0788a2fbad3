import { type Failure, failure } from '#core/contract/error-codes.ts';
import { type PeerRefusal, type Proof, peerRefusalSchema } from '#core/contract/identity.ts';
import type { CallName } from '#core/contract/side-calls.ts';
import {
  type Attempt,
  isDescription,
  type PeerSignal,
  type SessionDescription,
} from '#core/contract/signalling.ts';
import { fail, ok, type Result } from '#core/result.ts';
import { type CallWords, callWords } from '#core/trust/call-words.ts';
import { fingerprintOf } from '#core/trust/fingerprint.ts';
import type { Person } from '#core/trust/judge-statement.ts';
import type { Description } from '#core/trust/proof-text.ts';
import type { IdentityProver } from './identity-prover.ts';

/** Why a description was not taken, or not sent. */
export interface Refused {
  readonly code: PeerRefusal;
  /** For the technician. */
  readonly detail: string | undefined;
}

/** What a call belongs to, as both its ends know it, and who is to be at its other end. */
export interface GuardedCall {
  readonly occasion: Description['occasion'];
  readonly other: Person;
}

/**
 * Stands between one side's peer connection and signalling: nothing leaves unsigned, and nothing comes in before the other side has
 * proven to have made it. Both ways keep their order.
 */
export interface SignalGuard {
  /** Signals of another call are not carried any more. Undefined: there is no call. */
  guard(call: GuardedCall | undefined): void;
  outgoing(attempt: Attempt, signal: PeerSignal): void;
  incoming(attempt: Attempt, signal: PeerSignal, proof: Proof | undefined): void;
}

export interface SignalGuardOptions {
  readonly call: CallName;
  readonly role: Person['role'];
  /** This end offers, the other one answers. */
  readonly offers: boolean;
  readonly prover: Pick<IdentityProver, 'prove' | 'judge'>;
  readonly send: (attempt: Attempt, signal: PeerSignal, proof: Proof | undefined) => void;
  readonly deliver: (attempt: Attempt, signal: PeerSignal) => void;
  readonly refused: (attempt: Attempt, refused: Refused) => void;
  /** Both ends of this attempt are proven. */
  readonly proven?: (attempt: Attempt, words: CallWords) => void;
}

/** Candidates that came before their description, which must be few. */
const MOST_EARLY = 64;

/** The certificates of one attempt: of which this side signed, and the other side has proven, a description. */
interface Ends {
  readonly attempt: Attempt;
  own?: string;
  other?: string;
}

const asRefused = ({ code, detail }: Failure): Refused => ({
  code: peerRefusalSchema.catch('PEER_UNPROVEN').parse(code),
  detail,
});

export const createSignalGuard = (options: SignalGuardOptions): SignalGuard => {
  const { role, prover } = options;
  let call: GuardedCall | undefined;
  /** Of the latest attempt that either side has proven to mean; a stranger's word changes nothing here. */
  let ends: Ends | undefined;
  let early: { readonly attemptId: string; readonly signals: PeerSignal[] } | undefined;
  let sending = Promise.resolve();
  let receiving = Promise.resolve();

  const isKnown = ({ attemptId }: Attempt): boolean => ends?.attempt.attemptId === attemptId;
  /** A proven message of an older attempt is a late or a repeated one. */
  const isOld = (attempt: Attempt): boolean =>
    ends !== undefined && !isKnown(attempt) && attempt.generation <= ends.attempt.generation;
  const note = (attempt: Attempt, certificate: Pick<Ends, 'own' | 'other'>): void => {
    ends = { ...(isKnown(attempt) && ends), attempt, ...certificate };
    const { own, other } = ends;
    if (own !== undefined && other !== undefined)
      options.proven?.(attempt, options.offers ? callWords(own, other) : callWords(other, own));
  };
  const describe = (
    { occasion }: GuardedCall,
    from: Person['role'],
    attempt: Attempt,
    { type, sdp, negotiation }: SessionDescription,
  ): Result<Description, Failure> => {
    const read = fingerprintOf(sdp);
    if (!read.ok) return fail(failure('PEER_FORGED', `${read.failure} fingerprint`));
    const offered = from === role ? ends?.other : ends?.own;
    const answers = type === 'answer' && isKnown(attempt) ? offered : undefined;
    return ok({
      call: options.call,
      occasion,
      attempt,
      role: from,
      type,
      negotiation,
      sdp,
      fingerprint: read.value,
      answers,
    });
  };

  const sign = async (mine: GuardedCall, attempt: Attempt, signal: SessionDescription): Promise<void> => {
    const described = describe(mine, role, attempt, signal);
    const proof = described.ok ? await prover.prove(described.value) : described;
    if (mine !== call) return;
    if (!described.ok || !proof.ok) {
      if (!proof.ok) options.refused(attempt, asRefused(proof.failure));
      return;
    }
    note(attempt, { own: described.value.fingerprint });
    options.send(attempt, signal, proof.value);
  };

  const verify = async (
    mine: GuardedCall,
    attempt: Attempt,
    signal: SessionDescription,
    proof: Proof | undefined,
  ): Promise<void> => {
    const described = describe(mine, mine.other.role, attempt, signal);
    const judged = described.ok ? await prover.judge(described.value, proof, mine.other) : described;
    if (mine !== call) return;
    if (!described.ok || !judged.ok) {
      if (!judged.ok) options.refused(attempt, asRefused(judged.failure));
      return;
    }
    note(attempt, { other: described.value.fingerprint });
    options.deliver(attempt, signal);
    if (early?.attemptId === attempt.attemptId)
      for (const waiting of early.signals) options.deliver(attempt, waiting);
    early = undefined;
  };

  const receive = async (
    mine: GuardedCall,
    attempt: Attempt,
    signal: PeerSignal,
    proof: Proof | undefined,
  ): Promise<void> => {
    if (mine !== call || isOld(attempt)) return;
    if (isDescription(signal)) return verify(mine, attempt, signal, proof);
    if (signal.type !== 'candidate') return;
    if (isKnown(attempt) && ends?.other !== undefined) return options.deliver(attempt, signal);
    if (early?.attemptId !== attempt.attemptId) early = { attemptId: attempt.attemptId, signals: [] };
    if (early.signals.length < MOST_EARLY) early.signals.push(signal);
  };

  return {
    guard: (next) => {
      call = next;
      ends = undefined;
      early = undefined;
    },
    outgoing: (attempt, signal) => {
      const mine = call;
      if (!mine) return;
      sending = sending.then(() => {
        if (mine !== call) return;
        if (isDescription(signal)) return sign(mine, attempt, signal);
        options.send(attempt, signal, undefined);
      });
    },
    incoming: (attempt, signal, proof) => {
      const mine = call;
      if (!mine) return;
      receiving = receiving.then(() => receive(mine, attempt, signal, proof));
    },
  };
};
