import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { exportVisit } from './export-visit.ts';

const USAGE = 'usage: npm run -s export -- <visit.json>   ("-" reads the standard input)';

const refuse = (message: string): void => {
  process.stderr.write(`${message.replaceAll(/\s*\n\s*/g, ' ')}\n`);
  process.exitCode = 2;
};

// A reader that has seen enough (`| head`) closes the pipe: that is no failure of the export.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

const [file, ...rest] = process.argv.slice(2);

const read = async (path: string): Promise<Uint8Array | undefined> => {
  try {
    return path === '-' ? await buffer(process.stdin) : await readFile(path);
  } catch {
    return undefined;
  }
};

if (file === undefined || rest.length > 0) {
  refuse(USAGE);
} else {
  const bytes = await read(file);
  const exported = bytes === undefined ? undefined : exportVisit(bytes);
  if (exported === undefined) refuse(`${file}: cannot be read`);
  else if (!exported.ok) refuse(`${file}: ${exported.failure}`);
  else process.stdout.write(exported.value);
}
