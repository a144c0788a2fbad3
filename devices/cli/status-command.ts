import { setTimeout as delay } from 'node:timers/promises';
import { fail } from '#core/result.ts';
import type { Milliseconds } from '#core/time.ts';
import { createSignal } from '../bench/signal.ts';
import { systemClock } from '../kit/clock.ts';
import { optionValue } from './arguments.ts';
import { type DeviceCommand, FAULTY, WELL } from './command.ts';
import { DEVICES_FILE, JSON_SWITCH } from './common-options.ts';
import { readDevicesFile } from './devices-file.ts';
import { openStations } from './stations.ts';
import { isWell, statusJson, statusTable } from './status-table.ts';

/** Longer than any device may take to prove itself. */
const SETTLING_MS: Milliseconds = 15_000;
/** A stream is heard within this once its device is ready. */
const HEARING_MS: Milliseconds = 500;
const WATCH_MS: Milliseconds = 1_000;
const CLEAR_SCREEN = '\u001b[2J\u001b[H';

/** `status`: every device of a cabin as its supervisor sees it. */
export const statusCommand: DeviceCommand = {
  name: 'status',
  purpose:
    'every device of a devices file: state, binding, when it was last heard, counters, firmware, battery. Opens the ports: not while the cabin runs',
  positionals: [],
  options: {
    ...DEVICES_FILE,
    '--watch': { says: 'again every second, until Ctrl-C' },
    ...JSON_SWITCH,
  },
  examples: [
    [
      'status --devices /etc/cabine/devices.json',
      'one table, once every device has settled; exit 1 when one is not well',
    ],
    ['status --devices devices.json --watch', 'watch the devices while cables are pulled'],
  ],
  run: async (given, console) => {
    const path = optionValue(given, '--devices');
    if (path === undefined) return fail('option --devices is needed: the devices file of the cabin');
    const file = await readDevicesFile(path);
    if (!file.ok) return file;
    const asJson = given.switches.has('--json');
    let isStopped = false;
    const stopped = console.stopped().then(() => {
      isStopped = true;
    });
    const signal = createSignal(systemClock);
    const stations = openStations(file.value.devices, systemClock, signal.notify);
    const show = (): void => {
      const now = stations.status();
      const screen = console.live && !asJson && given.switches.has('--watch') ? CLEAR_SCREEN : '';
      console.out(`${screen}${asJson ? statusJson(now) : statusTable(now)}`);
    };
    if (given.switches.has('--watch')) {
      while (!isStopped) {
        show();
        await Promise.race([stopped, delay(WATCH_MS)]);
      }
    } else {
      await Promise.race([
        stopped,
        signal.until(stations.settled, SETTLING_MS).then(() => delay(HEARING_MS)),
      ]);
      show();
    }
    const verdict = stations.status().every(isWell) ? WELL : FAULTY;
    await stations.close();
    return verdict;
  },
};
