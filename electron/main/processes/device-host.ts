import { MessageChannelMain, type WebContents } from 'electron';
import { type FromDeviceHost, fromDeviceHostSchema, type ToDeviceHost } from '#core/contract/device-host.ts';
import type { DeviceBinding, DeviceStatus } from '#core/contract/devices.ts';
import { IPC } from '#core/contract/ipc-channels.ts';
import { assertNever } from '#core/result.ts';
import type { Clock } from '#core/time.ts';
import { createHeartbeat } from './heartbeat.ts';
import { supervise } from './supervised.ts';

/** What takes a port to the live messages: a window, or who follows them in its place. */
export type PortTaker = Pick<WebContents, 'isDestroyed' | 'postMessage'>;

/** The process that holds the ports and the drivers, as the main process sees it. */
export interface DeviceHost {
  devices(): readonly DeviceStatus[];
  ready(): boolean;
  send(message: ToDeviceHost): void;
  /** The cabin is to have other devices now. */
  configure(): void;
  /** Gives a window a port of its own to the live messages; a new one replaces the old. */
  connect(page: string, contents: PortTaker): void;
  /** Brings the devices to rest, closes their ports and ends the process. */
  stop(): Promise<void>;
  readonly pid: () => number | undefined;
}

/** What a technician is told of the devices. */
export type BenchAnswer = Extract<
  FromDeviceHost,
  { type: 'bench-facts' | 'frames' | 'recorded' | 'self-test' }
>;

interface DeviceHostOptions {
  /** The devices that the cabin is to have, now. */
  readonly bindings: () => readonly DeviceBinding[];
  readonly clockRate: number;
  readonly clock: Clock;
  /** Epoch of the present visit: a restarted host learns it at once. */
  readonly epoch: () => number;
  readonly onMessage: (
    message: Extract<FromDeviceHost, { type: 'capture-reading' | 'capture-failed' }>,
  ) => void;
  /** What tells the device of a binding from others, to be remembered. */
  readonly onBound: (message: Extract<FromDeviceHost, { type: 'device-bound' }>) => void;
  readonly onBench: (message: BenchAnswer) => void;
  /** It has just been started: it is told nothing yet. */
  readonly onStart: () => void;
  /** It is ready and configured. */
  readonly onReady: () => void;
  /** Devices, or the host's readiness, have changed. */
  readonly onChange: () => void;
  readonly onDeath: () => void;
}

/** A device that is configured and not heard of yet: what the screens show before the host speaks, and while it restarts. */
export const startDeviceHost = (options: DeviceHostOptions): DeviceHost => {
  const { bindings, clockRate, clock, epoch, onMessage, onChange, onDeath } = options;
  const pages = new Map<string, PortTaker>();
  let devices: readonly DeviceStatus[] = [];
  let ready = false;
  let pings = 0;

  const send = (message: ToDeviceHost): void => process.send(message);
  const configure = (): void => send({ type: 'configure', bindings: [...bindings()], clockRate });
  const link = (page: string, contents: PortTaker): void => {
    if (contents.isDestroyed()) return;
    const { port1, port2 } = new MessageChannelMain();
    process.send({ type: 'page-port', page } satisfies ToDeviceHost, [port1]);
    contents.postMessage(IPC.devicePort, null, [port2]);
  };

  const receive = (raw: unknown): void => {
    const parsed = fromDeviceHostSchema.safeParse(raw);
    if (!parsed.success) return;
    const message = parsed.data;
    heartbeat.alive();
    switch (message.type) {
      case 'ready':
        ready = true;
        heartbeat.ready();
        options.onStart();
        configure();
        send({ type: 'begin-visit', epoch: epoch() });
        for (const [page, contents] of pages) link(page, contents);
        options.onReady();
        onChange();
        break;
      case 'devices':
        devices = message.devices;
        onChange();
        break;
      case 'capture-reading':
      case 'capture-failed':
        onMessage(message);
        break;
      case 'device-bound':
        options.onBound(message);
        break;
      case 'bench-facts':
      case 'frames':
      case 'recorded':
      case 'self-test':
        options.onBench(message);
        break;
      case 'pong':
        break;
      default:
        assertNever(message);
    }
  };

  const process = supervise({
    name: 'device-host',
    clock,
    onStart: () => heartbeat.started(),
    onMessage: receive,
    onDeath: () => {
      ready = false;
      devices = devices.map((device) => ({ ...device, state: { state: 'absent' } }));
      onDeath();
      onChange();
    },
  });
  const heartbeat = createHeartbeat({
    clock,
    ask: () => {
      pings += 1;
      send({ type: 'ping', number: pings });
    },
    onSilent: process.kill,
  });

  return {
    devices: () => devices,
    ready: () => ready,
    send,
    configure: () => {
      if (ready) configure();
    },
    connect: (page, contents) => {
      pages.set(page, contents);
      if (ready) link(page, contents);
    },
    stop: () => {
      heartbeat.stop();
      return process.stop(() => send({ type: 'shut-down' }));
    },
    pid: process.pid,
  };
};
