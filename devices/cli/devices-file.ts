import { readFile } from 'node:fs/promises';
import { type DevicesFile, devicesFileSchema } from '#core/contract/devices.ts';
import { fail, ok, type Result } from '#core/result.ts';

/** The devices file at a path, or one line that says what is wrong with it, and where. */
export const readDevicesFile = async (path: string): Promise<Result<DevicesFile, string>> => {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    return fail(`cannot read ${path}: ${(error as NodeJS.ErrnoException).code}`);
  }
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    return fail(`${path} is not JSON`);
  }
  const parsed = devicesFileSchema.safeParse(content);
  if (parsed.success) return ok(parsed.data);
  const [issue] = parsed.error.issues;
  return fail(`${path}: ${issue?.path.join('.') || 'devices'}: ${issue?.message ?? 'not a devices file'}`);
};
