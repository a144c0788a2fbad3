import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DeviceBinding, DriverId } from '#core/contract/devices.ts';
import { systemClock } from '#devices/kit/clock.ts';
import { createSimulatedDevice } from '#devices/simulation/device.ts';
import { createPatient } from '#devices/simulation/patient.ts';
import { createPtyWire, hasSocat } from '#devices/simulation/pty-wire.ts';
import { createTcpWire } from '#devices/simulation/tcp-wire.ts';
import { openHostProcess } from '#test/harness/host-process.ts';
import { inTurn } from '#test/harness/undo.ts';
import { type Figure, figureOf } from './figure.ts';

/** Eight oximeters, of every kind that streams; the first one is captured from, so that its wave goes to a window as well. */
const DEVICES: readonly DriverId[] = [
  'contec-cms50',
  'nonin',
  'nonin',
  'nonin',
  'contec-cms50-5byte',
  'contec-cms50-5byte',
  'masimo-ascii1',
  'nellcor-n560',
];
const WINDOWS = 8;
const WINDOW_MS = 2_000;
const SETTLING_MS = 4_000;

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Processor time of the device host while eight devices stream at once, as a part of one core. */
export const hostLoadFigures = async (progress: (text: string) => void): Promise<readonly Figure[]> => {
  const undo = inTurn();
  const folder = await mkdtemp(join(tmpdir(), 'cabine-load-'));
  try {
    const bindings: DeviceBinding[] = [];
    for (const [index, driver] of DEVICES.entries()) {
      const device = await createSimulatedDevice(driver, {
        patient: createPatient(index + 1),
        previousPatient: createPatient(50),
        clock: systemClock,
        bodyClock: systemClock,
        seed: index,
        openWire: (received) =>
          hasSocat() ? createPtyWire(join(folder, `device-${index}`), received) : createTcpWire(0, received),
      });
      undo.later(device);
      bindings.push({ id: `device-${index}`, driver, connection: device.wire.connection, simulated: true });
    }
    const host = undo.later(openHostProcess(bindings, 1));
    await pause(SETTLING_MS);
    host.startCapture('oximetry', 'load');
    await pause(SETTLING_MS);
    const loads: number[] = [];
    let before = await host.usage();
    for (let window = 0; window < WINDOWS; window += 1) {
      progress(`host load: ${window + 1}/${WINDOWS}`);
      const began = performance.now();
      await pause(WINDOW_MS);
      const now = await host.usage();
      loads.push(((now.cpuMs - before.cpuMs) / (performance.now() - began)) * 100);
      before = now;
    }
    return [{ ...figureOf('device-host-eight-streams', loads), unit: '% core' }];
  } finally {
    await undo.all();
    await rm(folder, { recursive: true, force: true });
  }
};
