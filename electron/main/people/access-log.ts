import { appendFile, mkdir, rename, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Clock } from '#core/time.ts';

/** A log of this size is put aside as `<name>.1`, in bytes; the one put aside before it goes. */
export const LONGEST_LOG = 1_048_576;

/** Who came to the cabin's doors and what they did there: people of the site by name, nothing of a patient. */
export interface AccessLog {
  note(what: string): void;
  /** Once all that was noted is on disk. */
  settled(): Promise<void>;
}

/** A file of lines, `<instant> <what>`. That it cannot be written is said and stops nobody. */
export const createAccessLog = (
  file: string,
  { clock, onFailure }: { readonly clock: Clock; readonly onFailure: (error: unknown) => void },
): AccessLog => {
  const append = async (line: string): Promise<void> => {
    await mkdir(dirname(file), { recursive: true });
    const size = await stat(file).then(
      (found) => found.size,
      () => 0,
    );
    if (size > LONGEST_LOG) await rename(file, `${file}.1`);
    await appendFile(file, line, { mode: 0o600 });
  };
  let last = Promise.resolve();
  return {
    note: (what) => {
      const line = `${clock.now()} ${what.replaceAll(/\s+/g, ' ')}\n`;
      last = last.then(() => append(line)).catch(onFailure);
    },
    settled: () => last,
  };
};
