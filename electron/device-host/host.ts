import { type ToDeviceHost, toDeviceHostSchema } from '#core/contract/device-host.ts';
import { canMeasure } from '#core/contract/devices.ts';
import { type Failure, failure } from '#core/contract/error-codes.ts';
import { assertNever } from '#core/result.ts';
import type { Clock } from '#core/time.ts';
import { formatHtmlReport, formatJsonReport } from '#devices/bench/report-html.ts';
import { BENCH_WORDS, type BenchLanguage } from '#devices/bench/words.ts';
import type { PortAccess } from '#devices/kit/bound-transport.ts';
import { createHostBench } from './bench/bench.ts';
import { testAll } from './bench/self-tests.ts';
import { createPages } from './pages.ts';
import type { HostPort, PagePort } from './ports.ts';
import { createStations } from './stations.ts';

export interface DeviceHostOptions {
  readonly port: HostPort;
  /** The ports of this machine, or lines in memory for a test. */
  readonly ports: PortAccess;
  readonly clock: Clock;
  /** Everything is closed, as the application that ends has asked. */
  onShutDown?(): void;
}

/** The process that owns every device. */
export interface DeviceHost {
  /** Messages that were none of the contract, and were ignored. */
  ignored(): number;
  close(): Promise<void>;
}

/** Starts to listen on the port and says that it is ready. */
export const createDeviceHost = ({ port, ports, clock, onShutDown }: DeviceHostOptions): DeviceHost => {
  const pages = createPages(clock);
  let visit: { epoch: number; beganAt: Date } | undefined;
  let ignored = 0;
  let reporting = false;
  let testing = false;

  /** One report for all that changed in the same turn. */
  const reportDevices = (): void => {
    if (reporting || testing) return;
    reporting = true;
    queueMicrotask(() => {
      reporting = false;
      port.post({ type: 'devices', devices: stations.all().map((station) => station.status()) });
    });
  };

  const stations = createStations({
    ports,
    clock,
    visitBeganAt: () => visit?.beganAt,
    onChange: reportDevices,
    report: (message) => port.post(message),
    show: (message) => pages.post(message),
    onTraffic: (deviceId, direction, bytes) => bench.traffic(deviceId, direction, bytes),
  });
  const bench = createHostBench({ clock, stations: stations.all, post: (message) => port.post(message) });

  const startCapture = (message: Extract<ToDeviceHost, { type: 'start-capture' }>): void => {
    const { captureId, epoch, measure } = message;
    const refuse = (cause: Failure): void =>
      port.post({ type: 'capture-failed', captureId, epoch, measure, failure: cause });
    const able = stations.all().filter((station) => station.status().measures.includes(measure));
    // Of two devices that measure the same, the one that can do it now.
    const station = able.find((candidate) => canMeasure(candidate.status().state)) ?? able[0];
    if (visit?.epoch !== epoch) refuse(failure('NO_VISIT'));
    else if (testing) refuse(failure('DEVICE_HOST_RESTARTED', 'self-test'));
    else if (station === undefined) refuse(failure('DEVICE_NOT_CONFIGURED'));
    else station.begin({ captureId, epoch, measure });
  };

  const selfTest = (language: BenchLanguage): Promise<void> =>
    stations.whileFree(async (freed) => {
      testing = true;
      const devices = freed.map((station) => ({ ...station, mark: station.mark() }));
      const reports = await testAll(devices, ports, clock, (done) =>
        port.post({ type: 'self-test', reports: done }),
      );
      testing = false;
      const pages = {
        html: formatHtmlReport(reports, BENCH_WORDS[language]),
        json: formatJsonReport(reports),
      };
      port.post({ type: 'self-test', reports, pages });
    });

  const endVisit = (epoch: number): void => {
    if (visit?.epoch !== epoch) return;
    visit = undefined;
    for (const station of stations.all()) station.abandon();
  };

  const beginVisit = (epoch: number): void => {
    // A visit that was not ended is over nevertheless.
    if (visit !== undefined) endVisit(visit.epoch);
    visit = { epoch, beganAt: new Date(clock.now()) };
  };

  const close = (): Promise<void> => {
    pages.close();
    bench.close();
    return stations.close();
  };

  const connectPage = (page: string, pagePorts: readonly PagePort[]): void => {
    const [first] = pagePorts;
    if (first === undefined) ignored += 1;
    else pages.connect(page, first);
  };

  const take = (message: ToDeviceHost, pagePorts: readonly PagePort[]): void => {
    switch (message.type) {
      case 'configure':
        void stations.configure(message.bindings, message.clockRate);
        return;
      case 'begin-visit':
        beginVisit(message.epoch);
        return;
      case 'end-visit':
        endVisit(message.epoch);
        return;
      case 'start-capture':
        startCapture(message);
        return;
      case 'choose-device':
        stations
          .all()
          .find(({ binding }) => binding.id === message.deviceId)
          ?.choose(message.mark);
        return;
      case 'stop-capture':
        for (const station of stations.all()) station.stop(message);
        return;
      case 'ping':
        port.post({ type: 'pong', number: message.number });
        return;
      case 'shut-down':
        void close().then(() => onShutDown?.());
        return;
      case 'page-port':
        connectPage(message.page, pagePorts);
        return;
      case 'bench':
      case 'watch':
      case 'record':
        bench.take(message);
        return;
      case 'self-test':
        void selfTest(message.language);
        return;
      default:
        assertNever(message);
    }
  };

  port.onMessage((message, pagePorts) => {
    const parsed = toDeviceHostSchema.safeParse(message);
    if (parsed.success) take(parsed.data, pagePorts);
    else ignored += 1;
  });
  port.post({ type: 'ready' });

  return { ignored: () => ignored, close };
};
