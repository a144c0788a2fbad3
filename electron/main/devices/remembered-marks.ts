import { open, readFile, rename } from 'node:fs/promises';
import * as z from 'zod';
import { type UsbMark, usbMarkSchema } from '#core/contract/devices.ts';
import type { Clock } from '#core/time.ts';

const fileSchema = z.strictObject({ version: z.literal(1), devices: z.record(z.string(), usbMarkSchema) });

/** What tells the device of each binding from others like it, over restarts of the cabin. */
export interface RememberedMarks {
  of(deviceId: string): UsbMark | undefined;
  /** The device of this binding is known now; the file follows. */
  remember(deviceId: string, mark: UsbMark): void;
  /** Resolves once the file holds what was remembered. */
  settled(): Promise<void>;
}

interface MarksOptions {
  /** `bindings.json` in the cabin's own folder. */
  readonly path: string;
  readonly clock: Clock;
  /** One line for the terminal. */
  say(line: string): void;
}

const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? 'unknown error';

/** Written beside and put in its place: a power cut leaves the old file or the new one, never half of one. */
const replaceFile = async (path: string, text: string): Promise<void> => {
  const beside = `${path}.new`;
  const file = await open(beside, 'w', 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(beside, path);
};

const parsed = (text: string): Record<string, UsbMark> | undefined => {
  try {
    const file = fileSchema.safeParse(JSON.parse(text));
    return file.success ? file.data.devices : undefined;
  } catch {
    return undefined;
  }
};

/** A file that is not understood is kept aside and said; the cabin starts without it, and asks again where it must. */
const readMarks = async ({ path, clock, say }: MarksOptions): Promise<Record<string, UsbMark>> => {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') say(`${path}: cannot be read (${codeOf(error)})`);
    return {};
  }
  const devices = parsed(text);
  if (devices !== undefined) return devices;
  const aside = `${path}.${clock.now().slice(0, 19).replaceAll(':', '')}.unreadable`;
  await rename(path, aside).catch((error: unknown) => say(`${path}: cannot be moved (${codeOf(error)})`));
  say(`${path}: is not understood, kept as ${aside}; devices that look alike are asked for again`);
  return {};
};

/** Reads what was remembered. */
export const openRememberedMarks = async (options: MarksOptions): Promise<RememberedMarks> => {
  const { path, say } = options;
  const marks = new Map(Object.entries(await readMarks(options)));
  let writing: Promise<void> = Promise.resolve();

  const write = async (): Promise<void> => {
    const file = { version: 1, devices: Object.fromEntries(marks) };
    await replaceFile(path, `${JSON.stringify(file, null, 2)}\n`).catch((error: unknown) =>
      say(`${path}: cannot be written (${codeOf(error)})`),
    );
  };

  return {
    of: (deviceId) => marks.get(deviceId),
    remember: (deviceId, mark) => {
      if (JSON.stringify(marks.get(deviceId)) === JSON.stringify(mark)) return;
      marks.set(deviceId, mark);
      writing = writing.then(write);
    },
    settled: () => writing,
  };
};
