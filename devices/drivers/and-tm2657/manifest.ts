import type { DriverManifest } from '../../kit/driver.ts';

/** A&D arm-in blood pressure monitors of pharmacies and town halls. */
export const manifest: DriverManifest = {
  id: 'and-tm2657',
  title: 'A&D TM-2655P, TM-2657P, TM-2657VP: arm-in automatic blood pressure monitor',
  identity: { maker: 'A&D', model: 'TM-2657' },
  measures: ['blood-pressure'],
  port: { transport: 'serial', line: { baudRate: 2400, dataBits: 8, parity: 'none', stopBits: 1 } },
  usb: [{ vendorId: 0x067b, productId: 0x2303, carrier: 'Prolific adapter' }],
  proof: 'handshake',
  identifyWithinMs: 4_500,
  protection: 'checksum',
  evidence: 'recorded',
};
