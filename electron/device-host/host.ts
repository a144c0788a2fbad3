import { type DeviceBinding, type ToDeviceHost, toDeviceHostSchema } from '#core/contract/devices.ts';
import { type Failure, failure } from '#core/contract/error-codes.ts';
import { assertNever } from '#core/result.ts';
import { acceleratedClock, type Clock } from '#core/time.ts';
import type { PortAccess } from '#devices/kit/bound-transport.ts';
import { DRIVERS } from '#devices/registry.ts';
import { createPages } from './pages.ts';
import type { HostPort, PagePort } from './ports.ts';
import { createStation, type Station } from './station.ts';

export interface DeviceHostOptions {
  readonly port: HostPort;
  /** The ports of this machine, or lines in memory for a test. */
  readonly ports: PortAccess;
  readonly clock: Clock;
  /** Everything is closed, as the application that ends has asked. */
  onShutDown(): void;
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
  let stations: Station[] = [];
  let visit: { epoch: number; beganAt: Date } | undefined;
  let ignored = 0;
  let reporting = false;
  let configuring: Promise<void> = Promise.resolve();

  /** One report for all that changed in the same turn. */
  const reportDevices = (): void => {
    if (reporting) return;
    reporting = true;
    queueMicrotask(() => {
      reporting = false;
      port.post({ type: 'devices', devices: stations.map((station) => station.status()) });
    });
  };

  const configure = async (bindings: readonly DeviceBinding[], clockRate: number): Promise<void> => {
    const ending = stations;
    stations = [];
    await Promise.all(ending.map((station) => station.close()));
    const visitClock = acceleratedClock(clock, clockRate);
    stations = bindings.map((binding) => {
      const driver = DRIVERS[binding.driver];
      const station = createStation({
        binding,
        driver,
        ports,
        clock,
        visitClock,
        visitBeganAt: () => visit?.beganAt,
        isTaken: (path) => stations.some((other) => other !== station && other.path() === path),
        othersAsked: () => stations.some((other) => other !== station && other.asked()),
        onChange: reportDevices,
        report: (message) => port.post(message),
        show: (message) => pages.post(message),
      });
      return station;
    });
    reportDevices();
    for (const station of stations) station.start();
  };

  const startCapture = (message: Extract<ToDeviceHost, { type: 'start-capture' }>): void => {
    const { captureId, epoch, measure } = message;
    const refuse = (cause: Failure): void =>
      port.post({ type: 'capture-failed', captureId, epoch, measure, failure: cause });
    const station = stations.find((candidate) => candidate.status().measures.includes(measure));
    if (visit?.epoch !== epoch) refuse(failure('NO_VISIT'));
    else if (station === undefined) refuse(failure('DEVICE_NOT_CONFIGURED'));
    else station.begin({ captureId, epoch, measure });
  };

  const endVisit = (epoch: number): void => {
    if (visit?.epoch !== epoch) return;
    visit = undefined;
    for (const station of stations) station.abandon();
  };

  const beginVisit = (epoch: number): void => {
    // A visit that was not ended is over nevertheless.
    if (visit !== undefined) endVisit(visit.epoch);
    visit = { epoch, beganAt: new Date(clock.now()) };
  };

  const close = async (): Promise<void> => {
    await configuring;
    pages.close();
    await Promise.all(stations.map((station) => station.close()));
  };

  const connectPage = (page: string, ports: readonly PagePort[]): void => {
    const [first] = ports;
    if (first === undefined) ignored += 1;
    else pages.connect(page, first);
  };

  const take = (message: ToDeviceHost, ports: readonly PagePort[]): void => {
    switch (message.type) {
      case 'configure':
        configuring = configuring.then(() => configure(message.bindings, message.clockRate));
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
        stations.find((station) => station.status().id === message.deviceId)?.choose(message.mark);
        return;
      case 'stop-capture':
        for (const station of stations) station.stop(message);
        return;
      case 'ping':
        port.post({ type: 'pong', number: message.number });
        return;
      case 'shut-down':
        void close().then(onShutDown);
        return;
      case 'page-port':
        connectPage(message.page, ports);
        return;
      default:
        assertNever(message);
    }
  };

  port.onMessage((message, ports) => {
    const parsed = toDeviceHostSchema.safeParse(message);
    if (parsed.success) take(parsed.data, ports);
    else ignored += 1;
  });
  port.post({ type: 'ready' });

  return {
    ignored: () => ignored,
    close,
  };
};
