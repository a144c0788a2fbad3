import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DeviceBinding, DevicesFile, DriverId } from '#core/contract/devices.ts';
import { acceleratedClock, type Clock } from '#core/time.ts';
import type { SimulatedPatient } from '../kit/simulator.ts';
import { carriageOf, createSimulatedDevice, type SimulatedDevice } from './device.ts';
import { createPatient } from './patient.ts';
import { createPtyWire, hasSocat } from './pty-wire.ts';
import type { ScenarioName } from './scenarios.ts';
import { createTcpWire } from './tcp-wire.ts';
import type { Carriage, Received, SimulatedWire } from './wire.ts';

/** How simulators are reached. Devices that speak in reports are on TCP whatever is asked. */
export type WireKind = 'pty' | 'tcp';

/** What a cabin is given when nobody says which devices it has. */
export const USUAL_DEVICES = [
  'contec-cms50',
  'and-tm2657',
  'tanita-scale',
] as const satisfies readonly DriverId[];

export interface RigOptions {
  readonly seed: number;
  readonly scenario?: ScenarioName;
  readonly drivers?: readonly DriverId[];
  /** How much faster cuff and scale go; streams stay in real time. */
  readonly clockRate: number;
  readonly clock: Clock;
  /** Pseudo-terminals where socat is there, else TCP, unless one is asked for. */
  readonly wire?: WireKind;
}

/** Simulated devices that all measure one patient. */
export interface Rig {
  readonly patient: SimulatedPatient;
  /** The device of a driver; undefined when the rig has none. */
  device<Id extends DriverId>(driver: Id): SimulatedDevice<Id> | undefined;
  readonly devices: readonly SimulatedDevice[];
  /** What `npm start -- --devices` takes. */
  readonly file: DevicesFile;
  close(): Promise<void>;
}

/** Whoever sat there before has other values, and the seed of the next patient over. */
const PREVIOUS = 7_000;

/** How the program reaches a simulated device. */
const simulatedBinding = ({ driver, wire }: SimulatedDevice): DeviceBinding => ({
  id: driver,
  driver,
  connection: wire.connection,
  simulated: true,
});

/** Starts the simulators, each on its own line. */
export const startRig = async (options: RigOptions): Promise<Rig> => {
  const { seed, scenario = 'healthy-adult', drivers = USUAL_DEVICES, clockRate, clock } = options;
  const patient = createPatient(seed, scenario);
  const previousPatient = createPatient(seed + PREVIOUS);
  const kind = options.wire ?? (hasSocat() ? 'pty' : 'tcp');
  const folder = kind === 'pty' ? await mkdtemp(join(tmpdir(), 'cabine-devices-')) : undefined;
  const openWire =
    (driver: DriverId) =>
    (received: Received, carriage: Carriage): Promise<SimulatedWire> =>
      folder === undefined || carriageOf(driver) === 'messages'
        ? createTcpWire(0, received, carriage)
        : createPtyWire(join(folder, driver), received);

  const devices: SimulatedDevice[] = [];
  const close = async (): Promise<void> => {
    await Promise.all(devices.map((device) => device.close()));
    if (folder !== undefined) await rm(folder, { recursive: true, force: true });
  };
  for (const driver of drivers) {
    devices.push(
      await createSimulatedDevice(driver, {
        patient,
        previousPatient,
        clock,
        bodyClock: acceleratedClock(clock, clockRate),
        seed,
        openWire: openWire(driver),
      }),
    );
  }
  return {
    patient,
    devices,
    device: <Id extends DriverId>(driver: Id) =>
      devices.find((device): device is SimulatedDevice<Id> => device.driver === driver),
    file: { devices: devices.map(simulatedBinding) },
    close,
  };
};
