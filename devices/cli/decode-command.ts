import { readFile } from 'node:fs/promises';
import { fail, ok, type Result } from '#core/result.ts';
import { type CaptureFile, parseCaptureFile } from '../kit/capture-file.ts';
import { decodeCapture } from '../kit/decode.ts';
import { formatDecoded } from '../kit/decoded-line.ts';
import { DRIVERS } from '../registry.ts';
import { type Console, type DeviceCommand, parseDriverId } from './command.ts';

/** The path that stands for standard input. */
const STANDARD_INPUT = '-';

const readBytes = async (path: string, console: Console): Promise<Result<Uint8Array, string>> => {
  if (path === STANDARD_INPUT) return ok(await console.readInput());
  return await readFile(path).then(
    (bytes) => ok(new Uint8Array(bytes)),
    (error: NodeJS.ErrnoException) => fail(`cannot read ${path}: ${error.code ?? error.message}`),
  );
};

const readCapture = async (path: string, console: Console): Promise<Result<CaptureFile, string>> => {
  const bytes = await readBytes(path, console);
  if (!bytes.ok) return bytes;
  const capture = parseCaptureFile(new TextDecoder().decode(bytes.value));
  const name = path === STANDARD_INPUT ? 'standard input' : path;
  return capture.ok ? capture : fail(`${name}, line ${capture.failure.line}: ${capture.failure.message}`);
};

/** `decode`: one JSON object a line on standard output. Nothing is written unless every file could be read. */
export const decodeCommand: DeviceCommand = {
  name: 'decode',
  usage: 'decode <driver-id> <file...|-> [--waves]',
  purpose: 'readings of capture files, one JSON object a line',
  options: { '--waves': 'switch' },
  run: async ({ positional, switches }, console) => {
    const [word, ...paths] = positional;
    const id = parseDriverId(word);
    if (!id.ok) return id;
    if (paths.length === 0) return fail('a capture file is needed, or - for standard input');
    const captures: CaptureFile[] = [];
    for (const path of paths) {
      const capture = await readCapture(path, console);
      if (!capture.ok) return capture;
      captures.push(capture.value);
    }
    for (const decoded of captures.flatMap((capture) => decodeCapture(DRIVERS[id.value], capture))) {
      if (decoded.type !== 'wave' || switches.has('--waves')) console.out(formatDecoded(decoded));
    }
    return ok(undefined);
  },
};
