import type { DriverManifest } from '../../kit/driver.ts';

/** TaiDoc instruments that speak in frames of eight bytes. */
export const manifest: DriverManifest = {
  id: 'taidoc',
  title:
    'TaiDoc / FORA thermometers TD-1241, TD-1261, TD-1035; glucose meters TD-42xx, TD-4141; cuffs TD-31xx; oximeters TD-82xx (unverified)',
  identity: { maker: 'TaiDoc', model: 'TaiDoc' },
  measures: ['temperature', 'blood-glucose', 'blood-pressure', 'oximetry'],
  port: { transport: 'hid-uart', line: { baudRate: 19_200, dataBits: 8, parity: 'none', stopBits: 1 } },
  usb: [{ vendorId: 0x10c4, productId: 0xea80, carrier: 'CP2110 bridge' }],
  proof: 'handshake',
  identifyWithinMs: 7_000,
  protection: 'checksum',
  evidence: 'unverified',
};
