import type { LineObservation } from '#core/call/ladder/observation.ts';
import type { QualityReport } from '#core/contract/quality.ts';
import type { Milliseconds } from '#core/time.ts';
import type { LineCounters } from './line-counters.ts';

/** Bursts of loss come and go: shares are taken over this time. Reports of lost sound come every 5 s only. */
const SENT_WINDOW_MS = 6_000;
const RECEIVED_WINDOW_MS = 4_000;
/** Fewer packets say nothing about loss. */
const FEWEST_PACKETS = 20;
/** A picture that begins again ends one long freeze, which was none. */
const PICTURE_BEGINS_MS = 4_000;
/** Readings that stand in their channel for this long do not get through; a whole visit over a thin line takes less. */
const DATA_WAITS_MS = 4_000;
/** Without the browser's own estimate: with this loss the line is full, and bears what arrives. */
const FULL_LOSS = 0.05;

/** What one look tells: of our own media, and of what came in. */
export interface LineLook {
  readonly sent: Omit<LineObservation, 'frozen' | 'concealed' | 'voiceLost' | 'besideBps'>;
  /** What the stethoscope took over the last seconds, in bit/s of payload. */
  readonly stethoscopeBps: number;
  readonly received: Pick<QualityReport['received'], 'frozen' | 'concealed' | 'lost'>;
}

/** Turns counters into shares over some seconds. */
export interface LineReader {
  /** `pictureComes`: the other side says that it sends a moving picture. */
  look(counters: LineCounters, nowMs: Milliseconds, pictureComes: boolean): LineLook;
}

interface Sample extends LineCounters {
  readonly atMs: Milliseconds;
}

const share = (part: number, whole: number): number => Math.min(1, Math.max(0, part / whole));

/** Of one peer connection: another one counts from zero. */
export const createLineReader = (): LineReader => {
  let samples: Sample[] = [];
  let pictureSinceMs: Milliseconds | undefined;
  let dataSinceMs: Milliseconds | undefined;

  const since = (nowMs: Milliseconds, windowMs: Milliseconds): Sample | undefined =>
    samples.find(({ atMs }) => nowMs - atMs <= windowMs);

  return {
    look: (counters, nowMs, pictureComes) => {
      samples = samples.filter(({ atMs }) => nowMs - atMs <= SENT_WINDOW_MS);
      pictureSinceMs = pictureComes ? (pictureSinceMs ?? nowMs) : undefined;
      dataSinceMs = counters.dataWaitingBytes > 0 ? (dataSinceMs ?? nowMs) : undefined;
      const early = since(nowMs, SENT_WINDOW_MS);
      const late = since(nowMs, RECEIVED_WINDOW_MS);
      samples.push({ ...counters, atMs: nowMs });

      const packets = counters.packetsSent - (early?.packetsSent ?? counters.packetsSent);
      const loss =
        early && packets >= FEWEST_PACKETS
          ? share(counters.packetsLost - early.packetsLost, packets)
          : undefined;
      const arriving =
        early && loss !== undefined && loss >= FULL_LOSS
          ? (((counters.bytesSent - early.bytesSent) * 8_000) / (nowMs - early.atMs)) * (1 - loss)
          : undefined;
      const heard = counters.samplesReceived - (late?.samplesReceived ?? counters.samplesReceived);
      const lost = counters.voicePacketsLost - (late?.voicePacketsLost ?? counters.voicePacketsLost);
      const came =
        counters.voicePacketsReceived - (late?.voicePacketsReceived ?? counters.voicePacketsReceived);
      const shows = pictureSinceMs !== undefined && nowMs - pictureSinceMs >= PICTURE_BEGINS_MS;
      const stethoscopeBytes = early ? counters.stethoscopeBytesSent - early.stethoscopeBytesSent : 0;
      return {
        stethoscopeBps: early ? (stethoscopeBytes * 8_000) / (nowMs - early.atMs) : 0,
        sent: {
          loss,
          roundTripMs: counters.roundTripMs,
          availableBps: counters.availableBps ?? arriving,
          processorBound: counters.processorBound,
          dataWaiting: dataSinceMs !== undefined && nowMs - dataSinceMs >= DATA_WAITS_MS,
        },
        received: {
          frozen:
            late?.frozenMs !== undefined && counters.frozenMs !== undefined && shows
              ? share(counters.frozenMs - late.frozenMs, nowMs - late.atMs)
              : undefined,
          concealed:
            late && heard > 0 ? share(counters.samplesConcealed - late.samplesConcealed, heard) : undefined,
          lost: late && came + lost > 0 ? share(lost, came + lost) : undefined,
        },
      };
    },
  };
};
