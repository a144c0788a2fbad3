import type { Milliseconds } from '#core/time.ts';

/** The fields of statistics entries (W3C webrtc-stats) that tell of the line. */
export interface LineEntry {
  readonly type: string;
  readonly kind?: string;
  readonly packetsSent?: number;
  readonly packetsLost?: number;
  readonly packetsReceived?: number;
  readonly bytesSent?: number;
  readonly roundTripTime?: number;
  readonly availableOutgoingBitrate?: number;
  readonly totalFreezesDuration?: number;
  readonly totalSamplesReceived?: number;
  readonly concealedSamples?: number;
  readonly silentConcealedSamples?: number;
  readonly qualityLimitationReason?: string;
}

/** What is counted from the start of a peer connection, both ways. */
export interface LineCounters {
  readonly packetsSent: number;
  /** Of ours, as the other side reports. */
  readonly packetsLost: number;
  readonly bytesSent: number;
  /** Of `bytesSent`, the stethoscope's. */
  readonly stethoscopeBytesSent: number;
  readonly roundTripMs: Milliseconds | undefined;
  /** Bit/s; Firefox does not tell. */
  readonly availableBps: number | undefined;
  /** Time that the picture from the other side stood frozen; undefined where the browser does not tell. */
  readonly frozenMs: Milliseconds | undefined;
  /** Of the voice. */
  readonly samplesReceived: number;
  /** Of the voice, invented because a packet was missing; silence is none. */
  readonly samplesConcealed: number;
  /** Packets of the voice that came, and that never did. */
  readonly voicePacketsReceived: number;
  readonly voicePacketsLost: number;
  readonly processorBound: boolean;
  /** Bytes of readings and commands that wait to leave. */
  readonly dataWaitingBytes: number;
}

const sum = (entries: readonly LineEntry[], value: (entry: LineEntry) => number | undefined): number =>
  entries.reduce((total, entry) => total + (value(entry) ?? 0), 0);

/** Which of all entries belong to one sound. */
interface SoundEntries {
  /** The voice that comes. */
  readonly voice: readonly LineEntry[];
  /** The stethoscope that is sent. */
  readonly stethoscope: readonly LineEntry[];
}

/** Reads what tells of the line; `pair` is the selected candidate pair. */
export const readLine = (
  entries: readonly LineEntry[],
  { voice, stethoscope }: SoundEntries,
  pair: { readonly currentRoundTripTime?: number; readonly availableOutgoingBitrate?: number } | undefined,
  dataWaitingBytes: number,
): LineCounters => {
  const ofType = (type: string): readonly LineEntry[] => entries.filter((entry) => entry.type === type);
  const outbound = ofType('outbound-rtp');
  const remote = ofType('remote-inbound-rtp');
  const inbound = ofType('inbound-rtp');
  const trips = [pair?.currentRoundTripTime, ...remote.map((entry) => entry.roundTripTime)].filter(
    (trip) => trip !== undefined,
  );
  const freezes = inbound.filter((entry) => entry.totalFreezesDuration !== undefined);
  return {
    packetsSent: sum(outbound, (entry) => entry.packetsSent),
    packetsLost: sum(remote, (entry) => entry.packetsLost),
    bytesSent: sum(outbound, (entry) => entry.bytesSent),
    stethoscopeBytesSent: sum(stethoscope, (entry) => entry.bytesSent),
    roundTripMs: trips.length === 0 ? undefined : 1_000 * Math.max(...trips),
    availableBps: pair?.availableOutgoingBitrate,
    frozenMs: freezes.length === 0 ? undefined : 1_000 * sum(freezes, (entry) => entry.totalFreezesDuration),
    samplesReceived: sum(voice, (entry) => entry.totalSamplesReceived),
    samplesConcealed: sum(
      voice,
      (entry) => (entry.concealedSamples ?? 0) - (entry.silentConcealedSamples ?? 0),
    ),
    voicePacketsReceived: sum(voice, (entry) => entry.packetsReceived),
    voicePacketsLost: sum(voice, (entry) => entry.packetsLost),
    processorBound: outbound.some(({ qualityLimitationReason }) => qualityLimitationReason === 'cpu'),
    dataWaitingBytes,
  };
};
