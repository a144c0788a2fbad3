import { open, rm } from 'node:fs/promises';
import { fail, ok, type Result } from '#core/result.ts';
import type { DeviceIdentity } from '#core/vitals/decoded.ts';
import { createRecorder } from '../bench/recorder.ts';
import { systemClock } from '../kit/clock.ts';
import { DRIVERS } from '../registry.ts';
import { optionValue, wholeNumber } from './arguments.ts';
import { type DeviceCommand, parseDriverId, WELL } from './command.ts';
import { DRIVER, JSON_SWITCH, PORT } from './common-options.ts';
import { converse, failureText } from './conversation.ts';
import { namedPort } from './port.ts';

interface NewFile {
  keep(text: string): Promise<void>;
  discard(): Promise<void>;
}

/** A new file that is there before anything is recorded: a recording is never lost to a wrong path, nor written over another. */
const createFile = async (path: string): Promise<Result<NewFile, string>> =>
  await open(path, 'wx').then(
    (file) =>
      ok({
        keep: async (text: string) => {
          await file.writeFile(text);
          await file.close();
        },
        discard: async () => {
          await file.close();
          await rm(path, { force: true });
        },
      }),
    (error: NodeJS.ErrnoException) =>
      fail(error.code === 'EEXIST' ? `${path} is there already` : `cannot write ${path}: ${error.code}`),
  );

/** `record`: the traffic of one device in a capture file, patients masked. */
export const recordCommand: DeviceCommand = {
  name: 'record',
  purpose:
    'what goes over a port, in a capture file with patient identifiers masked; starts one measure unless --listen, and ends with Ctrl-C',
  positionals: [DRIVER],
  options: {
    ...PORT,
    '--out': { takes: 'FILE', short: '-o', says: 'the capture file to make', path: true },
    '--seconds': { takes: 'N', says: 'how long' },
    '--listen': { says: 'only listen: nothing is sent, no measure is started' },
    '--simulated': { says: 'a simulator is at the other end: the file says that it is constructed' },
    ...JSON_SWITCH,
  },
  examples: [
    ['and-tm2657 --port /dev/ttyUSB0 -o result.cap', 'one measurement of the cuff'],
    ['nonin --port COM4 -o finger.cap --seconds 30', 'half a minute of a stream'],
  ],
  run: async (given, console) => {
    const id = parseDriverId(given.positional[0]);
    if (!id.ok) return id;
    const path = optionValue(given, '--out');
    if (path === undefined) return fail('option --out (-o) is needed: the capture file to make');
    const seconds = wholeNumber(given, '--seconds', undefined);
    if (!seconds.ok) return seconds;
    const driver = DRIVERS[id.value];
    const port = namedPort(given, driver);
    if (!port.ok) return port;
    const file = await createFile(path);
    if (!file.ok) return file;

    let cancel = (): void => undefined;
    const timeOver = new Promise<void>((resolve) => {
      if (seconds.value !== undefined) cancel = systemClock.after(seconds.value * 1_000, resolve);
    });
    let recorder = createRecorder(driver, systemClock);
    let identity: DeviceIdentity | undefined;
    let chunks = 0;
    const outcome = await converse({
      driver,
      transport: port.value.transport,
      port: port.value.shown,
      listen: given.switches.has('--listen'),
      stopped: Promise.race([console.stopped(), timeOver]),
      onOpened: () => {
        // Its time begins with the line, not with the looking for it.
        recorder = createRecorder(driver, systemClock);
        console.log('recording; Ctrl-C ends it');
      },
      onTraffic: (direction, bytes) => {
        chunks += 1;
        recorder.note(direction, bytes);
      },
      onEvent: (event) => {
        if (event.type === 'identified') identity = event.identity;
        if (event.type === 'failed') console.log(`device record: ${failureText(event.failure)}`);
      },
    });
    cancel();
    const bytes = recorder.bytes();
    if (bytes === 0 && !outcome.ok) {
      await file.value.discard();
      return outcome;
    }
    if (bytes === 0 && given.switches.has('--listen'))
      console.log('device record: nothing came; a device that has to be asked is recorded without --listen');
    await file.value.keep(
      recorder.finish({
        ...(identity === undefined ? {} : { identity }),
        simulated: given.switches.has('--simulated'),
      }),
    );
    const masked = driver.createMask !== undefined;
    console.out(
      given.switches.has('--json')
        ? JSON.stringify({ file: path, driver: id.value, chunks, bytes, masked })
        : `${path}: ${chunks} chunks, ${bytes} bytes${masked ? ', patient identifiers masked' : ''}`,
    );
    return outcome.ok ? WELL : outcome;
  },
};
