import { mkdir, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Failure, failure } from '#core/contract/error-codes.ts';
import { fail, ok, type Result } from '#core/result.ts';

/**
 * Writes a bundle to `<folder>/<name>.json`, readable by the cabin's own user only. Power may fail at any moment: the file appears
 * whole, under its name, or not at all.
 */
export const writeBundle = async (
  folder: string,
  name: string,
  bundle: unknown,
): Promise<Result<string, Failure>> => {
  const target = join(folder, `${name}.json`);
  const draft = `${target}.part`;
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const file = await open(draft, 'w', 0o600);
    try {
      await file.writeFile(`${JSON.stringify(bundle, null, 2)}\n`);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, target);
    return ok(target);
  } catch (error) {
    await rm(draft, { force: true }).catch(() => undefined);
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    return fail(failure('HANDOVER_FAILED', code));
  }
};
