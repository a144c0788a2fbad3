/// <reference path="./simple-peer.d.ts" />
import Peer from 'simple-peer/simplepeer.min.js';
import type { Sending } from '#core/call/ladder/sending.ts';
import { MEDIA_SOURCES } from '#core/call/media-sources.ts';
import { BULK_CHANNEL, CONSULTATION_CHANNEL, LIVE_CHANNEL } from '#core/contract/consultation.ts';
import type { IceServer } from '#core/contract/ice.ts';
import { type PeerSignal, peerSignalSchema } from '#core/contract/signalling.ts';
import type { CallPeer, CallPeerOptions, OutgoingTracks, RemoteStreams } from './call-peer.ts';
import type { Stop } from './call-snapshot.ts';
import { preferCodecs } from './codecs.ts';
import { withOpusParameters } from './opus-parameters.ts';
import { applyEncoding, askKeyFrame, encodingOf } from './quality/encodings.ts';
import { carriedTrack } from './quality/resting-track.ts';
import { checkRelay } from './relay-check.ts';
import { relayRefusal } from './relay-refusal.ts';
import { withStartBitrate } from './start-bitrate.ts';
import { readStatistics } from './statistics.ts';
import { certificatesInUse } from './trust/certificates.ts';

/** More than this waiting in the live channel, in bytes, and the next block is dropped: about 200 ms of a very thin link. */
const LIVE_BUFFER_LIMIT = 2_048;
/** A consultation message beyond this backlog, in bytes, waits for the next one. */
const CONSULTATION_BUFFER_LIMIT = 262_144;
/** Pictures and sounds wait outside the browser: what is in its buffer goes before any later reading, on the same association. Bytes. */
const BULK_BUFFER_LIMIT = 65_536;
const BULK_BUFFER_LOW = 16_384;

/** An absent user name is left out: the browser refuses an undefined one beside a TURN address. */
const iceServer = ({ urls, username, credential }: IceServer): RTCIceServer => ({
  urls: [...urls],
  ...(username !== undefined && { username }),
  ...(credential !== undefined && { credential }),
});

/**
 * simple-peer with what it lacks. The original destroys itself when ICE fails, answers two offers that come together and then breaks,
 * breaks on a late answer, and cannot restart ICE.
 */
class RecoverablePeer extends Peer {
  readonly live: RTCDataChannel | undefined;
  readonly bulk: RTCDataChannel | undefined;
  private tracks: OutgoingTracks = {};
  private sending: Sending;
  private readonly thin: boolean;
  private readonly startBitrate: number | undefined;
  private readonly outgoing = new MediaStream();
  private readonly waiting: PeerSignal[] = [];
  private answering = false;
  private answered: number | undefined;
  private readonly onFailed: () => void;
  private offers = 0;
  /** The offer whose answer may be taken in; none while it is being rolled back, nor once it is answered. */
  private unanswered: number | undefined;

  constructor(options: CallPeerOptions) {
    super({
      initiator: options.initiator,
      channelName: CONSULTATION_CHANNEL,
      // One transport for everything: five would each gather candidates, take a relay's port and send checks over a thin line.
      config: { iceServers: options.iceServers.map(iceServer), bundlePolicy: 'max-bundle' },
      objectMode: true,
      sdpTransform: (sdp) => withOpusParameters(sdp, options.thin),
    });
    this.onFailed = options.events.onFailed;
    this.sending = options.sending;
    this.thin = options.thin;
    this.startBitrate = options.startBitrate;
    this.live = this._pc?.createDataChannel(LIVE_CHANNEL.label, {
      negotiated: true,
      id: LIVE_CHANNEL.id,
      ordered: false,
      maxRetransmits: 0,
    });
    this.bulk = this._pc?.createDataChannel(BULK_CHANNEL.label, { negotiated: true, id: BULK_CHANNEL.id });
    if (!options.initiator) return;
    // Negotiated once, empty: picture and sound start later by replacing tracks, without another round trip. Before the first offer,
    // which simple-peer makes in a later task.
    for (const { source, kind, direction } of MEDIA_SOURCES) {
      const transceiver = this._pc?.addTransceiver(kind, {
        direction: direction === 'both' ? 'sendrecv' : 'sendonly',
        streams: [this.outgoing],
        ...(kind === 'video' && { sendEncodings: [{ ...encodingOf(source, options.sending, null) }] }),
      });
      if (transceiver) preferCodecs(transceiver, source, options.thin);
    }
  }

  /** Stays alive when ICE fails: a restart may mend it. */
  override _onConnectionStateChange(): void {}

  override _onIceStateChange(): void {
    const state = this._pc?.iceConnectionState;
    if (state === 'connected' || state === 'completed') super._onIceStateChange();
    else if (state === 'failed') this.onFailed();
  }

  /** A candidate of an attempt that was given up meanwhile is refused by the browser, and does no harm. */
  override _addIceCandidate(candidate: RTCIceCandidateInit): void {
    this._pc?.addIceCandidate(candidate).catch(() => {});
  }

  /** The answer must send in both directions, although there is nothing to send yet. */
  override _createAnswer(): void {
    for (const [index, transceiver] of (this._pc?.getTransceivers() ?? []).entries()) {
      if (MEDIA_SOURCES[index]?.direction !== 'both') continue;
      transceiver.direction = 'sendrecv';
      transceiver.sender.setStreams?.(this.outgoing);
    }
    void this.applyTracks();
    super._createAnswer();
  }

  /** Takes a signal in its turn: offers one at a time, answers only to the latest offer. */
  receive(signal: PeerSignal): void {
    if (this.destroyed || this.destroying) return;
    if (this.answering) {
      this.waiting.push(signal);
      return;
    }
    if (signal.type === 'offer') {
      if (this.initiator) return;
      this.answering = true;
      this.answered = signal.negotiation;
    } else if (signal.type === 'answer') {
      if (this.unanswered === undefined || signal.negotiation !== this.unanswered) return;
      this.unanswered = undefined;
    } else if (signal.type !== 'candidate') return;
    this.signal(
      signal.type === 'offer' || signal.type === 'answer'
        ? { ...signal, sdp: withStartBitrate(withOpusParameters(signal.sdp, this.thin), this.startBitrate) }
        : signal,
    );
  }

  /** Numbers what goes out, and lets the next offer in once this one is answered. */
  describe(data: object): PeerSignal | undefined {
    const parsed = peerSignalSchema.safeParse(data);
    // A request to renegotiate has no use here: everything was negotiated at the start.
    if (!parsed.success || parsed.data.type === 'renegotiate') return undefined;
    const signal = parsed.data;
    if (signal.type === 'offer') {
      this.offers += 1;
      this.unanswered = this.offers;
      return { ...signal, negotiation: this.offers };
    }
    if (signal.type === 'answer') {
      queueMicrotask(() => this.takeWaiting());
      return this.answered === undefined ? signal : { ...signal, negotiation: this.answered };
    }
    return signal;
  }

  private takeWaiting(): void {
    this.answering = false;
    const latest = this.waiting.findLastIndex(({ type }) => type === 'offer');
    const signals = this.waiting.splice(0).slice(Math.max(latest, 0));
    for (const signal of signals) this.receive(signal);
  }

  async restart(): Promise<void> {
    const connection = this._pc;
    if (!connection || !this.initiator || this.destroyed) return;
    this.unanswered = undefined;
    // An offer that was lost on its way would block every later one. An answer that was being taken in a moment ago has settled it.
    if (connection.signalingState === 'have-local-offer')
      await connection.setLocalDescription({ type: 'rollback' }).catch(() => {});
    if (this.destroyed) return;
    this._isNegotiating = false;
    this._queuedNegotiation = false;
    connection.restartIce();
    this.negotiate();
  }

  setIceServers(servers: readonly IceServer[]): void {
    if (this.destroyed || !this._pc) return;
    this._pc.setConfiguration({ ...this._pc.getConfiguration(), iceServers: servers.map(iceServer) });
  }

  async setTracks(tracks: OutgoingTracks): Promise<void> {
    this.tracks = tracks;
    await this.applyTracks();
  }

  /** Puts the tracks in place, and tells the encoders what they may send. */
  async applyTracks(): Promise<void> {
    const transceivers = this._pc?.getTransceivers() ?? [];
    await Promise.all(
      transceivers.map(async ({ sender }, index) => {
        const line = MEDIA_SOURCES[index];
        const maySend = line && (line.direction === 'both' || this.initiator);
        const heldBack = line?.source === 'stethoscope' && !this.sending.stethoscope;
        const track = (maySend && !heldBack && this.tracks[line.source]) || null;
        // Before the track: an encoder that is told afterwards begins with all the camera's lines, and then begins again.
        if (line && maySend) await applyEncoding(sender, line.source, this.sending, track);
        const carried = line ? carriedTrack(line.source, this.sending, track) : track;
        if (sender.track !== carried) await sender.replaceTrack(carried);
      }),
    );
  }

  setSending(sending: Sending): void {
    this.sending = sending;
    void this.applyTracks();
  }

  renewPictures(): void {
    for (const { sender } of this._pc?.getTransceivers() ?? [])
      if (sender.track?.kind === 'video') void askKeyFrame(sender);
  }
}

const isText = (data: unknown): data is string => typeof data === 'string';

/** Opens a peer connection for one attempt. The sole user of simple-peer. */
export const createCallPeer = (options: CallPeerOptions): CallPeer => {
  const { events } = options;
  const peer = new RecoverablePeer(options);
  const remote: RemoteStreams = {
    conversation: new MediaStream(),
    exam: new MediaStream(),
    stethoscope: new MediaStream(),
  };
  let closed = false;
  let stopCheck: Stop = () => {};

  // simple-peer tells of tracks by their stream, and an answerer's tracks may have none.
  peer._pc?.addEventListener('track', ({ track, transceiver }) => {
    const source = MEDIA_SOURCES[peer._pc?.getTransceivers().indexOf(transceiver) ?? -1]?.source;
    if (source === undefined) return;
    const stream = source === 'exam' || source === 'stethoscope' ? remote[source] : remote.conversation;
    if (stream.getTracks().includes(track)) return;
    stream.addTrack(track);
    track.addEventListener('unmute', () => events.onRemoteMedia(source));
  });
  peer._pc?.addEventListener('icecandidateerror', (error) => {
    const detail = relayRefusal(error);
    if (detail !== undefined) events.onRelayRefused(detail);
  });
  peer.on('signal', (data) => {
    const signal = peer.describe(data);
    if (signal) events.onSignal(signal);
  });
  // The other side may say something before this one knows that it is connected, and may answer: what it says waits until then.
  const early: string[] = [];
  peer.on('connect', () => {
    stopCheck();
    // An answerer's senders may be told nothing earlier, and what is told now need not be told between acknowledgement and first frame.
    void peer.applyTracks();
    events.onConnected();
    for (const text of early.splice(0)) events.onConsultation(text);
  });
  peer.on('data', (data) => {
    if (!isText(data)) events.onStray();
    else if (peer.connected && early.length === 0) events.onConsultation(data);
    else early.push(data);
  });
  // The `close` that follows says all that the session needs to know.
  peer.on('error', () => {});
  peer.on('close', () => {
    stopCheck();
    if (!closed) events.onClosed();
  });
  peer.live?.addEventListener('message', ({ data }) => {
    if (isText(data)) events.onLive(data);
    else events.onStray();
  });
  if (peer.bulk) {
    peer.bulk.binaryType = 'arraybuffer';
    peer.bulk.bufferedAmountLowThreshold = BULK_BUFFER_LOW;
    peer.bulk.addEventListener('message', ({ data }) => {
      if (data instanceof ArrayBuffer) events.onBulk(data);
      else events.onStray();
    });
    for (const room of ['open', 'bufferedamountlow'])
      peer.bulk.addEventListener(room, () => events.onBulkReady());
  }

  return {
    remote,
    signal: (signal) => peer.receive(signal),
    restartIce: () => peer.restart(),
    setIceServers: (servers) => peer.setIceServers(servers),
    checkRelay: () => {
      stopCheck();
      stopCheck = checkRelay(peer._pc?.getConfiguration().iceServers ?? [], events.onRelayRefused);
    },
    setTracks: (tracks) => peer.setTracks(tracks),
    setSending: (sending) => peer.setSending(sending),
    renewPictures: () => peer.renewPictures(),
    sendConsultation: (text) => {
      if (!peer.connected || peer.bufferSize > CONSULTATION_BUFFER_LIMIT) return false;
      peer.send(text);
      return true;
    },
    sendLive: (text) => {
      const { live } = peer;
      if (live?.readyState !== 'open' || live.bufferedAmount > LIVE_BUFFER_LIMIT) return false;
      live.send(text);
      return true;
    },
    sendBulk: (bytes) => {
      const { bulk } = peer;
      if (bulk?.readyState !== 'open' || bulk.bufferedAmount > BULK_BUFFER_LIMIT) return false;
      bulk.send(bytes);
      return true;
    },
    statistics: async () =>
      readStatistics(
        (await peer._pc?.getStats())?.values() ?? [],
        peer._pc?.getTransceivers().map(({ mid }) => mid),
        peer.connected ? peer.bufferSize : 0,
      ),
    certificates: async () => (peer._pc ? certificatesInUse(peer._pc) : { own: [], other: [] }),
    close: () => {
      closed = true;
      peer.destroy();
    },
  };
};
