import type { DeviceBinding, DriverId } from '#core/contract/devices.ts';
import type { Clock } from '#core/time.ts';
import { type BenchAnswer, type DeviceHost, startDeviceHost } from '../processes/device-host.ts';
import { createSimulatorHost, type SimulatorHost } from '../processes/simulator-host.ts';
import { bringDeviceAnswer, bringHostDeath } from '../visit/device-reactions.ts';
import type { VisitKeeper } from '../visit/keeper.ts';
import { type Bindings, createBindings } from './bindings.ts';
import type { RememberedMarks } from './remembered-marks.ts';

/** What a cabin has when nobody says which devices it has. */
const USUAL_DEVICES = ['contec-cms50', 'and-tm2657', 'tanita-scale'] as const satisfies readonly DriverId[];
/** The patient of a simulation that nobody has asked another one for. */
const USUAL_PATIENT = { scenario: 'healthy-adult', seed: 1 } as const;

/** The devices of the cabin, real and simulated, and the two processes that hold them. */
export interface CabinDevices {
  readonly host: DeviceHost;
  readonly simulators: SimulatorHost;
  readonly bindings: Bindings;
  close(): Promise<void>;
}

interface CabinDevicesOptions {
  readonly clock: Clock;
  readonly clockRate: number;
  readonly configured: readonly DeviceBinding[];
  readonly marks: RememberedMarks;
  /** Whether the usual devices are played from the beginning. */
  readonly simulate: boolean;
  readonly keeper: VisitKeeper;
  readonly onBench: (message: BenchAnswer) => void;
  readonly onHostReady: () => void;
  /** Devices, simulators, or the readiness of their processes, have changed. */
  readonly onChange: () => void;
}

/** Starts the device host, and the simulators where they are asked for. */
export const openCabinDevices = (options: CabinDevicesOptions): CabinDevices => {
  const { clock, clockRate, marks, keeper, onChange } = options;
  const bindings = createBindings(options.configured, marks);
  const host = startDeviceHost({
    bindings: bindings.all,
    clockRate,
    clock,
    epoch: () => keeper.visit().epoch,
    onStart: bindings.refresh,
    onReady: options.onHostReady,
    onMessage: (message) => bringDeviceAnswer(keeper, message),
    onBound: ({ deviceId, mark }) => marks.remember(deviceId, mark),
    onBench: options.onBench,
    onChange,
    onDeath: () => bringHostDeath(keeper),
  });
  const simulators = createSimulatorHost({
    clock,
    clockRate,
    onChange: () => {
      if (bindings.simulators(simulators.running())) host.configure();
      onChange();
    },
  });
  if (options.simulate) {
    for (const driver of USUAL_DEVICES)
      void simulators.ask({ type: 'start', id: driver, driver, ...USUAL_PATIENT });
  }
  return {
    host,
    simulators,
    bindings,
    close: async () => {
      // The devices are let go before what plays them is gone.
      await host.stop();
      await simulators.stop();
    },
  };
};
