import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DevicesFile, DRIVER_IDS, type DriverId } from '#core/contract/devices.ts';
import { acceleratedClock, type Clock } from '#core/time.ts';
import type { SimulatedPatient } from '../kit/simulator.ts';
import { createSimulatedDevice, type SimulatedDevice } from './device.ts';
import { createPatient } from './patient.ts';
import { createPtyWire, hasSocat } from './pty-wire.ts';
import { createTcpWire } from './tcp-wire.ts';
import type { Received, SimulatedWire } from './wire.ts';

/** How simulators are reached. */
export type WireKind = 'pty' | 'tcp';

export interface RigOptions {
  readonly seed: number;
  /** How much faster cuff and scale go; the oximeter's stream stays at 60 Hz. */
  readonly clockRate: number;
  readonly clock: Clock;
  /** Pseudo-terminals where socat is there, else TCP, unless one is asked for. */
  readonly wire?: WireKind;
}

/** Three simulated devices that measure one patient. */
export interface Rig {
  readonly patient: SimulatedPatient;
  readonly devices: { readonly [Id in DriverId]: SimulatedDevice<Id> };
  /** What `npm start -- --devices` takes. */
  readonly file: DevicesFile;
  close(): Promise<void>;
}

/** Starts the three simulators, each on its own line. */
export const startRig = async ({ seed, clockRate, clock, wire }: RigOptions): Promise<Rig> => {
  const patient = createPatient(seed);
  const kind = wire ?? (hasSocat() ? 'pty' : 'tcp');
  const folder = kind === 'pty' ? await mkdtemp(join(tmpdir(), 'cabine-devices-')) : undefined;
  const openWire =
    (id: DriverId) =>
    (received: Received): Promise<SimulatedWire> =>
      folder === undefined ? createTcpWire(0, received) : createPtyWire(join(folder, id), received);
  const start = <Id extends DriverId>(id: Id): Promise<SimulatedDevice<Id>> =>
    createSimulatedDevice(id, {
      patient,
      clock,
      bodyClock: acceleratedClock(clock, clockRate),
      seed,
      openWire: openWire(id),
    });
  const devices = {
    'contec-cms50': await start('contec-cms50'),
    'and-tm2657': await start('and-tm2657'),
    'tanita-scale': await start('tanita-scale'),
  };
  return {
    patient,
    devices,
    file: {
      devices: DRIVER_IDS.map((id) => ({
        id,
        driver: id,
        connection: devices[id].wire.connection,
        simulated: true,
      })),
    },
    close: async () => {
      await Promise.all(Object.values(devices).map((device) => device.close()));
      if (folder !== undefined) await rm(folder, { recursive: true, force: true });
    },
  };
};
