import { writeFile } from 'node:fs/promises';
import { fail } from '#core/result.ts';
import type { CaptureFile } from '../kit/capture-file.ts';
import { decodeCapture } from '../kit/decode.ts';
import { formatDecoded } from '../kit/decoded-line.ts';
import { DRIVERS } from '../registry.ts';
import { optionValue } from './arguments.ts';
import { type DeviceCommand, parseDriverId, WELL } from './command.ts';
import { DRIVER } from './common-options.ts';
import { readCapture } from './read-capture.ts';

/** `decode`: one JSON object a line on standard output. Nothing is written unless every file could be read. */
export const decodeCommand: DeviceCommand = {
  name: 'decode',
  purpose: 'readings of capture files, one JSON object a line',
  positionals: [
    DRIVER,
    { name: 'file', says: 'capture files, or - for standard input', path: true, many: true },
  ],
  options: {
    '--waves': { says: 'pulse waves too, between the readings' },
    '--out': {
      takes: 'FILE',
      short: '-o',
      says: 'into a file instead; some shells write another encoding',
      path: true,
    },
  },
  examples: [
    ['and-tm2657 result.cap', 'the readings in a recording'],
    ['and-tm2657 result.cap -o result.jsonl', 'what a regression test expects of it'],
    ['contec-cms50 - --waves < finger.cap', 'from standard input, with the pulse wave'],
  ],
  run: async (given, console) => {
    const [word, ...paths] = given.positional;
    const id = parseDriverId(word);
    if (!id.ok) return id;
    if (paths.length === 0) return fail('a capture file is needed, or - for standard input');
    const captures: CaptureFile[] = [];
    for (const path of paths) {
      const capture = await readCapture(path, console);
      if (!capture.ok) return capture;
      captures.push(capture.value);
    }
    const lines = captures
      .flatMap((capture) => decodeCapture(DRIVERS[id.value], capture))
      .filter(({ type }) => type !== 'wave' || given.switches.has('--waves'))
      .map(formatDecoded);
    const out = optionValue(given, '--out');
    if (out === undefined) for (const line of lines) console.out(line);
    else await writeFile(out, lines.map((line) => `${line}\n`).join(''));
    return WELL;
  },
};
