import { readFile } from 'node:fs/promises';
import { type DeviceBinding, devicesFileSchema } from '#core/contract/devices.ts';
import { fail, ok, type Result } from '#core/result.ts';

/** The bindings of a devices file; the failure is one line that names the file and the place in it. */
export const readDevicesFile = async (path: string): Promise<Result<readonly DeviceBinding[], string>> => {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    return fail(`${path}: cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown error'})`);
  }
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    return fail(`${path}: is not JSON`);
  }
  const parsed = devicesFileSchema.safeParse(content);
  if (parsed.success) return ok(parsed.data.devices);
  const issue = parsed.error.issues[0];
  return fail(`${path}: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'not understood'}`);
};
