import { readFile } from 'node:fs/promises';
import { devicesFileSchema } from '#core/contract/devices.ts';
import { openHostProcess } from '#test/harness/host-process.ts';
import { openRig } from '#test/harness/rig.ts';
import { inTurn } from '#test/harness/undo.ts';
import { type Figure, figureOf } from './figure.ts';

const RUNS = 10;
const DEVICE = 'tanita-scale';
const LOOK_MS = 5;
const WITHIN_MS = 10_000;

/** From the tearing out of an idle device to the word of the device host that it is gone. */
export const unplugFigures = async (progress: (text: string) => void): Promise<readonly Figure[]> => {
  const undo = inTurn();
  try {
    const rig = undo.later(await openRig({ clockRate: 1 }));
    const { devices } = devicesFileSchema.parse(JSON.parse(await readFile(rig.devicesFile, 'utf8')));
    const host = undo.later(openHostProcess(devices, 1));
    const until = async (state: string): Promise<number> => {
      const began = performance.now();
      while (host.stateOf(DEVICE) !== state) {
        if (performance.now() - began > WITHIN_MS) throw new Error(`${DEVICE} is never ${state}`);
        await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
      }
      return performance.now() - began;
    };
    const times: number[] = [];
    for (let run = 0; run < RUNS; run += 1) {
      progress(`unplug: ${run + 1}/${RUNS}`);
      await until('ready');
      // The heartbeat comes once a second: a different moment of it each time.
      await new Promise((resolve) => setTimeout(resolve, 300 + run * 97));
      rig.order(`unplug ${DEVICE}`);
      times.push(await until('DEVICE_UNPLUGGED'));
      rig.order(`replug ${DEVICE}`);
    }
    return [figureOf('idle-unplug-to-state', times), figureOf('idle-unplug-to-state-max', times, 1)];
  } finally {
    await undo.all();
  }
};
