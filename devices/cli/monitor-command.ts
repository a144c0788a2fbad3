import { createFrameWatch, type SeenFrame } from '../bench/frame-watch.ts';
import { systemClock } from '../kit/clock.ts';
import type { Decoded } from '../kit/driver.ts';
import { DRIVERS } from '../registry.ts';
import { type DeviceCommand, parseDriverId, WELL } from './command.ts';
import { DRIVER, JSON_SWITCH, PORT } from './common-options.ts';
import { converse, failureText } from './conversation.ts';
import { decodedJson, decodedText } from './decoded-text.ts';
import { frameJson, frameRows } from './frame-rows.ts';
import { namedPort } from './port.ts';

/** `monitor`: every frame that goes over a port, its bytes and what they say side by side, while one measure runs. */
export const monitorCommand: DeviceCommand = {
  name: 'monitor',
  purpose:
    'live frames, hex and decoded side by side, with the readings between; starts one measure unless --listen. Patient identifiers are masked',
  positionals: [DRIVER],
  options: {
    ...PORT,
    '--listen': { says: 'only listen: nothing is sent, no measure is started' },
    ...JSON_SWITCH,
  },
  examples: [
    ['monitor and-tm2657 --port /dev/ttyUSB0', 'starts the cuff and shows both directions'],
    ['monitor tanita-scale --port COM4 --listen', 'shows what a scale sends by itself'],
    ['monitor contec-cms50 --port 127.0.0.1:7000 --json', 'one JSON object a line, from a simulator'],
  ],
  run: async (given, console) => {
    const id = parseDriverId(given.positional[0]);
    if (!id.ok) return id;
    const driver = DRIVERS[id.value];
    const port = namedPort(given, driver);
    if (!port.ok) return port;
    const asJson = given.switches.has('--json');
    const decoder = driver.createDecoder();
    const frames = createFrameWatch(driver, systemClock);
    const showFrames = (seen: readonly SeenFrame[]): void => {
      for (const frame of seen)
        for (const row of asJson ? [frameJson(frame)] : frameRows(frame, console.columns)) console.out(row);
    };
    const showDecoded = (items: readonly Decoded[]): void => {
      for (const item of items) {
        const text = asJson ? decodedJson(item) : decodedText(item);
        if (text !== undefined) console.out(asJson ? text : `${' '.repeat(10)}= ${text}`);
      }
    };
    const outcome = await converse({
      driver,
      transport: port.value.transport,
      port: port.value.shown,
      listen: given.switches.has('--listen'),
      stopped: console.stopped(),
      onTraffic: (direction, bytes) => {
        showFrames(frames.note(direction, bytes));
        if (direction === 'from-device') showDecoded(decoder.push(bytes));
      },
      onEvent: (event) => {
        if (event.type === 'failed') console.log(`device monitor: ${failureText(event.failure)}`);
      },
    });
    showFrames(frames.end());
    showDecoded(decoder.end());
    return outcome.ok ? WELL : outcome;
  },
};
