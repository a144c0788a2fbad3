import type { DriverManifest } from '../../kit/driver.ts';

/** Masimo pulse oximeters whose serial output is set to ASCII 1. */
export const manifest: DriverManifest = {
  id: 'masimo-ascii1',
  title: 'Masimo Rad-8, Radical-7, Rad-5: serial output "ASCII 1", one line a second',
  identity: { maker: 'Masimo', model: 'pulse oximeter' },
  measures: ['oximetry'],
  port: { transport: 'serial', line: { baudRate: 9600, dataBits: 8, parity: 'none', stopBits: 1 } },
  usb: [
    { vendorId: 0x0403, productId: 0x6001, carrier: 'FTDI adapter' },
    { vendorId: 0x067b, productId: 0x2303, carrier: 'Prolific adapter' },
  ],
  proof: 'handshake',
  identifyWithinMs: 3_500,
  protection: 'agreement',
  evidence: 'recorded',
};
