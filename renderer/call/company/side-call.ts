import type { StoreApi } from 'zustand/vanilla';
import { LONGEST_MESSAGE } from '#core/contract/consultation.ts';
import { failure } from '#core/contract/error-codes.ts';
import type { IceServer } from '#core/contract/ice.ts';
import {
  type CallParty,
  SIDE_CALLS,
  type SideCallName,
  type SideMessage,
} from '#core/contract/side-calls.ts';
import type { Attempt } from '#core/contract/signalling.ts';
import { assertNever } from '#core/result.ts';
import type { Clock } from '#core/time.ts';
import type { GuardedCall } from '#gateway/client/trust/signal-guard.ts';
import type { SharedTracks } from '../borrowed-media.ts';
import type { CreateCallPeer } from '../call-peer.ts';
import { createCallSession } from '../call-session.ts';
import type { CallSnapshot, Stop } from '../call-snapshot.ts';
import type { InputFault } from '../input-faults.ts';
import type { LineCeilings } from '../quality/call-quality.ts';
import type { SoundSink } from '../video-outlets.ts';
import { createSideSignals, type SideProver } from './side-signals.ts';

export interface SideCallOptions {
  readonly call: SideCallName;
  /** Which of its ends this page is. */
  readonly party: CallParty;
  readonly createPeer: CreateCallPeer;
  /** What this page may send; nothing of its own is opened. */
  readonly shared: SharedTracks;
  /** For an end that has its own; the others are told with each attempt. */
  readonly iceServers?: () => readonly IceServer[];
  /** The relay refuses those: asks for others. The other ends ask the router. */
  readonly renewIce?: () => void;
  /** What the call of patient and physician leaves of this page's line; undefined for a page that is in none. */
  readonly ceilings?: () => LineCeilings;
  /** For an end that speaks for itself; a window of the cabin has the main process sign and judge. */
  readonly trust?: SideProver;
  /** Where the other end's voice is played. */
  readonly sink?: SoundSink | undefined;
  readonly clock: Clock;
  readonly send: (message: SideMessage) => void;
  /** Finds out whether signalling is alive. */
  readonly probe?: () => void;
  /** The channel to the other end is open. */
  readonly onChannel?: () => void;
  /** False: not understood. Without it, nothing is to be said over this call. */
  readonly onText?: (text: string) => boolean;
  /** The other end sent what was not taken; each kind once per attempt. */
  readonly onUnread: (fault: InputFault) => void;
}

/** One more call of this page, as the cabin's router tells: on, off, and every attempt in between. */
export interface SideCall {
  readonly store: StoreApi<CallSnapshot>;
  /** A message of the router; one of another call is not for this one. */
  receive(message: SideMessage): void;
  /** To the other end; false when it was not sent. */
  sendText(text: string): boolean;
  attachRemote(video: HTMLVideoElement): Stop;
  /** Some element of the page plays the other end. */
  isShown(): boolean;
  /** Who is to be at the other end; until it is known, signals wait. */
  guard(call: GuardedCall | undefined): void;
  /** Other credentials of the relay, for an end that has its own. */
  setIceServers(servers: readonly IceServer[]): void;
  networkChanged(): void;
  signalling(works: boolean): void;
  /** Ends it for now; the router may turn it on again. */
  hangUp(): void;
  close(): void;
}

/** An end of a side call; what the other end gets is `shared`, from the moment at which it is on. */
export const createSideCall = (options: SideCallOptions): SideCall => {
  const { call, party, send, clock } = options;
  const offers = SIDE_CALLS[call].offers === party;
  const told = new Set<InputFault>();
  const unread = (fault: InputFault): void => {
    if (told.has(fault)) return;
    told.add(fault);
    options.onUnread(fault);
  };
  const session = createCallSession({
    role: offers ? 'cabin' : 'physician',
    createPeer: options.createPeer,
    shared: options.shared,
    getUserMedia: () => Promise.reject(new Error('nothing is opened for a side call')),
    devices: { onDevicesChanged: () => () => {}, watchPicture: () => () => {}, onAllowed: () => () => {} },
    clock,
    ceilings: options.ceilings,
    sink: options.sink,
    sendSignal: (attempt, signal) => signals.outgoing(attempt, signal),
    askRestart: (attempt) => send({ type: 'restart', call, attempt }),
    askAttempt: () => send({ type: 'ready', call }),
    onDistrusted: (attempt, code) => send({ type: 'refused', call, attempt, code }),
    onRelayRefused: options.renewIce ?? (() => send({ type: 'relay-refused', call })),
    probe: () => options.probe?.(),
    onAttempt: () => told.clear(),
    onChannels: () => options.onChannel?.(),
    onConsultation: (text) => {
      if (text.length > LONGEST_MESSAGE) unread('MESSAGE_TOO_LONG');
      else if (options.onText?.(text) !== true) unread('INVALID_MESSAGE');
    },
    onLive: () => 'INVALID_MESSAGE',
    onUnread: unread,
    // A line too thin for one more moving picture bears no stills beside the physician's either.
    pictures: { look: () => {}, delivers: () => false, stop: () => {} },
  });

  const open = (attempt: Attempt, servers: readonly IceServer[] = []): void =>
    session.open(attempt, options.iceServers?.() ?? servers);
  const signals = createSideSignals({
    call,
    offers,
    trust: options.trust,
    send: (attempt, signal, proof) =>
      send({ type: 'signal', call, attempt, signal, ...(proof && { proof }) }),
    deliver: (attempt, signal) => {
      if (!offers && signal.type === 'offer') open(attempt);
      session.signal(attempt, signal);
    },
    refused: (attempt, code, detail) => {
      session.distrust(attempt, failure(code, detail));
      send({ type: 'refused', call, attempt, code });
    },
  });

  return {
    store: session.store,
    receive: (message) => {
      if (message.call !== call) return;
      switch (message.type) {
        case 'on':
          void session.sendMedia();
          if (offers) send({ type: 'ready', call });
          else if (session.store.getState().state === 'idle') session.expect();
          else send({ type: 'ready', call });
          break;
        case 'open':
          if (offers) open(message.attempt, message.iceServers);
          break;
        case 'signal':
          signals.incoming(message.attempt, message.signal, message.proof);
          break;
        case 'restart':
          session.restart(message.attempt);
          break;
        case 'refused':
          session.distrust(message.attempt, failure(message.code, 'told by the other end'));
          // The main process believes its own windows that a call which was proven is refused all the same.
          if (options.trust === undefined && session.store.getState().failure?.code === message.code)
            send(message);
          break;
        case 'ice-servers':
          session.setIceServers(message.iceServers);
          break;
        case 'network-changed':
          session.networkChanged();
          break;
        case 'off':
          session.hangUp();
          break;
        // Said by an end, never to one.
        case 'ready':
        case 'relay-refused':
          break;
        default:
          assertNever(message);
      }
    },
    sendText: session.sendConsultation,
    attachRemote: session.attachRemote,
    isShown: session.isShown,
    guard: signals.guard,
    setIceServers: session.setIceServers,
    networkChanged: session.networkChanged,
    signalling: session.signalling,
    hangUp: session.hangUp,
    close: session.close,
  };
};
