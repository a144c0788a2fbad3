import type { StoreApi } from 'zustand/vanilla';
import type { IceServer } from '#core/contract/ice.ts';
import {
  type CallParty,
  SIDE_CALLS,
  type SideCallName,
  type SideMessage,
} from '#core/contract/side-calls.ts';
import { assertNever } from '#core/result.ts';
import type { Clock } from '#core/time.ts';
import type { SharedTracks } from '../borrowed-media.ts';
import type { CreateCallPeer } from '../call-peer.ts';
import { createCallSession } from '../call-session.ts';
import type { CallSnapshot, Stop } from '../call-snapshot.ts';

export interface SideCallOptions {
  readonly call: SideCallName;
  /** Which of its ends this page is. */
  readonly party: CallParty;
  readonly createPeer: CreateCallPeer;
  /** What this page may send; nothing of its own is opened. */
  readonly shared: SharedTracks;
  /** For an end that has its own; the others are told with each attempt. */
  readonly iceServers?: () => readonly IceServer[];
  readonly clock: Clock;
  readonly send: (message: SideMessage) => void;
  /** Finds out whether signalling is alive. */
  readonly probe?: () => void;
  /** The channel to the other end is open. */
  readonly onChannel?: () => void;
  readonly onText?: (text: string) => void;
}

/** One more call of this page, as the cabin's router tells: on, off, and every attempt in between. */
export interface SideCall {
  readonly store: StoreApi<CallSnapshot>;
  /** A message of the router; one of another call is not for this one. */
  receive(message: SideMessage): void;
  /** To the other end; false when it was not sent. */
  sendText(text: string): boolean;
  attachRemote(video: HTMLVideoElement): Stop;
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
  const session = createCallSession({
    role: offers ? 'cabin' : 'physician',
    createPeer: options.createPeer,
    shared: options.shared,
    getUserMedia: () => Promise.reject(new Error('nothing is opened for a side call')),
    devices: { onDevicesChanged: () => () => {}, watchPicture: () => () => {} },
    clock,
    sendSignal: (attempt, signal) => send({ type: 'signal', call, attempt, signal }),
    askRestart: (attempt) => send({ type: 'restart', call, attempt }),
    askAttempt: () => send({ type: 'ready', call }),
    probe: () => options.probe?.(),
    onAttempt: () => {},
    onChannels: () => options.onChannel?.(),
    onConsultation: (text) => options.onText?.(text),
    onLive: () => {},
    // A line too thin for one more moving picture bears no stills beside the physician's either.
    pictures: { look: () => {}, delivers: () => false, stop: () => {} },
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
          if (offers) session.open(message.attempt, options.iceServers?.() ?? message.iceServers ?? []);
          break;
        case 'signal':
          if (!offers && message.signal.type === 'offer')
            session.open(message.attempt, options.iceServers?.() ?? []);
          session.signal(message.attempt, message.signal);
          break;
        case 'restart':
          session.restart(message.attempt);
          break;
        case 'off':
          session.hangUp();
          break;
        // Said by an end, never to one.
        case 'ready':
          break;
        default:
          assertNever(message);
      }
    },
    sendText: session.sendConsultation,
    attachRemote: session.attachRemote,
    networkChanged: session.networkChanged,
    signalling: session.signalling,
    hangUp: session.hangUp,
    close: session.close,
  };
};
