import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { fromDeviceHostSchema } from '#core/contract/device-host.ts';
import type { LiveMessage } from '#core/contract/live.ts';
import { createFakeClock } from '#devices/kit/fake-clock.ts';
import type { Transport } from '#devices/kit/transport.ts';
import { createSimulatedDevice } from '#devices/simulation/device.ts';
import { createSimulatedMemoryWire } from '#devices/simulation/memory-wire.ts';
import { createPatient } from '#devices/simulation/patient.ts';
import { createDeviceHost } from '#electron/device-host/host.ts';
import type { PagePort } from '#electron/device-host/ports.ts';

const STEP_MS = 1_000;
const MINUTE_MS = 60_000;

const collectGarbage = (): (() => void) => {
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc') as () => void;
};

/** Memory of a device host over a stream that goes on and on. */
export interface StreamMemory {
  /** Kilobytes in use at the end of each minute, from the second on: the first one compiles and fills buffers. */
  readonly kilobytes: readonly number[];
  /** Kilobytes that each minute adds, by least squares. */
  readonly slopePerMinute: number;
  /** Wave blocks that reached the window: what shows that the stream did flow. */
  readonly blocks: number;
}

const slopeOf = (values: readonly number[]): number => {
  const middle = (values.length - 1) / 2;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const [above, below] = values.reduce(
    ([covariance = 0, variance = 0], value, index) => [
      covariance + (index - middle) * (value - mean),
      variance + (index - middle) ** 2,
    ],
    [0, 0],
  );
  return (above ?? 0) / (below ?? 1);
};

/** Streams an oximeter's 60 packets a second through a device host for so many minutes of a fake clock, a finger in all the time. */
export const streamFor = async (minutes: number): Promise<StreamMemory> => {
  const collect = collectGarbage();
  const clock = createFakeClock();
  let transport: Transport | undefined;
  const device = await createSimulatedDevice('contec-cms50', {
    // The simulator keeps every set of values that it has measured: it is the host that is weighed here.
    patient: {
      ...createPatient(4),
      perfusionIndex: () => 4.2,
      pulseRate: () => 72,
      oxygenSaturation: () => 97,
    },
    previousPatient: createPatient(5),
    clock,
    bodyClock: clock,
    seed: 4,
    openWire: async (received) => {
      const wire = createSimulatedMemoryWire('/memory/oximeter', received);
      transport = wire.transport;
      return wire;
    },
  });
  if (transport === undefined) throw new Error('a simulated device opens its wire');
  const line = transport;
  let blocks = 0;
  let tell = (_message: unknown, _ports: readonly PagePort[]): void => undefined;
  const host = createDeviceHost({
    clock,
    ports: { survey: async () => [], ofPort: () => line, ofConnection: () => line },
    port: {
      post: (message) => void fromDeviceHostSchema.parse(message),
      onMessage: (listener) => {
        tell = listener;
      },
    },
  });
  const page: PagePort = {
    post: (message: LiveMessage) => {
      if (message.type === 'wave') blocks += 1;
    },
    onClose: () => undefined,
    close: () => undefined,
  };
  const connection = { transport: 'serial', path: '/memory/oximeter' };
  const bindings = [{ id: 'oximeter', driver: 'contec-cms50', connection, simulated: true }];
  tell({ type: 'configure', bindings, clockRate: 1 }, []);
  tell({ type: 'page-port', page: 'patient' }, [page]);
  tell({ type: 'begin-visit', epoch: 1 }, []);
  await clock.advance(STEP_MS);
  tell({ type: 'start-capture', captureId: 'long', epoch: 1, measure: 'oximetry' }, []);
  const kilobytes: number[] = [];
  for (let minute = 0; minute < minutes; minute += 1) {
    for (let passed = 0; passed < MINUTE_MS; passed += STEP_MS) await clock.advance(STEP_MS);
    collect();
    if (minute > 0) kilobytes.push(process.memoryUsage().heapUsed / 1_024);
  }
  const closing = host.close();
  await clock.advance(5 * STEP_MS);
  await closing;
  await device.close();
  return { kilobytes, slopePerMinute: slopeOf(kilobytes), blocks };
};
