import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Failure, failure } from '#core/contract/error-codes.ts';
import { fail, ok, type Result } from '#core/result.ts';
import type { Clock } from '#core/time.ts';

/** What the bench leaves on disk, in folders of the cabin's own: recordings, with patients masked, and reports of self-tests. */
export interface Papers {
  /** Names of the recordings, newest first. */
  recordings(): Promise<readonly string[]>;
  readRecording(name: string): Promise<Result<string, Failure>>;
  /** Path of the file. */
  keepRecording(driver: string, text: string): Promise<Result<string, Failure>>;
  /** Paths of the two files. */
  keepReport(pages: { html: string; json: string }): Promise<Result<{ html: string; json: string }, Failure>>;
}

const RECORDING = /^[\w-]+\.cap$/;
/** Readable by the cabin's own account only. */
const PRIVATE = { mode: 0o600, flag: 'wx' } as const;

const reasonOf = (error: unknown): Failure =>
  failure('BENCH_FAILED', (error as NodeJS.ErrnoException).code ?? 'unknown error');

/** `20260302-094105`: in a list of names the newest comes last. */
const stamp = (clock: Clock): string => clock.now().slice(0, 19).replaceAll(/[-:]/g, '').replace('T', '-');

export const createPapers = (folder: string, clock: Clock): Papers => {
  const recordings = join(folder, 'recordings');
  const reports = join(folder, 'reports');

  /** A second file of the same second gets a number. */
  const keep = async (place: string, name: string, ending: string, text: string): Promise<string> => {
    await mkdir(place, { recursive: true });
    for (let count = 1; ; count += 1) {
      const path = join(place, `${name}${count === 1 ? '' : `-${count}`}.${ending}`);
      try {
        await writeFile(path, text, PRIVATE);
        return path;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      }
    }
  };

  return {
    recordings: async () => {
      const names = await readdir(recordings).catch(() => []);
      return names
        .filter((name) => RECORDING.test(name))
        .map((name) => ({ name, when: name.match(/\d{8}-\d{6}/)?.[0] ?? '' }))
        .sort((one, other) => other.when.localeCompare(one.when) || one.name.localeCompare(other.name))
        .map(({ name }) => name);
    },
    readRecording: async (name) => {
      if (!RECORDING.test(name)) return fail(failure('BENCH_FAILED', 'no such recording'));
      return await readFile(join(recordings, name), 'utf8').then(ok, (error: unknown) =>
        fail(reasonOf(error)),
      );
    },
    keepRecording: async (driver, text) =>
      await keep(recordings, `${driver}-${stamp(clock)}`, 'cap', text).then(ok, (error: unknown) =>
        fail(reasonOf(error)),
      ),
    keepReport: async ({ html, json }) => {
      const name = `self-test-${stamp(clock)}`;
      try {
        return ok({
          html: await keep(reports, name, 'html', html),
          json: await keep(reports, name, 'json', json),
        });
      } catch (error) {
        return fail(reasonOf(error));
      }
    },
  };
};
