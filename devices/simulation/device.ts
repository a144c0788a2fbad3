import type { DriverId } from '#core/contract/devices.ts';
import { fail, ok, type Result } from '#core/result.ts';
import type { Clock } from '#core/time.ts';
import { type DeviceFault, FAULTS, type Fault, LINE_FAULTS } from '../kit/faults.ts';
import type { SimulatedPatient, Simulator } from '../kit/simulator.ts';
import { DRIVERS } from '../registry.ts';
import { createFaultyLine, type TrafficFault } from './faulty-line.ts';
import { createRandom } from './random.ts';
import { type DeviceControls, simulatorOf } from './registry.ts';
import { createStranger } from './stranger.ts';
import type { Carriage, PortRefusal, Received, SimulatedWire } from './wire.ts';

/** A simulated device on a line, and what a tester may do to both. */
export interface SimulatedDevice<Id extends DriverId = DriverId> {
  readonly driver: Id;
  readonly wire: SimulatedWire;
  readonly control: DeviceControls[Id];
  /** Faults that this device can be given. */
  readonly possibleFaults: readonly Fault[];
  /** Faults that are on. */
  activeFaults(): readonly Fault[];
  /** Switches a fault while everything runs; the failure says why it cannot be made here. */
  fault(fault: Fault, on: boolean): Promise<Result<void, string>>;
  /** Switches off whatever fault is on. */
  mend(): Promise<void>;
  measured(): ReturnType<Simulator['measured']>;
  /** Whether it does something to the patient now; undefined when it never does. */
  isAtWork(): boolean | undefined;
  close(): Promise<void>;
}

export interface SimulatedDeviceOptions {
  readonly patient: SimulatedPatient;
  readonly previousPatient: SimulatedPatient;
  readonly clock: Clock;
  readonly bodyClock: Clock;
  /** Of the damage on the line. */
  readonly seed: number;
  openWire(received: Received, carriage: Carriage): Promise<SimulatedWire>;
}

/** Whether a driver's messages keep their bounds. */
export const carriageOf = (driver: DriverId): Carriage => {
  const { transport } = DRIVERS[driver].manifest.port;
  return transport === 'hid' || transport === 'phdc' ? 'messages' : 'bytes';
};

const REFUSALS: Readonly<Partial<Record<Fault, PortRefusal>>> = {
  'port-busy': 'PORT_BUSY',
  'permission-denied': 'PORT_PERMISSION',
};

const isDeviceFault = (fault: Fault): fault is DeviceFault =>
  !(LINE_FAULTS as readonly Fault[]).includes(fault);

const fits = (fault: Fault, carriage: Carriage): boolean =>
  carriage === 'bytes' || (fault !== 'split-frames' && fault !== 'glued-frames');

/** Puts the simulator of a driver on a line. */
export const createSimulatedDevice = async <Id extends DriverId>(
  driver: Id,
  options: SimulatedDeviceOptions,
): Promise<SimulatedDevice<Id>> => {
  const { patient, previousPatient, clock, bodyClock } = options;
  const carriage = carriageOf(driver);
  const active = new Set<Fault>();
  let wire: SimulatedWire | undefined;
  let stranger: ReturnType<typeof createStranger> | undefined;
  const line = createFaultyLine({
    clock,
    random: createRandom(options.seed),
    carriage,
    deliver: (bytes) => wire?.send(bytes),
  });
  const simulator = simulatorOf(driver)({
    patient,
    previousPatient,
    clock,
    bodyClock,
    send: (bytes) => {
      if (stranger === undefined) line.send(bytes);
    },
  });

  const received: Received = (bytes, kind) => {
    if (stranger !== undefined) stranger.receive();
    else if (kind === 'feature') simulator.receiveFeature?.(bytes);
    else simulator.receive(bytes);
  };
  const opened = await options.openWire(received, carriage).catch((error: unknown) => {
    line.close();
    simulator.close();
    throw error;
  });
  wire = opened;

  const possibleFaults = FAULTS.filter((fault) =>
    isDeviceFault(fault) ? simulator.faults[fault] !== undefined : fits(fault, carriage),
  );

  const onPort = async (fault: Fault, on: boolean): Promise<Result<void, string>> => {
    const refusal = REFUSALS[fault];
    if (refusal !== undefined) return await opened.refuse(on ? refusal : undefined);
    if (on) await opened.unplug();
    else await opened.replug();
    return ok(undefined);
  };

  const swapDevice = (on: boolean): void => {
    stranger?.close();
    stranger = on ? createStranger({ clock, send: (bytes) => line.send(bytes) }, carriage) : undefined;
  };

  const apply = async (fault: Fault, on: boolean): Promise<Result<void, string>> => {
    if (!possibleFaults.includes(fault)) return fail(`${fault} does not apply to ${driver}`);
    if (isDeviceFault(fault)) simulator.faults[fault]?.(on);
    else if (fault === 'wrong-device') swapDevice(on);
    else if (fault === 'unplug' || REFUSALS[fault] !== undefined) return await onPort(fault, on);
    else line.set(fault as TrafficFault, on);
    return ok(undefined);
  };

  const change = async (kind: Fault, on: boolean): Promise<Result<void, string>> => {
    if (active.has(kind) === on) return ok(undefined);
    const done = await apply(kind, on);
    if (!done.ok) return done;
    if (on) active.add(kind);
    else active.delete(kind);
    return done;
  };

  let changing: Promise<unknown> = Promise.resolve();
  /** One change after the other: a cable takes its time to come out, and is not put back before. */
  const fault = (kind: Fault, on: boolean): Promise<Result<void, string>> => {
    const changed = changing.then(() => change(kind, on));
    changing = changed;
    return changed;
  };

  return {
    driver,
    wire: opened,
    control: simulator.control,
    possibleFaults,
    activeFaults: () => [...active],
    fault,
    mend: async () => {
      await changing;
      for (const kind of [...active]) await fault(kind, false);
    },
    measured: () => simulator.measured(),
    isAtWork: () => simulator.isAtWork?.(),
    close: async () => {
      stranger?.close();
      line.close();
      simulator.close();
      await opened.close();
    },
  };
};
