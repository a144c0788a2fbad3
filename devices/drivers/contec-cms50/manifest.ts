import type { DriverManifest } from '../../kit/driver.ts';

/** Contec pulse oximeters that speak protocol V7.0 (nine-byte packets). */
export const manifest: DriverManifest = {
  id: 'contec-cms50',
  title: 'Contec CMS50D+ (firmware 4.6 and later), CMS50E, CMS50F, CMS50FW; Pulox PO-250: protocol V7.0',
  identity: { maker: 'Contec', model: 'CMS50' },
  measures: ['oximetry'],
  port: { transport: 'serial', line: { baudRate: 115_200, dataBits: 8, parity: 'none', stopBits: 1 } },
  usb: [{ vendorId: 0x10c4, productId: 0xea60, carrier: 'CP210x adapter' }],
  proof: 'handshake',
  identifyWithinMs: 2_500,
  protection: 'agreement',
  evidence: 'recorded',
};
