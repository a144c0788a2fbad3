import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { type AddressInfo, connect, createServer } from 'node:net';
import { type DriverId, devicesFileSchema } from '#core/contract/devices.ts';
import { withConnection } from './devices-files.ts';

/** A line to a device that passes everything on and remembers what the cabin said. */
export interface WireTap {
  /** The devices file that leads through the tap. */
  readonly devicesFile: string;
  /** Everything that the cabin has sent to the device, as Latin-1 text. */
  toDevice(): string;
  close(): Promise<void>;
}

/** Taps the line of one device; it must be reached by TCP. */
export const tapWire = async (devicesFile: string, id: DriverId): Promise<WireTap> => {
  const { devices } = devicesFileSchema.parse(JSON.parse(await readFile(devicesFile, 'utf8')));
  const connection = devices.find((device) => device.id === id)?.connection;
  if (connection?.transport !== 'tcp') throw new Error(`${id} is not reached by TCP`);
  const { host, port } = connection;
  let said = '';
  const server = createServer({ noDelay: true }, (ofCabin) => {
    const ofDevice = connect({ host, port, noDelay: true });
    ofCabin.on('data', (bytes) => {
      said += bytes.toString('latin1');
    });
    ofCabin.pipe(ofDevice).pipe(ofCabin);
    for (const [one, other] of [
      [ofCabin, ofDevice],
      [ofDevice, ofCabin],
    ] as const) {
      one.on('error', () => other.destroy());
      one.on('close', () => other.destroy());
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const taken = (server.address() as AddressInfo).port;
  return {
    devicesFile: await withConnection(devicesFile, id, {
      transport: 'tcp',
      host: '127.0.0.1',
      port: taken,
    }),
    toDevice: () => said,
    close: async () => {
      server.close();
    },
  };
};
