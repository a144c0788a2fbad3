import { MEDIA_SOURCES, type MediaSource } from '#core/call/media-sources.ts';
import type { PeerStatistics, SoundCounters } from './call-peer.ts';
import { type LineEntry, readLine } from './quality/line-counters.ts';

/** The fields that we read of any entry of an `RTCStatsReport` (W3C webrtc-stats). */
interface Entry extends LineEntry {
  readonly id: string;
  /** Media line that the entry belongs to. */
  readonly mid?: string;
  readonly mediaSourceId?: string;
  readonly totalAudioEnergy?: number;
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
 * What came of one sound, and what of it was made up. Silence that was made up counts too: between two beats it is as false as a beat. A
 * browser that does not count samples (webrtc-stats, concealedSamples) still counts packets: those that never came.
 */
const readSound = (entries: readonly Entry[]): SoundCounters => {
  const packets = sum(entries, (entry) => entry.packetsReceived);
  const countsSamples = entries.some(({ concealedSamples }) => concealedSamples !== undefined);
  const lost = sum(entries, (entry) => entry.packetsLost);
  return {
    packets,
    total: countsSamples ? sum(entries, (entry) => entry.totalSamplesReceived) : packets + lost,
    madeUp: countsSamples ? sum(entries, (entry) => entry.concealedSamples) : lost,
  };
};

/**
 * Reads a statistics report. Chromium counts packets per transport; Firefox has no transport entry and counts bytes per candidate pair,
 * or only per stream and channel: any of them rises with what comes in, which is all that is asked of it.
 * `mids` are the media lines in the order of `MEDIA_SOURCES`; an entry that does not tell its line counts as face or voice.
 */
export const readStatistics = (
  report: Iterable<Entry>,
  mids: readonly (string | null)[] = [],
  dataWaitingBytes = 0,
): PeerStatistics => {
  const entries = [...report];
  const ofType = (type: string): readonly Entry[] => entries.filter((entry) => entry.type === type);
  const transports = ofType('transport');
  const selected = new Set(transports.map((transport) => transport.selectedCandidatePairId));
  const pairs = ofType('candidate-pair');
  const pair =
    pairs.find(({ id }) => selected.has(id)) ??
    pairs.find(({ nominated, state }) => nominated && state === 'succeeded');
  const inbound = ofType('inbound-rtp');
  const outbound = ofType('outbound-rtp');
  const of = (source: MediaSource, from: readonly Entry[]): readonly Entry[] => {
    const index = MEDIA_SOURCES.findIndex((one) => one.source === source);
    const kind = MEDIA_SOURCES[index]?.kind;
    const isFirstOfKind = MEDIA_SOURCES.findIndex((one) => one.kind === kind) === index;
    return from.filter((entry) =>
      entry.mid === undefined ? isFirstOfKind && entry.kind === kind : entry.mid === mids[index],
    );
  };
  const voice = of('audio', outbound);
  const voiceComing = of('audio', inbound);
  const microphone = voice[0]?.mediaSourceId;
  const perStream =
    sum(inbound, (entry) => entry.packetsReceived) +
    sum(ofType('data-channel'), (entry) => entry.messagesReceived);
  const perTransport = transports.some(({ packetsReceived }) => packetsReceived !== undefined)
    ? sum(transports, (entry) => entry.packetsReceived)
    : (pair?.packetsReceived ?? pair?.bytesReceived);
  const roundTrip = pair?.currentRoundTripTime;
  return {
    packetsReceived: perTransport ?? perStream,
    framesDecoded: sum(of('video', inbound), (entry) => entry.framesDecoded),
    examFramesDecoded: sum(of('exam', inbound), (entry) => entry.framesDecoded),
    stethoscope: readSound(of('stethoscope', inbound)),
    voicePacketsReceived: sum(voiceComing, (entry) => entry.packetsReceived),
    microphoneEnergy: entries.find(({ id }) => id === microphone)?.totalAudioEnergy,
    voiceSent: {
      packets: sum(voice, (entry) => entry.packetsSent),
      bytes: sum(voice, (entry) => entry.bytesSent),
    },
    mediaBytesSent: sum(outbound, (entry) => entry.bytesSent),
    line: readLine(
      entries,
      { voice: voiceComing, stethoscope: of('stethoscope', outbound) },
      pair,
      dataWaitingBytes,
    ),
    roundTripMs: roundTrip === undefined ? undefined : roundTrip * 1_000,
  };
};
