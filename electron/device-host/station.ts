import { createHash } from 'node:crypto';
import type { FromDeviceHost } from '#core/contract/device-host.ts';
import type { Candidate, DeviceBinding, DeviceStatus, UsbMark } from '#core/contract/devices.ts';
import { type ErrorCode, type Failure, failure } from '#core/contract/error-codes.ts';
import type { LiveMessage } from '#core/contract/live.ts';
import { assertNever } from '#core/result.ts';
import type { Clock, Milliseconds } from '#core/time.ts';
import type { ReadingKind } from '#core/vitals/kinds.ts';
import { createBoundTransport, type PortAccess } from '#devices/kit/bound-transport.ts';
import { createCounters, type DeviceCounts } from '#devices/kit/counters.ts';
import type { Driver, DriverManifest } from '#devices/kit/driver.ts';
import type { OpenedPort } from '#devices/kit/sought-transport.ts';
import { type CaptureEvent, createSupervisor } from '#devices/kit/supervisor.ts';
import { waveBlocks } from './wave-blocks.ts';

/** What ties everything that a device yields to one capture of one visit. */
export interface CaptureKey {
  readonly captureId: string;
  readonly epoch: number;
}

/** What is asked of a device, and for whom. */
export interface Asking extends CaptureKey {
  readonly measure: ReadingKind;
}

interface ActiveCapture extends Asking {
  /** `ending`: its outcome is known, the device is on its way to rest. */
  phase: 'waiting' | 'running' | 'ending';
  delivered: boolean;
  cancelWaiting: () => void;
}

export interface StationOptions {
  readonly binding: DeviceBinding;
  readonly driver: Driver;
  readonly ports: PortAccess;
  /** Whether another device of this cabin has the port. */
  readonly isTaken: (path: string) => boolean;
  readonly clock: Clock;
  readonly visitClock: Clock;
  readonly visitBeganAt: () => Date | undefined;
  /** Whether another device has a capture that waits for its outcome. */
  readonly othersAsked: () => boolean;
  /** What was known of the device before: the mark of the station that this one replaces. */
  readonly mark?: UsbMark | undefined;
  onChange(): void;
  report(message: FromDeviceHost): void;
  show(message: LiveMessage): void;
  /** Everything that goes over the line. */
  onTraffic(direction: 'from-device' | 'to-device', bytes: Uint8Array): void;
}

/** One configured device: its supervisor, and the capture that uses it. */
export interface Station {
  readonly binding: DeviceBinding;
  readonly driver: Driver;
  status(): DeviceStatus;
  counts(): DeviceCounts;
  battery(): 'low' | 'good' | undefined;
  /** What tells its device from others, as far as that is known. */
  mark(): UsbMark | undefined;
  /** The port that it has found for itself; undefined while it has none, or was told one. */
  path(): string | undefined;
  /** The assistant says which of the candidates it is: the next opening takes that one. */
  choose(mark: UsbMark): void;
  /** Whether a capture waits for its outcome. */
  asked(): boolean;
  start(): void;
  /** Starts a capture as soon as the device is ready; one that was running ends. */
  begin(asking: Asking): void;
  /** Ends the capture and says so. */
  stop(key: CaptureKey): void;
  /** Ends whatever runs and lets nothing of it out any more: the visit is over. */
  abandon(): void;
  close(): Promise<void>;
}

/** How long a capture waits for a device that is just being opened or identified. */
const READY_WITHIN_MS: Milliseconds = 6_000;

/** A station at rest; `start` opens the device. */
export const createStation = (options: StationOptions): Station => {
  const { binding, driver, clock } = options;
  let capture: ActiveCapture | undefined;
  let { mark } = options;
  const counters = createCounters(clock);
  /** The fault that stands now: a port that stays away is one error, however often it is looked for. */
  let standing: ErrorCode | undefined;
  let opened: OpenedPort | undefined;
  let candidates: readonly Candidate[] | undefined;

  const key = ({ captureId, epoch, measure }: ActiveCapture): Asking => ({ captureId, epoch, measure });

  const failCapture = (failed: ActiveCapture, cause: Failure): void => {
    failed.cancelWaiting();
    if (!failed.delivered) options.report({ type: 'capture-failed', ...key(failed), failure: cause });
    failed.delivered = true;
  };

  const show = (
    running: ActiveCapture,
    event: Extract<CaptureEvent, { type: 'wave' | 'feedback' }>,
  ): void => {
    const arrivedAtMs = clock.monotonic();
    const source = { deviceId: binding.id, epoch: running.epoch, arrivedAtMs };
    if (event.type === 'wave') for (const block of waveBlocks(event.wave, source)) options.show(block);
    // A finger left in after its reading is live for the physician, but never talks over the measure that is asked for now.
    else if (!(running.delivered && options.othersAsked()))
      options.show({
        type: 'feedback',
        ...source,
        captureId: running.captureId,
        feedback: event.feedback,
      });
  };

  const deliver = (running: ActiveCapture, event: Extract<CaptureEvent, { type: 'reading' }>): void => {
    running.delivered = true;
    counters.reading();
    rememberProved('listening');
    options.report({
      type: 'capture-reading',
      ...key(running),
      deviceId: binding.id,
      origin: binding.simulated ? 'simulator' : 'device',
      reading: event.reading,
      ...(event.signal === undefined ? {} : { signal: event.signal }),
      rawHash: createHash('sha256').update(event.raw).digest('hex'),
    });
  };

  const take = (event: CaptureEvent): void => {
    const running = capture;
    if (running === undefined || running.phase === 'waiting') return;
    switch (event.type) {
      case 'wave':
      case 'feedback':
        show(running, event);
        return;
      case 'reading':
        // A device may measure more than it was asked for.
        if (!running.delivered && event.reading.kind === running.measure) deliver(running, event);
        return;
      case 'scan':
        return;
      case 'failed':
        if (supervisor.state().state !== 'fault') counters.error(event.failure.code);
        failCapture(running, event.failure);
        running.phase = 'ending';
        return;
      case 'idle':
        capture = undefined;
        return;
      default:
        assertNever(event);
    }
  };

  const transport = createBoundTransport({
    binding,
    driver,
    ports: options.ports,
    clock,
    mark: () => mark,
    isTaken: options.isTaken,
    onOpened: (port) => {
      opened = port;
    },
    onCandidates: (found) => {
      candidates = found;
    },
  });

  const remember = (told: UsbMark): void => {
    if (JSON.stringify(told) === JSON.stringify(mark)) return;
    mark = told;
    options.report({ type: 'device-bound', deviceId: binding.id, mark: told });
  };

  /** A device that has proved itself is remembered: by its handshake, or by a reading where it has none. */
  const rememberProved = (proof: DriverManifest['proof']): void => {
    if (opened !== undefined && driver.manifest.proof === proof) remember(opened.mark);
  };

  const supervisor = createSupervisor({
    driver,
    transport,
    soughtFor: binding.connection.transport === 'usb',
    clock,
    visitClock: options.visitClock,
    visitBeganAt: options.visitBeganAt,
    onCapture: take,
    onTraffic: (direction, bytes) => {
      options.onTraffic(direction, bytes);
      counters.traffic(direction, bytes.length);
    },
    onFault: ({ code }) => {
      if (code !== standing) counters.error(code);
      standing = code;
    },
    onChange: () => {
      const { state } = supervisor.state();
      if (state === 'ready') rememberProved('handshake');
      if (state !== 'fault') standing = undefined;
      proceed();
      options.onChange();
    },
  });

  const proceed = (): void => {
    const waiting = capture;
    if (waiting?.phase !== 'waiting') return;
    const state = supervisor.state();
    if (state.state === 'ready') {
      waiting.cancelWaiting();
      waiting.phase = 'running';
      supervisor.startCapture(waiting.measure);
    } else if (state.state === 'fault') {
      failCapture(waiting, failure(state.code));
      capture = undefined;
    }
  };

  const release = (): void => {
    capture?.cancelWaiting();
    capture = undefined;
    supervisor.stopCapture();
  };

  return {
    binding,
    driver,
    counts: counters.counts,
    battery: supervisor.battery,
    mark: () => mark,
    status: () => ({
      id: binding.id,
      driver: binding.driver,
      measures: [...supervisor.measures()],
      simulated: binding.simulated,
      identity: supervisor.identity(),
      state: supervisor.state(),
      ...(candidates === undefined ? {} : { candidates: [...candidates] }),
    }),
    path: () => opened?.path,
    choose: remember,
    asked: () => capture !== undefined && !capture.delivered,
    start: () => supervisor.start(),
    begin: ({ captureId, epoch, measure }) => {
      if (capture !== undefined) failCapture(capture, failure('CAPTURE_STOPPED'));
      release();
      const starting: ActiveCapture = {
        captureId,
        epoch,
        measure,
        phase: 'waiting',
        delivered: false,
        cancelWaiting: clock.after(READY_WITHIN_MS, () => {
          if (capture !== starting || starting.phase !== 'waiting') return;
          failCapture(starting, failure('DEVICE_SILENT'));
          capture = undefined;
        }),
      };
      capture = starting;
      proceed();
    },
    stop: ({ captureId, epoch }) => {
      if (capture?.captureId !== captureId || capture.epoch !== epoch) return;
      const wasWaiting = capture.phase === 'waiting';
      failCapture(capture, failure('CAPTURE_STOPPED'));
      capture.phase = 'ending';
      if (wasWaiting) capture = undefined;
      supervisor.stopCapture();
    },
    abandon: release,
    close: () => {
      capture?.cancelWaiting();
      capture = undefined;
      return supervisor.close();
    },
  };
};
