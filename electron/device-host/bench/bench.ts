import type { BenchFacts } from '#core/contract/bench.ts';
import type { FromDeviceHost, ToDeviceHost } from '#core/contract/device-host.ts';
import { assertNever } from '#core/result.ts';
import type { Clock, Milliseconds } from '#core/time.ts';
import { createRecorder, type Recorder } from '#devices/bench/recorder.ts';
import { every } from '#devices/kit/clock.ts';
import type { Station } from '../station.ts';
import { createFrameFeed, type FrameFeed } from './frame-feed.ts';
import { createFrameStart } from './frame-start.ts';

/** Between two tellings of what is known of the devices. */
const FACTS_EVERY: Milliseconds = 500;
/** A recording that has become longer ends by itself: half an hour of the fastest stream. */
const LONGEST_RECORDING_BYTES = 2_000_000;

/** Orders of the technician that concern what is seen of the devices, not the devices. */
export type BenchOrder = Extract<ToDeviceHost, { type: 'bench' | 'watch' | 'record' }>;

/** What a technician is shown of the devices of this host. */
export interface HostBench {
  take(order: BenchOrder): void;
  traffic(deviceId: string, direction: 'from-device' | 'to-device', bytes: Uint8Array): void;
  close(): void;
}

interface HostBenchOptions {
  readonly clock: Clock;
  stations(): readonly Station[];
  post(message: FromDeviceHost): void;
}

interface Watching {
  readonly station: Station;
  readonly passes: ReturnType<typeof createFrameStart>;
  readonly feed: FrameFeed;
}

interface Recording {
  readonly station: Station;
  readonly passes: ReturnType<typeof createFrameStart>;
  readonly recorder: Recorder;
  readonly beganAt: Milliseconds;
}

const factsOf = (station: Station): BenchFacts => {
  const { manifest } = station.driver;
  const { lastByteAgoMs, ...counts } = station.counts();
  const battery = station.battery();
  return {
    id: station.binding.id,
    title: manifest.title,
    evidence: manifest.evidence,
    ...(battery === undefined ? {} : { battery }),
    counts: {
      ...counts,
      errors: { ...counts.errors },
      ...(lastByteAgoMs === undefined ? {} : { lastByteAgoMs }),
    },
  };
};

/** A bench at which nobody stands yet. */
export const createHostBench = ({ clock, stations, post }: HostBenchOptions): HostBench => {
  let stopFacts: (() => void) | undefined;
  let watched: string | undefined;
  let watching: Watching | undefined;
  let recording: Recording | undefined;

  const find = (id: string | undefined): Station | undefined =>
    stations().find(({ binding }) => binding.id === id);

  const tellFacts = (): void =>
    post({
      type: 'bench-facts',
      devices: stations().map(factsOf),
      ...(recording === undefined
        ? {}
        : {
            recording: {
              deviceId: recording.station.binding.id,
              bytes: recording.recorder.bytes(),
              lastsMs: clock.monotonic() - recording.beganAt,
            },
          }),
    });

  const stand = (on: boolean): void => {
    stopFacts?.();
    stopFacts = on ? every(clock, FACTS_EVERY, tellFacts) : undefined;
    if (on) tellFacts();
    else {
      watch(undefined);
      endRecording();
    }
  };

  const watch = (id: string | undefined): void => {
    watched = id;
    watching?.feed.close();
    watching = undefined;
  };

  /** The watch on a station begins with its first traffic: a device that was just configured may be watched before it is there. */
  const watchOn = (deviceId: string): Watching | undefined => {
    const station = deviceId === watched ? find(deviceId) : undefined;
    if (station === undefined || watching?.station === station) return watching;
    watching?.feed.close();
    watching = {
      station,
      passes: createFrameStart(clock, station),
      feed: createFrameFeed({
        deviceId,
        driver: station.driver,
        clock,
        tell: (batch) => post({ type: 'frames', ...batch }),
      }),
    };
    return watching;
  };

  const endRecording = (): void => {
    if (recording === undefined) return;
    const { station, recorder } = recording;
    recording = undefined;
    const { identity, simulated } = station.status();
    const text = recorder.finish({ identity, simulated });
    post({ type: 'recorded', deviceId: station.binding.id, driver: station.binding.driver, text });
    tellFacts();
  };

  const record = (id: string | undefined): void => {
    endRecording();
    const station = find(id);
    if (station === undefined) return;
    recording = {
      station,
      passes: createFrameStart(clock, station),
      recorder: createRecorder(station.driver, clock),
      beganAt: clock.monotonic(),
    };
    tellFacts();
  };

  return {
    take: (order) => {
      switch (order.type) {
        case 'bench':
          stand(order.on);
          return;
        case 'watch':
          watch(order.deviceId);
          return;
        case 'record':
          record(order.deviceId);
          return;
        default:
          assertNever(order);
      }
    },
    traffic: (deviceId, direction, bytes) => {
      const watch = watchOn(deviceId);
      if (watch?.station.binding.id === deviceId && watch.passes(direction))
        watch.feed.traffic(direction, bytes);
      if (recording?.station.binding.id !== deviceId || !recording.passes(direction)) return;
      recording.recorder.note(direction, bytes);
      if (recording.recorder.bytes() >= LONGEST_RECORDING_BYTES) endRecording();
    },
    close: () => {
      stopFacts?.();
      watching?.feed.close();
    },
  };
};
