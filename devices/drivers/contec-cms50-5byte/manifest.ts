import type { DriverManifest } from '../../kit/driver.ts';

/** Contec pulse oximeters of before protocol V7.0 (five-byte packets). */
export const manifest: DriverManifest = {
  id: 'contec-cms50-5byte',
  title: 'Contec CMS-P, CMS50D, older CMS50D+ and CMS50E: five-byte packets (protocol V5.0A), over USB',
  identity: { maker: 'Contec', model: 'CMS50 (5-byte)' },
  measures: ['oximetry'],
  port: { transport: 'serial', line: { baudRate: 19_200, dataBits: 8, parity: 'odd', stopBits: 1 } },
  usb: [{ vendorId: 0x10c4, productId: 0xea60, carrier: 'CP210x adapter' }],
  proof: 'handshake',
  identifyWithinMs: 2_500,
  protection: 'agreement',
  evidence: 'unverified',
};
