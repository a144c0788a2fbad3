import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type DevicesFile, type DriverId, devicesFileSchema } from '#core/contract/devices.ts';

/** Writes a copy of a devices file beside it, with the connection of one device changed. */
export const withConnection = async (
  devicesFile: string,
  id: DriverId,
  connection: DevicesFile['devices'][number]['connection'],
): Promise<string> => {
  const { devices } = devicesFileSchema.parse(JSON.parse(await readFile(devicesFile, 'utf8')));
  const changed = devices.map((device) => (device.id === id ? { ...device, connection } : device));
  const path = join(devicesFile, '..', `${id}-elsewhere.json`);
  await writeFile(path, JSON.stringify({ devices: changed }));
  return path;
};
