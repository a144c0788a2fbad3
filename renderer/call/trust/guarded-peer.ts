import { type Failure, failure } from '#core/contract/error-codes.ts';
import { isDescription, type PeerSignal } from '#core/contract/signalling.ts';
import { type CallWords, callWords } from '#core/trust/call-words.ts';
import { fingerprintOf } from '#core/trust/fingerprint.ts';
import type { CallPeer, CallPeerEvents, CallPeerOptions, CreateCallPeer } from '../call-peer.ts';

export interface GuardedPeerOptions extends Omit<CallPeerOptions, 'events'> {
  readonly events: Omit<CallPeerEvents, 'onConnected'> & {
    /** Connected, with the two certificates that were signed. */
    onConnected(words: CallWords): void;
    /** The connection uses another certificate than was signed: it is closed. */
    onForged(failure: Failure): void;
  };
}

/**
 * A peer that counts as connected only once it is seen to use the certificates of the descriptions that went out and came in, both
 * of which were signed and verified on their way. Until then nothing that it brings is passed on, and nothing is sent.
 */
export const createGuardedPeer = (
  createPeer: CreateCallPeer,
  { events, ...options }: GuardedPeerOptions,
): CallPeer => {
  const announced: { own?: string; other?: string } = {};
  let proven = false;
  let closed = false;
  const early: (() => void)[] = [];

  const note = (end: 'own' | 'other', signal: PeerSignal): void => {
    if (!isDescription(signal)) return;
    const read = fingerprintOf(signal.sdp);
    if (read.ok) announced[end] = read.value;
  };
  const onceProven =
    <Told extends readonly unknown[]>(tell: (...told: Told) => void) =>
    (...told: Told): void => {
      if (closed) return;
      if (proven) tell(...told);
      else early.push(() => tell(...told));
    };
  const close = (): void => {
    closed = true;
    peer.close();
  };

  const prove = async (): Promise<void> => {
    const inUse = await peer.certificates().catch(() => ({ own: [], other: [] }));
    if (closed) return;
    const { own = '', other = '' } = announced;
    const isOnly = (wanted: string, used: readonly string[]): boolean =>
      used.length > 0 && used.every((one) => one === wanted);
    if (!isOnly(own, inUse.own) || !isOnly(other, inUse.other)) {
      close();
      events.onForged(failure('PEER_FORGED', 'a certificate in use that nobody signed'));
      return;
    }
    proven = true;
    events.onConnected(options.initiator ? callWords(own, other) : callWords(other, own));
    for (const tell of early.splice(0)) tell();
  };

  const peer = createPeer({
    ...options,
    events: {
      onSignal: (signal) => {
        note('own', signal);
        events.onSignal(signal);
      },
      onConnected: () => void prove(),
      onConsultation: onceProven((text) => events.onConsultation(text)),
      onLive: onceProven((text) => events.onLive(text)),
      onBulk: onceProven((bytes) => events.onBulk(bytes)),
      onStray: onceProven(() => events.onStray()),
      onBulkReady: onceProven(() => events.onBulkReady()),
      onRemoteMedia: onceProven((source) => events.onRemoteMedia(source)),
      onRelayRefused: (detail) => events.onRelayRefused(detail),
      onFailed: () => events.onFailed(),
      onClosed: () => {
        closed = true;
        events.onClosed();
      },
    },
  });
  return {
    ...peer,
    signal: (signal) => {
      note('other', signal);
      peer.signal(signal);
    },
    sendConsultation: (text) => proven && peer.sendConsultation(text),
    sendLive: (text) => proven && peer.sendLive(text),
    sendBulk: (bytes) => proven && peer.sendBulk(bytes),
    close,
  };
};
