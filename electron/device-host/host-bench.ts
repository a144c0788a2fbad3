import { type FromDeviceHost, fromDeviceHostSchema } from '#core/contract/device-host.ts';
import type { DeviceBinding } from '#core/contract/devices.ts';
import { type LiveMessage, liveMessageSchema } from '#core/contract/live.ts';
import { createSimulator as createBloodPressureMonitor } from '#devices/drivers/and-tm2657/simulator.ts';
import { createSimulator as createOximeter } from '#devices/drivers/contec-cms50/simulator.ts';
import { createSimulator as createScale } from '#devices/drivers/tanita-scale/simulator.ts';
import { createFakeClock, type FakeClock } from '#devices/kit/fake-clock.ts';
import type { Simulator, SimulatorContext } from '#devices/kit/simulator.ts';
import { createPatient } from '#devices/simulation/patient.ts';
import { createMemoryWire, type MemoryWire } from '#devices/transports/memory.ts';
import { createDeviceHost, type DeviceHost } from './host.ts';
import type { PagePort } from './ports.ts';

/** Who is measured. */
export const PATIENT = createPatient(11);
/** Whose values a device may still hold. */
const PREVIOUS = createPatient(12);
/** The visit under way. */
export const EPOCH = 4;

/** A device of this driver, on a port of its own. */
export const binding = (driver: DeviceBinding['driver'], simulated = true): DeviceBinding => ({
  id: driver,
  driver,
  connection: { transport: 'serial', path: `/dev/${driver}` },
  simulated,
});

/** A wire with a simulator on it, and what a tester may do to both. */
const simulatorOn = <Control>(
  clock: FakeClock,
  create: (context: SimulatorContext) => Simulator<Control>,
): { wire: MemoryWire; control: Control; silence(silent: boolean): void; sent: Uint8Array[] } => {
  const wire = createMemoryWire();
  const sent: Uint8Array[] = [];
  let silent = false;
  const send = (bytes: Uint8Array): void => {
    if (silent) return;
    sent.push(bytes);
    wire.send(bytes);
  };
  const simulator = create({ clock, bodyClock: clock, patient: PATIENT, previousPatient: PREVIOUS, send });
  wire.onReceived((bytes) => simulator.receive(bytes));
  return {
    wire,
    control: simulator.control,
    sent,
    silence: (quiet) => {
      silent = quiet;
    },
  };
};

/** A device host on lines in memory, with a simulator at the other end of each, in a visit, under a fake clock. */
export const createBench = async () => {
  const clock = createFakeClock();
  const oximeter = simulatorOn(clock, createOximeter);
  const monitor = simulatorOn(clock, createBloodPressureMonitor);
  const scale = simulatorOn(clock, createScale);
  scale.control.byItself(false);
  const wires: Readonly<Record<string, MemoryWire>> = {
    'contec-cms50': oximeter.wire,
    'and-tm2657': monitor.wire,
    'tanita-scale': scale.wire,
  };
  const messages: FromDeviceHost[] = [];
  const live: LiveMessage[] = [];
  let tell = (_message: unknown, _ports: readonly PagePort[]): void => undefined;
  let shutDowns = 0;
  const host: DeviceHost = createDeviceHost({
    clock,
    onShutDown: () => {
      shutDowns += 1;
    },
    ports: {
      survey: async () => [],
      ofPort: () => createMemoryWire().transport,
      ofConnection: (connection) => {
        const name = connection.transport === 'serial' ? connection.path.replace('/dev/', '') : '';
        return (wires[name] ?? createMemoryWire()).transport;
      },
    },
    port: {
      // As the real port does, a message crosses as data and has to hold to the contract.
      post: (message) => messages.push(fromDeviceHostSchema.parse(structuredClone(message))),
      onMessage: (listener) => {
        tell = listener;
      },
    },
  });
  const page: PagePort = {
    post: (message) => live.push(liveMessageSchema.parse(structuredClone(message))),
    onClose: () => undefined,
    close: () => undefined,
  };
  const bindings = [binding('contec-cms50'), binding('and-tm2657', false), binding('tanita-scale')];
  tell({ type: 'configure', bindings, clockRate: 1 }, []);
  tell({ type: 'page-port', page: 'patient' }, [page]);
  tell({ type: 'begin-visit', epoch: EPOCH }, []);
  await clock.advance(500);
  const start = (measure: string, captureId = measure, epoch = EPOCH): void =>
    tell({ type: 'start-capture', captureId, epoch, measure }, []);
  return {
    clock,
    host,
    shutDowns: () => shutDowns,
    oximeter,
    monitor,
    scale,
    messages,
    live,
    start,
    tell: (message: unknown) => tell(message, []),
    outcomes: () => messages.filter(({ type }) => type === 'capture-reading' || type === 'capture-failed'),
    stateOf: (id: string) => {
      const devices = messages.findLast((message) => message.type === 'devices')?.devices ?? [];
      return devices.find((device) => device.id === id)?.state;
    },
    feedback: () => live.flatMap((message) => (message.type === 'feedback' ? [message.feedback] : [])),
  };
};

export type Bench = Awaited<ReturnType<typeof createBench>>;
/** Codes of the captures that failed, and `capture-reading` for the others. */
export const failureOf = (bench: Bench) =>
  bench.outcomes().map((m) => (m.type === 'capture-failed' ? m.failure.code : m.type));
