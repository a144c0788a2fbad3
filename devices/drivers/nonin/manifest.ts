import type { DriverManifest } from '../../kit/driver.ts';

/** Nonin oximeters that speak the OEM serial data formats. */
export const manifest: DriverManifest = {
  id: 'nonin',
  title: 'Nonin Xpod, OEM III, 3231, Onyx II 9560: serial data formats 2, 7, 8 and 13',
  identity: { maker: 'Nonin', model: 'oximeter' },
  measures: ['oximetry'],
  port: { transport: 'serial', line: { baudRate: 9_600, dataBits: 8, parity: 'none', stopBits: 1 } },
  usb: [{ vendorId: 0x0403, productId: 0x6001, carrier: 'Xpod 3012LP, FTDI adapter' }],
  proof: 'handshake',
  // Format 8 is told from other bytes after four seconds of it.
  identifyWithinMs: 5_000,
  protection: 'checksum',
  evidence: 'unverified',
};
