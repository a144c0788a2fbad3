import type { Sending } from '#core/call/ladder/sending.ts';
import type { MediaSource } from '#core/call/media-sources.ts';
import type { IceServer } from '#core/contract/ice.ts';
import type { PeerSignal } from '#core/contract/signalling.ts';
import type { Milliseconds } from '#core/time.ts';
import type { LineCounters } from './quality/line-counters.ts';
import type { CertificatesInUse } from './trust/certificates.ts';

/** One sound that comes in, counted from the start of a peer connection. */
export interface SoundCounters {
  readonly packets: number;
  /** Samples, or packets where the browser does not count samples: those that came and those that were made up. */
  readonly total: number;
  /** Of `total`, made up by the decoder because nothing came in time. */
  readonly madeUp: number;
}

/** What the statistics of a peer connection say, counted from its start. */
export interface PeerStatistics {
  /** Rises with every packet that comes in, of whatever kind. */
  readonly packetsReceived: number;
  /** Frames of the other side's face that were decoded. */
  readonly framesDecoded: number;
  /** Frames of the examination camera that were decoded. */
  readonly examFramesDecoded: number;
  readonly stethoscope: SoundCounters;
  /** Packets of the other side's voice. */
  readonly voicePacketsReceived: number;
  /** Energy that this side's microphone has yielded (webrtc-stats, totalAudioEnergy); undefined where the browser does not tell. */
  readonly microphoneEnergy: number | undefined;
  /** Packets of this side's voice, and the bytes in them without headers. */
  readonly voiceSent: { readonly packets: number; readonly bytes: number };
  /** Bytes of picture and sound that were sent. */
  readonly mediaBytesSent: number;
  readonly line: LineCounters;
  /** Of the selected candidate pair; undefined while not measured. */
  readonly roundTripMs: Milliseconds | undefined;
}

/** What is sent, by its source; a missing one is sent as nothing. Only the cabin can send `exam` and `stethoscope`. */
export type OutgoingTracks = { readonly [Source in MediaSource]?: MediaStreamTrack | undefined };

/** What comes from the other side; every stream is there from the start, and mute until something is sent. */
export interface RemoteStreams {
  /** Face and voice. */
  readonly conversation: MediaStream;
  /** The examination camera. Empty at the cabin. */
  readonly exam: MediaStream;
  /** The electronic stethoscope. Empty at the cabin. */
  readonly stethoscope: MediaStream;
}

/** One peer connection of one attempt. */
export interface CallPeer {
  readonly remote: RemoteStreams;
  signal(signal: PeerSignal): void;
  /** New ICE candidates in a new offer; only the initiator can. */
  restartIce(): Promise<void>;
  /** For the next candidates that are gathered; a path that stands is left alone. */
  setIceServers(servers: readonly IceServer[]): void;
  /** The peer does not join: finds out whether the relay refuses it, and tells by `onRelayRefused`. */
  checkRelay(): void;
  /** Puts the tracks in, or takes them out, without negotiating. */
  setTracks(tracks: OutgoingTracks): Promise<void>;
  /** Tells the encoders what to send; without a negotiation. */
  setSending(sending: Sending): void;
  /** Sends the next picture of each source whole: what came before it was lost, and no later one can be drawn without it. */
  renewPictures(): void;
  /** False when it was not sent: the channel is not open, or too much waits in it. */
  sendConsultation(text: string): boolean;
  /** False when it was dropped: stale live data is worth nothing, so nothing is queued. */
  sendLive(text: string): boolean;
  /** False when it was not taken: the channel is not open, or enough waits in it; `onBulkReady` tells when there is room again. */
  sendBulk(bytes: Uint8Array<ArrayBuffer>): boolean;
  statistics(): Promise<PeerStatistics>;
  certificates(): Promise<CertificatesInUse>;
  close(): void;
}

export interface CallPeerEvents {
  onSignal(signal: PeerSignal): void;
  /** ICE is connected and the consultation channel is open. No `onConsultation` comes before. */
  onConnected(): void;
  onConsultation(text: string): void;
  onLive(text: string): void;
  onBulk(bytes: ArrayBuffer): void;
  /** Bytes came over a channel that carries text, or text over the one that carries bytes. */
  onStray(): void;
  /** The bulk channel takes more. */
  onBulkReady(): void;
  /** Packets of this source arrive: the first frame or sound is near. */
  onRemoteMedia(source: MediaSource): void;
  /** The relay does not take this side's credential; `detail` is its answer, for the technician. */
  onRelayRefused(detail: string): void;
  /** The browser has given the present path up; a restart may find another. */
  onFailed(): void;
  /** The other side closed, or it broke for good. Not called after `close`. */
  onClosed(): void;
}

export interface CallPeerOptions {
  readonly initiator: boolean;
  readonly iceServers: readonly IceServer[];
  /** What the line is believed to bear: before the first packet, which would else flood a thin one. */
  readonly sending: Sending;
  /** What the estimate of the line is to begin with, in bit/s; undefined: as the browser does by itself. */
  readonly startBitrate: number | undefined;
  /** Longer packets of sound: a third of the headers, 40 ms later. */
  readonly thin: boolean;
  readonly events: CallPeerEvents;
}
export type CreateCallPeer = (options: CallPeerOptions) => CallPeer;
