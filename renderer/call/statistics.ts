import type { PeerStatistics } from './call-peer.ts';

/** The fields that we read of any entry of an `RTCStatsReport` (W3C webrtc-stats). */
interface Entry {
  readonly id: string;
  readonly type: string;
  readonly kind?: string;
  readonly nominated?: boolean;
  readonly state?: string;
  readonly packetsReceived?: number;
  readonly bytesReceived?: number;
  readonly messagesReceived?: number;
  readonly framesDecoded?: number;
  readonly bytesSent?: number;
  readonly currentRoundTripTime?: number;
  readonly selectedCandidatePairId?: string;
}

const sum = (entries: readonly Entry[], value: (entry: Entry) => number | undefined): number =>
  entries.reduce((total, entry) => total + (value(entry) ?? 0), 0);

/**
 * Reads a statistics report. Chromium counts packets per transport; Firefox has no transport entry and counts bytes per candidate pair,
 * or only per stream and channel: any of them rises with what comes in, which is all that is asked of it.
 */
export const readStatistics = (report: Iterable<Entry>): PeerStatistics => {
  const entries = [...report];
  const ofType = (type: string): readonly Entry[] => entries.filter((entry) => entry.type === type);
  const transports = ofType('transport');
  const selected = new Set(transports.map((transport) => transport.selectedCandidatePairId));
  const pairs = ofType('candidate-pair');
  const pair =
    pairs.find(({ id }) => selected.has(id)) ??
    pairs.find(({ nominated, state }) => nominated && state === 'succeeded');
  const inbound = ofType('inbound-rtp');
  const perStream =
    sum(inbound, (entry) => entry.packetsReceived) +
    sum(ofType('data-channel'), (entry) => entry.messagesReceived);
  const perTransport = transports.some(({ packetsReceived }) => packetsReceived !== undefined)
    ? sum(transports, (entry) => entry.packetsReceived)
    : (pair?.packetsReceived ?? pair?.bytesReceived);
  const roundTrip = pair?.currentRoundTripTime;
  return {
    packetsReceived: perTransport ?? perStream,
    framesDecoded: sum(inbound, (entry) => (entry.kind === 'video' ? entry.framesDecoded : 0)),
    mediaBytesSent: sum(ofType('outbound-rtp'), (entry) => entry.bytesSent),
    roundTripMs: roundTrip === undefined ? undefined : roundTrip * 1_000,
  };
};
