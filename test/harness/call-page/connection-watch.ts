import { MEDIA_SOURCES } from '#core/call/media-sources.ts';

/** The fields that are read of any entry of an `RTCStatsReport` (W3C webrtc-stats). */
interface Entry {
  readonly type: string;
  readonly kind?: string;
  readonly nominated?: boolean;
  readonly state?: string;
  readonly currentRoundTripTime?: number;
  readonly totalSamplesReceived?: number;
  readonly concealedSamples?: number;
  readonly silentConcealedSamples?: number;
  readonly freezeCount?: number;
  readonly totalFreezesDuration?: number;
  readonly framesDecoded?: number;
  readonly id?: string;
  readonly localCandidateId?: string;
  readonly candidateType?: string;
  readonly relayProtocol?: string;
  readonly mid?: string;
  readonly packetsReceived?: number;
  readonly retransmittedBytesSent?: number;
}

/** What came in over all connections of a page since it was loaded. Samples are of the voice. */
export interface Incoming {
  readonly samples: number;
  /** Samples made up because the packet was not there, where there was sound to make up. */
  readonly concealed: number;
  /** Samples that came, sound or silence. */
  readonly arrived: number;
  readonly frames: number;
  readonly freezes: number;
  readonly frozenSeconds: number;
  readonly stethoscope: StethoscopeIncoming;
}

/** The stethoscope's sound, counted while its packets come: what is made up after its end is silence that nobody takes for sound. */
interface StethoscopeIncoming {
  readonly samples: number;
  /** Made up, as sound or as silence. */
  readonly madeUp: number;
}

export interface ConnectionWatch {
  incoming(): Promise<Incoming>;
  /** Of the present connection, in milliseconds, looked at once a second. */
  readonly roundTrips: number[];
  /** How the present connection leaves: `host`, or `relay/udp`, `relay/tcp`, `relay/tls`. */
  way(): Promise<string | undefined>;
  /** Bytes of pictures that the present connection has sent once more, or as padding. */
  repeated(): Promise<number>;
  /** How many connections the page has opened. */
  connections(): number;
}

const SILENT: StethoscopeIncoming = { samples: 0, madeUp: 0 };
const NOTHING: Incoming = {
  samples: 0,
  concealed: 0,
  arrived: 0,
  frames: 0,
  freezes: 0,
  frozenSeconds: 0,
  stethoscope: SILENT,
};

/** The media line of the stethoscope: both pages tell the lines apart by their order. */
const STETHOSCOPE_MID = String(MEDIA_SOURCES.findIndex(({ source }) => source === 'stethoscope'));
const isStethoscope = ({ type, mid }: Entry): boolean => type === 'inbound-rtp' && mid === STETHOSCOPE_MID;

/** Of face and voice. */
const read = (entries: readonly Entry[], stethoscope: StethoscopeIncoming): Incoming =>
  entries.reduce<Incoming>(
    (sum, entry) =>
      entry.type === 'inbound-rtp' && !isStethoscope(entry)
        ? {
            samples: sum.samples + (entry.totalSamplesReceived ?? 0),
            concealed: sum.concealed + (entry.concealedSamples ?? 0) - (entry.silentConcealedSamples ?? 0),
            // A voice that stops for good is made up as silence, and would not count as concealed.
            arrived: sum.arrived + (entry.totalSamplesReceived ?? 0) - (entry.concealedSamples ?? 0),
            frames: sum.frames + (entry.framesDecoded ?? 0),
            freezes: sum.freezes + (entry.freezeCount ?? 0),
            frozenSeconds: sum.frozenSeconds + (entry.totalFreezesDuration ?? 0),
            stethoscope,
          }
        : sum,
    { ...NOTHING, stethoscope },
  );

/** Adds up one connection's stethoscope from look to look. */
const countStethoscope = () => {
  let counted = SILENT;
  let before: Entry | undefined;
  return (entries: readonly Entry[]): StethoscopeIncoming => {
    const now = entries.find(isStethoscope);
    const since = (value: (entry: Entry) => number | undefined): number =>
      now && before ? (value(now) ?? 0) - (value(before) ?? 0) : 0;
    if (since(({ packetsReceived }) => packetsReceived) > 0)
      counted = {
        samples: counted.samples + since(({ totalSamplesReceived }) => totalSamplesReceived),
        madeUp: counted.madeUp + since(({ concealedSamples }) => concealedSamples),
      };
    before = now;
    return counted;
  };
};

const isSelected = ({ type, nominated, state }: Entry): boolean =>
  type === 'candidate-pair' && nominated === true && state === 'succeeded';

/** Reads the browser's own statistics of every connection that the page opens from now on, whoever opens it. */
export const watchConnections = (): ConnectionWatch => {
  const roundTrips: number[] = [];
  /** A closed connection tells nothing any more, so the last word of each is kept. */
  const seen = new Map<RTCPeerConnection, Incoming>();
  const stethoscopes = new Map<RTCPeerConnection, ReturnType<typeof countStethoscope>>();
  window.RTCPeerConnection = class extends window.RTCPeerConnection {
    constructor(configuration?: RTCConfiguration) {
      super(configuration);
      // One that only asks a relay carries nothing.
      if (configuration?.iceTransportPolicy !== 'relay') {
        seen.set(this, NOTHING);
        stethoscopes.set(this, countStethoscope());
      }
    }
  };
  const look = async (): Promise<number | undefined> => {
    const latest = [...seen.keys()].at(-1);
    if (latest === undefined || latest.connectionState === 'closed') return undefined;
    const entries: readonly Entry[] = [...(await latest.getStats()).values()];
    seen.set(latest, read(entries, stethoscopes.get(latest)?.(entries) ?? SILENT));
    return entries.find(isSelected)?.currentRoundTripTime;
  };
  setInterval(async () => {
    const seconds = await look();
    if (seconds !== undefined) roundTrips.push(seconds * 1_000);
  }, 1_000);
  return {
    roundTrips,
    connections: () => seen.size,
    repeated: async () => {
      const latest = [...seen.keys()].at(-1);
      const entries: readonly Entry[] = latest ? [...(await latest.getStats()).values()] : [];
      return entries.reduce((sum, { retransmittedBytesSent = 0 }) => sum + retransmittedBytesSent, 0);
    },
    way: async () => {
      const latest = [...seen.keys()].at(-1);
      const entries: readonly Entry[] = latest ? [...(await latest.getStats()).values()] : [];
      const pair = entries.find(isSelected);
      const local = entries.find(({ id }) => id === pair?.localCandidateId);
      return local?.relayProtocol === undefined
        ? local?.candidateType
        : `${local.candidateType}/${local.relayProtocol}`;
    },
    incoming: async () => {
      await look();
      return [...seen.values()].reduce(
        (sum, one) => ({
          samples: sum.samples + one.samples,
          concealed: sum.concealed + one.concealed,
          arrived: sum.arrived + one.arrived,
          frames: sum.frames + one.frames,
          freezes: sum.freezes + one.freezes,
          frozenSeconds: sum.frozenSeconds + one.frozenSeconds,
          stethoscope: {
            samples: sum.stethoscope.samples + one.stethoscope.samples,
            madeUp: sum.stethoscope.madeUp + one.stethoscope.madeUp,
          },
        }),
        NOTHING,
      );
    },
  };
};
