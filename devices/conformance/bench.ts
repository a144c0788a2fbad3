import type { DriverId } from '#core/contract/devices.ts';
import type { ErrorCode } from '#core/contract/error-codes.ts';
import type { Milliseconds } from '#core/time.ts';
import { createFakeClock, type FakeClock } from '../kit/fake-clock.ts';
import { type CaptureEvent, createSupervisor, type Supervisor } from '../kit/supervisor.ts';
import type { Transport } from '../kit/transport.ts';
import { DRIVERS } from '../registry.ts';
import { createSimulatedDevice, type SimulatedDevice } from '../simulation/device.ts';
import { createSimulatedMemoryWire } from '../simulation/memory-wire.ts';
import { createPatient } from '../simulation/patient.ts';
import type { ScenarioName } from '../simulation/scenarios.ts';

/** One simulated device, the supervisor that keeps it alive, and the clock that a trial moves. */
export interface ConformanceBench {
  readonly driver: DriverId;
  readonly clock: FakeClock;
  readonly device: SimulatedDevice;
  readonly supervisor: Supervisor;
  /** Everything that captures yielded, in its order. */
  readonly events: readonly CaptureEvent[];
  /** Faults that the device's state has shown since the last call. */
  takeFaults(): readonly ErrorCode[];
  /** Chunks that the device sent, as they arrived. */
  readonly traffic: readonly Uint8Array[];
  /** Moves time on until `condition` holds; false when it never did within `limit`. */
  until(condition: () => boolean, limit: Milliseconds): Promise<boolean>;
  close(): Promise<void>;
}

export interface ConformanceBenchOptions {
  readonly seed?: number;
  readonly scenario?: ScenarioName;
}

/** Time moves in steps of this; nothing that a patient sees is finer. */
const STEP_MS: Milliseconds = 100;
const PREVIOUS_PATIENT = 90;

/** Puts one device on a line in memory, under a clock that stands still. */
export const createConformanceBench = async (
  driver: DriverId,
  { seed = 5, scenario = 'healthy-adult' }: ConformanceBenchOptions = {},
): Promise<ConformanceBench> => {
  const clock = createFakeClock();
  const beganAt = new Date(clock.now());
  const events: CaptureEvent[] = [];
  const traffic: Uint8Array[] = [];
  let faults: ErrorCode[] = [];
  let transport: Transport | undefined;
  const device = await createSimulatedDevice(driver, {
    patient: createPatient(seed, scenario),
    previousPatient: createPatient(PREVIOUS_PATIENT),
    clock,
    bodyClock: clock,
    seed,
    openWire: async (received) => {
      const wire = createSimulatedMemoryWire(`/memory/${driver}`, received);
      transport = wire.transport;
      return wire;
    },
  });
  if (transport === undefined) throw new Error('a simulated device opens its wire');
  const supervisor = createSupervisor({
    driver: DRIVERS[driver],
    transport,
    clock,
    visitClock: clock,
    visitBeganAt: () => beganAt,
    onChange: () => undefined,
    onCapture: (event) => events.push(event),
    onFault: ({ code }) => faults.push(code),
    onTraffic: (direction, bytes) => {
      if (direction === 'from-device') traffic.push(bytes);
    },
  });
  return {
    driver,
    clock,
    device,
    supervisor,
    events,
    traffic,
    takeFaults: () => {
      const taken = faults;
      faults = [];
      return taken;
    },
    until: async (condition, limit) => {
      for (let waited = 0; waited < limit && !condition(); waited += STEP_MS) await clock.advance(STEP_MS);
      return condition();
    },
    close: async () => {
      // What closes waits for the clock, which nobody moves any more.
      const closing = supervisor.close();
      await clock.advance(5_000);
      await closing;
      await device.close();
    },
  };
};
