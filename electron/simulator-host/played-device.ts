import type { Connection, DriverId } from '#core/contract/devices.ts';
import type { Fault } from '#core/contract/simulation.ts';
import { fail, type Result } from '#core/result.ts';
import { acceleratedClock, type Clock } from '#core/time.ts';
import { startReplay } from '#devices/bench/replay.ts';
import type { CaptureFile } from '#devices/kit/capture-file.ts';
import { createSimulatedDevice } from '#devices/simulation/device.ts';
import { createPatient } from '#devices/simulation/patient.ts';
import type { ScenarioName } from '#devices/simulation/scenarios.ts';
import type { Carriage, Received, SimulatedWire } from '#devices/simulation/wire.ts';

/** A device that is played on a line, and the faults it can be given. */
export interface PlayedDevice {
  readonly driver: DriverId;
  readonly connection: Connection;
  readonly possible: readonly Fault[];
  active(): readonly Fault[];
  /** The failure says why it cannot be made. */
  fault(fault: Fault, on: boolean): Promise<Result<void, string>>;
  mend(): Promise<void>;
  close(): Promise<void>;
}

/** Opens a line of this machine for the simulator of this id. */
export type OpenLine = (id: string, received: Received, carriage: Carriage) => Promise<SimulatedWire>;

/** Faults that a line of this kind cannot make: TCP is never busy nor forbidden, and our own account's terminals are not forbidden to it. */
const NOT_MADE: Readonly<Record<SimulatedWire['connection']['transport'], readonly Fault[]>> = {
  serial: ['permission-denied'],
  tcp: ['port-busy', 'permission-denied'],
};

/** Whoever sat there before has other values, and the seed of another patient. */
const PREVIOUS = 7_000;

interface PatientOptions {
  readonly id: string;
  readonly driver: DriverId;
  readonly scenario: ScenarioName;
  readonly seed: number;
  readonly clock: Clock;
  readonly clockRate: number;
  readonly openLine: OpenLine;
}

/** A simulator that measures a made-up patient. */
export const playPatient = async (options: PatientOptions): Promise<PlayedDevice> => {
  const { id, driver, scenario, seed, clock, clockRate, openLine } = options;
  const device = await createSimulatedDevice(driver, {
    patient: createPatient(seed, scenario),
    previousPatient: createPatient(seed + PREVIOUS),
    clock,
    bodyClock: acceleratedClock(clock, clockRate),
    seed,
    openWire: (received, carriage) => openLine(id, received, carriage),
  });
  const { connection } = device.wire;
  return {
    driver,
    connection,
    possible: device.possibleFaults.filter((fault) => !NOT_MADE[connection.transport].includes(fault)),
    active: device.activeFaults,
    fault: device.fault,
    mend: device.mend,
    close: device.close,
  };
};

interface RecordingOptions {
  readonly id: string;
  readonly driver: DriverId;
  readonly carriage: Carriage;
  readonly capture: CaptureFile;
  readonly speed: number;
  readonly clock: Clock;
  readonly openLine: OpenLine;
}

/** A recording plays the device, from the moment that a program has opened the line. A device that was asked in it waits to be asked. */
export const playRecording = async (options: RecordingOptions): Promise<PlayedDevice> => {
  const { id, driver, carriage, capture, speed, clock, openLine } = options;
  let early: Uint8Array[] = [];
  let replay: ReturnType<typeof startReplay> | undefined;
  let closed = false;
  const wire = await openLine(
    id,
    (bytes) => {
      if (replay === undefined) early.push(bytes);
      else replay.receive(bytes);
    },
    carriage,
  );
  void wire.opened().then(() => {
    if (closed) return;
    replay = startReplay({
      chunks: capture.chunks,
      clock,
      speed,
      waitForHost: capture.chunks.some(({ direction }) => direction === 'to-device'),
      send: (bytes) => wire.send(bytes),
    });
    for (const bytes of early) replay.receive(bytes);
    early = [];
  });
  return {
    driver,
    connection: wire.connection,
    possible: [],
    active: () => [],
    fault: async (fault) => fail(`a recording has no ${fault}`),
    mend: async () => undefined,
    close: async () => {
      closed = true;
      replay?.close();
      await wire.close();
    },
  };
};
