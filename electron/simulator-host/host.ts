import { DRIVER_IDS, type DriverId, driverIdSchema } from '#core/contract/devices.ts';
import {
  type CatalogueEntry,
  type FromSimulatorHost,
  type SimulatorSource,
  type ToSimulatorHost,
  toSimulatorHostSchema,
} from '#core/contract/simulator-host.ts';
import { assertNever, fail, ok, type Result } from '#core/result.ts';
import type { Clock } from '#core/time.ts';
import { parseCaptureFile } from '#devices/kit/capture-file.ts';
import { DRIVERS } from '#devices/registry.ts';
import { carriageOf } from '#devices/simulation/device.ts';
import { type OpenLine, type PlayedDevice, playPatient, playRecording } from './played-device.ts';

/** The line to the main process. What comes in is unknown until it is parsed. */
export interface SimulatorHostPort {
  post(message: FromSimulatorHost): void;
  onMessage(listener: (message: unknown) => void): void;
}

interface SimulatorHostOptions {
  readonly port: SimulatorHostPort;
  readonly clock: Clock;
  readonly openLine: OpenLine;
  /** Everything is closed, as the application that ends has asked. */
  onShutDown(): void;
}

interface Entry {
  readonly plays: SimulatorSource;
  readonly device: PlayedDevice;
}

const done = ok(undefined);

type Order = Extract<ToSimulatorHost, { number: number }>;

/** A recording made here says of which driver it is. */
const DRIVER_COMMENT = /^driver:\s*(\S+)$/;

const driverOf = (asked: DriverId | undefined, comments: readonly string[]): DriverId | undefined => {
  const said = comments
    .map((comment) => DRIVER_COMMENT.exec(comment)?.[1])
    .find((word) => word !== undefined);
  const parsed = driverIdSchema.safeParse(asked ?? said);
  return parsed.success ? parsed.data : undefined;
};

const catalogue = (): CatalogueEntry[] =>
  DRIVER_IDS.map((driver) => {
    const { title, measures, evidence } = DRIVERS[driver].manifest;
    return { driver, title, measures: [...measures], evidence };
  });

/** Runs simulated devices on demand; orders are carried out one after the other. */
export const createSimulatorHost = ({
  port,
  clock,
  openLine,
  onShutDown,
}: SimulatorHostOptions): { close(): Promise<void> } => {
  const entries = new Map<string, Entry>();
  let clockRate = 1;
  let working: Promise<void> = Promise.resolve();

  const tell = (): void =>
    port.post({
      type: 'simulators',
      simulators: [...entries].map(([id, { plays, device }]) => ({
        id,
        driver: device.driver,
        connection: device.connection,
        plays,
        possible: [...device.possible],
        active: [...device.active()],
      })),
    });

  const stop = async (id: string): Promise<void> => {
    const entry = entries.get(id);
    entries.delete(id);
    await entry?.device.close();
  };

  const start = async (order: Extract<Order, { type: 'start' }>): Promise<Result<void, string>> => {
    const { id, driver, scenario, seed } = order;
    await stop(id);
    const device = await playPatient({ id, driver, scenario, seed, clock, clockRate, openLine });
    entries.set(id, { plays: { source: 'patient', scenario, seed }, device });
    return done;
  };

  const replay = async (order: Extract<Order, { type: 'replay' }>): Promise<Result<void, string>> => {
    const { id, name, text, speed } = order;
    const capture = parseCaptureFile(text);
    if (!capture.ok) return fail(`${name}, line ${capture.failure.line}: ${capture.failure.message}`);
    const driver = driverOf(order.driver, capture.value.comments);
    if (driver === undefined) return fail(`${name} does not say of which driver it is`);
    if (!capture.value.chunks.some(({ direction }) => direction === 'from-device'))
      return fail(`${name}: the device says nothing in it`);
    await stop(id);
    const device = await playRecording({
      id,
      driver,
      carriage: carriageOf(driver),
      capture: capture.value,
      speed,
      clock,
      openLine,
    });
    entries.set(id, { plays: { source: 'recording', name, speed }, device });
    return done;
  };

  const withDevice = async (
    id: string,
    act: (device: PlayedDevice) => Promise<Result<void, string>>,
  ): Promise<Result<void, string>> => {
    const entry = entries.get(id);
    return entry === undefined ? fail(`there is no simulator ${id}`) : await act(entry.device);
  };

  const obey = async (order: Order): Promise<Result<void, string>> => {
    switch (order.type) {
      case 'start':
        return await start(order);
      case 'replay':
        return await replay(order);
      case 'stop':
        return await withDevice(order.id, async () => {
          await stop(order.id);
          return done;
        });
      case 'fault':
        return await withDevice(order.id, (device) => device.fault(order.fault, order.on));
      case 'mend':
        return await withDevice(order.id, async (device) => {
          await device.mend();
          return done;
        });
      default:
        return assertNever(order);
    }
  };

  const answer = async (order: Order): Promise<void> => {
    const outcome = await obey(order).catch((error: unknown) =>
      fail(error instanceof Error ? error.message : String(error)),
    );
    tell();
    port.post({ type: 'done', number: order.number, ...(outcome.ok ? {} : { refused: outcome.failure }) });
  };

  const close = async (): Promise<void> => {
    await working;
    await Promise.all([...entries.keys()].map(stop));
  };

  const take = (message: ToSimulatorHost): void => {
    switch (message.type) {
      case 'settings':
        clockRate = message.clockRate;
        return;
      case 'shut-down':
        void close().then(onShutDown);
        return;
      default:
        working = working.then(() => answer(message));
    }
  };

  port.onMessage((message) => {
    const parsed = toSimulatorHostSchema.safeParse(message);
    if (parsed.success) take(parsed.data);
  });
  port.post({ type: 'ready', catalogue: catalogue() });
  return { close };
};
