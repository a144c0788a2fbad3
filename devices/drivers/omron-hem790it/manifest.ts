import type { DriverManifest } from '../../kit/driver.ts';

/** Omron upper-arm monitors of the HEM-790IT family, which keep their readings and give them over USB. */
export const manifest: DriverManifest = {
  id: 'omron-hem790it',
  title: 'Omron HEM-790IT, HEM-7xx IT (M7080IT): upper-arm blood pressure monitors with a memory',
  identity: { maker: 'Omron', model: 'HEM-790IT' },
  measures: ['blood-pressure'],
  port: { transport: 'hid', reportBytes: 8 },
  usb: [{ vendorId: 0x0590, productId: 0x0028, carrier: 'Omron health device; pedometers HJ-720IT too' }],
  proof: 'handshake',
  identifyWithinMs: 8_000,
  protection: 'checksum',
  evidence: 'recorded',
};
