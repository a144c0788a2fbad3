import { DRIVER_IDS, type DriverId, driverIdSchema } from '#core/contract/devices.ts';
import { fail, type Result } from '#core/result.ts';
import { type Replay, startReplay } from '../bench/replay.ts';
import type { CaptureFile } from '../kit/capture-file.ts';
import { systemClock } from '../kit/clock.ts';
import type { SimulatedWire } from '../simulation/wire.ts';
import { type Arguments, optionValue, positiveNumber } from './arguments.ts';
import { type DeviceCommand, parseDriverId, reasonOf, WELL } from './command.ts';
import { OUTLET } from './common-options.ts';
import { addressOf, outletOf } from './outlet.ts';
import { readCapture } from './read-capture.ts';

/** A recording made here says of which driver it is. */
const DRIVER_COMMENT = /^driver:\s*(\S+)$/;

/** Which driver a recording is of: as the command says, else as the file says, else as the folder that it stands in. */
const driverOf = (given: Arguments, path: string, { comments }: CaptureFile): Result<DriverId, string> => {
  const said = optionValue(given, '--driver');
  if (said !== undefined) return parseDriverId(said);
  const commented = comments
    .map((comment) => DRIVER_COMMENT.exec(comment)?.[1])
    .find((word) => word !== undefined);
  const word = commented ?? path.split(/[\\/]/).findLast((part) => driverIdSchema.safeParse(part).success);
  return word === undefined
    ? fail('the file does not say of which driver it is: option --driver is needed')
    : parseDriverId(word);
};

const fromDevice = ({ chunks }: CaptureFile): CaptureFile['chunks'] =>
  chunks.filter(({ direction }) => direction === 'from-device');

/** `replay`: a recording plays the device, until stopped; its address is the only thing on standard output. */
export const replayCommand: DeviceCommand = {
  name: 'replay',
  purpose:
    'a recording plays the device, at its recorded times, as soon as a program opens the line; prints its address and stays until stopped',
  positionals: [{ name: 'file', says: 'a capture file', path: true }],
  options: {
    ...OUTLET,
    '--speed': { takes: 'N', says: 'how much faster than recorded (1)' },
    '--wait-for-host': {
      says: 'go on after what the host sent in the recording only once it has sent as much now',
    },
    '--driver': { takes: 'ID', says: 'the driver, when the file does not say it', words: DRIVER_IDS },
  },
  examples: [
    ['replay result.cap', 'on a pseudo-terminal'],
    ['replay result.cap --tcp 7000 --speed 10', 'ten times faster, on a TCP port'],
    ['replay result.cap --wait-for-host', 'for a device that speaks only when it is asked'],
  ],
  run: async (given, console) => {
    const path = given.positional[0];
    if (path === undefined) return fail('a capture file is needed');
    const speed = positiveNumber(given, '--speed', 1);
    if (!speed.ok) return speed;
    const capture = await readCapture(path, console);
    if (!capture.ok) return capture;
    const id = driverOf(given, path, capture.value);
    if (!id.ok) return id;
    const sent = fromDevice(capture.value);
    if (sent.length === 0) return fail(`${path}: the device says nothing in it`);
    const outlet = outletOf(given, id.value);
    if (!outlet.ok) return outlet;
    const stopped = console.stopped();
    let wire: SimulatedWire | undefined;
    let replay: Replay | undefined;
    let early: Uint8Array[] = [];
    try {
      const opened = await outlet.value.open((bytes) => {
        if (replay === undefined) early.push(bytes);
        else replay.receive(bytes);
      });
      wire = opened;
      console.out(addressOf(opened));
      const play = async (): Promise<void> => {
        await opened.opened();
        replay = startReplay({
          chunks: capture.value.chunks,
          clock: systemClock,
          speed: speed.value,
          waitForHost: given.switches.has('--wait-for-host'),
          send: (bytes) => opened.send(bytes),
        });
        for (const bytes of early) replay.receive(bytes);
        early = [];
        await replay.over;
        console.log(`${sent.length} chunks replayed; the line stays open until Ctrl-C`);
      };
      await Promise.race([stopped, play().then(() => stopped)]);
      return WELL;
    } catch (error) {
      return fail(reasonOf(error));
    } finally {
      replay?.close();
      await wire?.close();
      await outlet.value.tidy();
    }
  },
};
