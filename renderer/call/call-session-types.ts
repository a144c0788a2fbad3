import type { StoreApi } from 'zustand/vanilla';
import type { Rung } from '#core/call/ladder/rungs.ts';
import type { LineMeasure } from '#core/call/line-test.ts';
import type { Failure } from '#core/contract/error-codes.ts';
import type { IceServer } from '#core/contract/ice.ts';
import type { PeerRefusal } from '#core/contract/identity.ts';
import type { Attempt, PeerSignal } from '#core/contract/signalling.ts';
import type { Clock } from '#core/time.ts';
import type { SharedTracks } from './borrowed-media.ts';
import type { CreateCallPeer, OutgoingTracks, RemoteStreams } from './call-peer.ts';
import type { CallMedia, CallSnapshot, Stop } from './call-snapshot.ts';
import type { InputFault } from './input-faults.ts';
import type { DeviceWatch } from './local-media.ts';
import type { GetUserMedia } from './media.ts';
import type { Loudspeaker } from './own-devices/loudspeaker.ts';
import type { LineCeilings } from './quality/call-quality.ts';
import type { LinePictureSender } from './stills/line-picture-sender.ts';
import type { ShownPicture } from './stills/shown-picture.ts';
import type { SoundSink } from './video-outlets.ts';

export interface CallSessionOptions {
  /** The cabin offers; the physician answers. */
  readonly role: 'cabin' | 'physician';
  readonly createPeer: CreateCallPeer;
  readonly getUserMedia: GetUserMedia;
  readonly devices: DeviceWatch;
  /** The cabin's, whose absence is told with the faults of camera and microphone. */
  readonly loudspeaker?: Loudspeaker | undefined;
  readonly clock: Clock;
  readonly sendSignal: (attempt: Attempt, signal: PeerSignal) => void;
  /** The physician's side asks the cabin to restart ICE. */
  readonly askRestart: (attempt: Attempt) => void;
  /** Asks whoever opens attempts for a new one. */
  readonly askAttempt: () => void;
  /** The relay does not take this side's credential, told once an attempt: `setIceServers` with another. */
  readonly onRelayRefused?: (detail: string) => void;
  /** This attempt fails here because the other end is not proven: whoever does not know yet is to be told why. */
  readonly onDistrusted?: (attempt: Attempt, code: PeerRefusal) => void;
  /** Finds out whether signalling is alive. */
  readonly probe: () => void;
  /** A new attempt begins: nothing of the older one's channels will come any more. */
  readonly onAttempt: () => void;
  /** The attempt's data channels are open; nothing the other side said comes before. */
  readonly onChannels: () => void;
  readonly onConsultation: (text: string) => void;
  /** Gives why it was not taken, if it was not. */
  readonly onLive: (text: string) => InputFault | undefined;
  /** From the test of the line before the call, seen from this end; undefined when there was none. */
  readonly line?: () => LineMeasure | undefined;
  /** What this side's line leaves, for a call beside the one of patient and physician. */
  readonly ceilings?: (() => LineCeilings) | undefined;
  /** Sends what another call of this page has open, in place of a camera and microphone of its own. */
  readonly shared?: SharedTracks;
  /** Where the other side's voice is played; absent: where the system plays everything. */
  readonly sink?: SoundSink | undefined;
  /** A piece of a picture or sound; gives why it was not taken, if it was not. */
  readonly onBulk?: (bytes: ArrayBuffer) => InputFault | undefined;
  /** Something came over the live or the bulk channel, or bytes over a channel of text, that was not taken. */
  readonly onUnread: (fault: InputFault) => void;
  /** The bulk channel takes pieces: first, and again after it was full. */
  readonly onBulkReady?: () => void;
  /** Sends single pictures in place of moving ones. */
  readonly pictures: LinePictureSender;
}

/** Instruments that the cabin sends beside face and voice. */
export type InstrumentTracks = Pick<OutgoingTracks, 'exam' | 'stethoscope'>;

/** One call over all its attempts. Objects live here; `store` holds what a screen may show. */
export interface CallSession extends CallMedia {
  readonly store: StoreApi<CallSnapshot>;
  /** A call is to be held, and this side waits for its first attempt; it asks again when none comes. */
  expect(): void;
  /** Opens a peer for this attempt in place of any older one. An attempt that is not newer is dropped. */
  open(attempt: Attempt, iceServers: readonly IceServer[]): void;
  /** A signal of the other side; one of another attempt is dropped. */
  signal(attempt: Attempt, signal: PeerSignal): void;
  /**
   * No peer comes of this attempt, here or at the other end: the call is lost for this reason, and asked for anew, until an attempt joins.
   * A call that has joined goes on; if it is lost soon after, this is the reason that is shown.
   */
  distrust(of: Attempt, reason: Failure): void;
  /** The other side asks for an ICE restart. */
  restart(attempt: Attempt): void;
  /** Fresh credentials of the relay: a call that has not joined yet tries with them at once, one that has when it needs a new path. */
  setIceServers(servers: readonly IceServer[]): void;
  /** Signalling carries messages, or not: what would need it waits until it does. */
  signalling(works: boolean): void;
  /** The operating system tells of other network addresses. */
  networkChanged(): void;
  sendConsultation(text: string): boolean;
  sendLive(text: string): boolean;
  sendBulk(bytes: Uint8Array<ArrayBuffer>): boolean;
  /**
   * The physician's choice for what this side sends, or for what the cabin sends; undefined: the line decides again, and one rung more is
   * tried at once.
   */
  chooseRung(way: 'outgoing' | 'incoming', rung: Rung | undefined): void;
  /** A picture came in place of moving ones. */
  showPicture(picture: ShownPicture): void;
  /** Sends these instruments, in every attempt, until others are set or the call is hung up; whoever opened a track stops it. */
  setInstruments(tracks: InstrumentTracks): void;
  /** Some element of the page plays the other side. */
  isShown(): boolean;
  /** The other side's streams, now and with each new peer; undefined while there is none. */
  onRemoteStreams(listener: (streams: RemoteStreams | undefined) => void): Stop;
  /** What this call sends of face and voice, for other calls of this page. */
  readonly shared: SharedTracks;
  /** Whether the line is so thin that headers of packets matter; a missing camera makes none thin. */
  lineIsThin(): boolean;
  /** Ends this call: peer closed, camera and microphone stopped. Another may follow. */
  hangUp(): void;
  /** Gives everything up for good. */
  close(): void;
}
