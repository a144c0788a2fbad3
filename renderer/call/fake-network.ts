import type { Sending } from '#core/call/ladder/sending.ts';
import type { IceServer } from '#core/contract/ice.ts';
import type { Clock } from '#core/time.ts';
import { fingerprintOf } from '#core/trust/fingerprint.ts';
import type { CallPeer, CallPeerEvents, CreateCallPeer, OutgoingTracks } from './call-peer.ts';
import { fakeStream } from './fake-media.ts';
import type { LineCounters } from './quality/line-counters.ts';
import type { CertificatesInUse } from './trust/certificates.ts';

/** A peer of a test, and what was done to it. */
export interface FakePeer {
  readonly initiator: boolean;
  readonly events: CallPeerEvents;
  iceServers: readonly IceServer[];
  tracks: OutgoingTracks;
  restarts: number;
  /** How often whole pictures were asked for. */
  renewals: number;
  closed: boolean;
  connected: boolean;
  /** What the relay answers to this peer's credential. */
  refusedBy?: string;
  packets: number;
  frames: number;
  sending: Sending;
  line: LineCounters;
  /** The certificate that it announces, and those that it says are in use. */
  readonly fingerprint: string;
  announcedOther: string | undefined;
  inUse: CertificatesInUse | undefined;
}

/** Peers that join when an offer was answered over a path that works. */
export interface FakeNetwork {
  readonly createPeer: CreateCallPeer;
  readonly peers: readonly FakePeer[];
  /** The newest peer of a side that is not closed. */
  peer(initiator: boolean): FakePeer | undefined;
  /** No packet passes until `mend`. */
  cut(): void;
  /** `needsRestart`: the old path stays dead (another address), only an ICE restart finds the new one. */
  mend(needsRestart?: boolean): void;
}

const IDLE_LINE: LineCounters = {
  packetsSent: 0,
  packetsLost: 0,
  bytesSent: 0,
  stethoscopeBytesSent: 0,
  roundTripMs: 40,
  availableBps: undefined,
  frozenMs: undefined,
  samplesReceived: 0,
  samplesConcealed: 0,
  voicePacketsReceived: 0,
  voicePacketsLost: 0,
  processorBound: false,
  dataWaitingBytes: 0,
};

/** Packets pass twice a second, frames with them once both send a picture. */
const PACKET_EVERY_MS = 400;

export const createFakeNetwork = (clock: Clock): FakeNetwork => {
  const peers: FakePeer[] = [];
  let path: 'works' | 'cut' | 'old-is-dead' = 'works';
  const newest = (initiator: boolean): FakePeer | undefined =>
    peers.findLast((peer) => peer.initiator === initiator && !peer.closed);
  const other = (peer: FakePeer): FakePeer | undefined => newest(!peer.initiator);

  const flow = (): void => {
    clock.after(PACKET_EVERY_MS, flow);
    if (path !== 'works') return;
    for (const peer of peers) {
      if (peer.closed || !peer.connected || !other(peer)?.connected) continue;
      peer.packets += 1;
      if (other(peer)?.tracks.video) peer.frames += 1;
    }
  };
  flow();

  const join = (peer: FakePeer): void => {
    const far = other(peer);
    if (path === 'cut' || !far) return;
    path = 'works';
    const joined = [peer, far].filter(({ connected }) => !connected);
    for (const one of joined) one.connected = true;
    // One side's first message may come before the other side knows that it is connected.
    for (const one of joined) one.events.onConnected();
  };
  const describe = ({ events, fingerprint }: FakePeer, type: 'offer' | 'answer'): void =>
    events.onSignal({ type, sdp: `a=fingerprint:sha-256 ${fingerprint}\r\n` });
  const offer = (peer: FakePeer): void => describe(peer, 'offer');
  const over = (peer: FakePeer, deliver: (far: FakePeer) => void): boolean => {
    const far = other(peer);
    if (!peer.connected || !far?.connected || peer.closed) return false;
    if (path === 'works') deliver(far);
    return true;
  };

  const createPeer: CreateCallPeer = ({ initiator, iceServers, events, sending }) => {
    const peer: FakePeer = {
      initiator,
      events,
      iceServers,
      tracks: {},
      restarts: 0,
      renewals: 0,
      closed: false,
      connected: false,
      packets: 0,
      frames: 0,
      sending,
      line: IDLE_LINE,
      fingerprint: Array(32)
        .fill((peers.length % 256).toString(16).toUpperCase().padStart(2, '0'))
        .join(':'),
      announcedOther: undefined,
      inUse: undefined,
    };
    peers.push(peer);
    if (initiator) clock.after(1, () => !peer.closed && offer(peer));
    return {
      remote: { conversation: fakeStream(), exam: fakeStream(), stethoscope: fakeStream() },
      signal: (signal) => {
        if (peer.closed || (signal.type !== 'offer' && signal.type !== 'answer')) return;
        const announced = fingerprintOf(signal.sdp);
        peer.announcedOther = announced.ok ? announced.value : undefined;
        if (signal.type === 'offer') describe(peer, 'answer');
        else join(peer);
      },
      restartIce: async () => {
        peer.restarts += 1;
        offer(peer);
      },
      setIceServers: (servers) => {
        peer.iceServers = servers;
      },
      checkRelay: () => {
        if (peer.refusedBy) events.onRelayRefused(peer.refusedBy);
      },
      setTracks: async (tracks) => {
        peer.tracks = tracks;
      },
      setSending: (next) => {
        peer.sending = next;
      },
      renewPictures: () => {
        peer.renewals += 1;
      },
      sendConsultation: (text) => over(peer, (far) => far.events.onConsultation(text)),
      sendLive: (text) => over(peer, (far) => far.events.onLive(text)),
      sendBulk: (bytes) => over(peer, (far) => far.events.onBulk(bytes.slice().buffer)),
      statistics: async () => ({
        packetsReceived: peer.packets,
        framesDecoded: peer.frames,
        stethoscope: { packets: 0, total: 0, madeUp: 0 },
        examFramesDecoded: 0,
        voicePacketsReceived: peer.packets,
        microphoneEnergy: undefined,
        voiceSent: { packets: 0, bytes: 0 },
        mediaBytesSent: 0,
        line: peer.line,
        roundTripMs: 40,
      }),
      certificates: async () =>
        peer.inUse ?? {
          own: [peer.fingerprint],
          other: peer.announcedOther === undefined ? [] : [peer.announcedOther],
        },
      close: () => {
        peer.closed = true;
        const far = other(peer);
        if (path === 'works' && peer.connected && far?.connected) {
          far.closed = true;
          far.events.onClosed();
        }
      },
    } satisfies CallPeer;
  };

  return {
    createPeer,
    peers,
    peer: newest,
    cut: () => {
      path = 'cut';
    },
    mend: (needsRestart = false) => {
      path = needsRestart ? 'old-is-dead' : 'works';
    },
  };
};
