import type { IceServer } from '#core/contract/ipc.ts';
import type { PeerSignal } from '#core/contract/signalling.ts';
import type { Milliseconds } from '#core/time.ts';

/** What the statistics of a peer connection say, counted from its start. */
export interface PeerStatistics {
  /** Rises with every packet that comes in, of whatever kind. */
  readonly packetsReceived: number;
  /** Frames of the remote picture that were decoded. */
  readonly framesDecoded: number;
  /** Bytes of picture and sound that were sent. */
  readonly mediaBytesSent: number;
  /** Of the selected candidate pair; undefined while not measured. */
  readonly roundTripMs: Milliseconds | undefined;
}

/** Picture and sound to send; a missing one is sent as nothing. */
export interface OutgoingTracks {
  readonly audio?: MediaStreamTrack | undefined;
  readonly video?: MediaStreamTrack | undefined;
}

/** One peer connection of one attempt. */
export interface CallPeer {
  /** Picture and sound from the other side; there from the start, mute until they send. */
  readonly remote: MediaStream;
  signal(signal: PeerSignal): void;
  /** New ICE candidates in a new offer; only the initiator can. */
  restartIce(): Promise<void>;
  /** Puts the tracks in, or takes them out, without negotiating. */
  setTracks(tracks: OutgoingTracks): Promise<void>;
  /** False when it was not sent: the channel is not open, or too much waits in it. */
  sendConsultation(text: string): boolean;
  /** False when it was dropped: stale live data is worth nothing, so nothing is queued. */
  sendLive(text: string): boolean;
  statistics(): Promise<PeerStatistics>;
  close(): void;
}

export interface CallPeerEvents {
  onSignal(signal: PeerSignal): void;
  /** ICE is connected and the consultation channel is open. */
  onConnected(): void;
  onConsultation(text: string): void;
  onLive(text: string): void;
  /** Packets of the remote picture arrive: the first frame is near. */
  onRemotePicture(): void;
  /** The other side closed, or it broke for good. Not called after `close`. */
  onClosed(): void;
}

export interface CallPeerOptions {
  readonly initiator: boolean;
  readonly iceServers: readonly IceServer[];
  readonly events: CallPeerEvents;
}
export type CreateCallPeer = (options: CallPeerOptions) => CallPeer;
