import type { DriverId } from '#core/contract/devices.ts';
import type { Clock } from '#core/time.ts';
import {
  type BloodPressureControl,
  createSimulator as createBloodPressureMonitor,
} from '../drivers/and-tm2657/simulator.ts';
import {
  createSimulator as createOximeter,
  type OximeterControl,
} from '../drivers/contec-cms50/simulator.ts';
import { createSimulator as createScale, type ScaleControl } from '../drivers/tanita-scale/simulator.ts';
import type { SimulatedPatient, Simulator, SimulatorContext } from '../kit/simulator.ts';
import { type LineFault, throughFault } from './faulty-line.ts';
import { createRandom } from './random.ts';
import type { Received, SimulatedWire } from './wire.ts';

/** What a tester may do to each device, by driver. */
export interface DeviceControls {
  'contec-cms50': OximeterControl;
  'and-tm2657': BloodPressureControl;
  'tanita-scale': ScaleControl;
}

const SIMULATORS: {
  readonly [Id in DriverId]: (context: SimulatorContext) => Simulator<DeviceControls[Id]>;
} = {
  'contec-cms50': createOximeter,
  'and-tm2657': createBloodPressureMonitor,
  'tanita-scale': createScale,
};

/** A simulated device on a line, and what a tester may do to both. */
export interface SimulatedDevice<Id extends DriverId> {
  readonly driver: Id;
  readonly wire: SimulatedWire;
  readonly control: DeviceControls[Id];
  /** Damages what the device sends from now on. */
  fault(kind: LineFault): void;
  close(): Promise<void>;
}

export interface SimulatedDeviceOptions {
  readonly patient: SimulatedPatient;
  readonly clock: Clock;
  readonly bodyClock: Clock;
  /** Of the damage on the line. */
  readonly seed: number;
  openWire(received: Received): Promise<SimulatedWire>;
}

/** Puts the simulator of a driver on a line. */
export const createSimulatedDevice = async <Id extends DriverId>(
  driver: Id,
  { patient, clock, bodyClock, seed, openWire }: SimulatedDeviceOptions,
): Promise<SimulatedDevice<Id>> => {
  const random = createRandom(seed);
  let fault: LineFault = 'none';
  let wire: SimulatedWire | undefined;
  const simulator = SIMULATORS[driver]({
    patient,
    clock,
    bodyClock,
    send: (bytes) => {
      const arriving = throughFault(fault, bytes, random);
      if (arriving !== undefined) wire?.send(arriving);
    },
  });
  const opened = await openWire((bytes) => simulator.receive(bytes));
  wire = opened;
  return {
    driver,
    wire: opened,
    control: simulator.control,
    fault: (kind) => {
      fault = kind;
    },
    close: async () => {
      simulator.close();
      await opened.close();
    },
  };
};
