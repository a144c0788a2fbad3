import { readFile } from 'node:fs/promises';
import { fail, ok, type Result } from '#core/result.ts';
import { type CaptureFile, parseCaptureFile } from '../kit/capture-file.ts';
import type { Console } from './command.ts';

/** The path that stands for standard input. */
const STANDARD_INPUT = '-';

const readBytes = async (path: string, console: Console): Promise<Result<Uint8Array, string>> => {
  if (path === STANDARD_INPUT) return ok(await console.readInput());
  return await readFile(path).then(
    (bytes) => ok(new Uint8Array(bytes)),
    (error: NodeJS.ErrnoException) => fail(`cannot read ${path}: ${error.code ?? error.message}`),
  );
};

/** A capture file at a path, or from standard input; a malformed line is named by its number. */
export const readCapture = async (path: string, console: Console): Promise<Result<CaptureFile, string>> => {
  const bytes = await readBytes(path, console);
  if (!bytes.ok) return bytes;
  const capture = parseCaptureFile(new TextDecoder().decode(bytes.value));
  const name = path === STANDARD_INPUT ? 'standard input' : path;
  return capture.ok ? capture : fail(`${name}, line ${capture.failure.line}: ${capture.failure.message}`);
};
