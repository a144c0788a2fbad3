import type { DriverManifest } from '../../kit/driver.ts';

/** Nellcor pulse oximeters that print their measurement on the serial port. */
export const manifest: DriverManifest = {
  id: 'nellcor-n560',
  title: 'Nellcor N-560, N-395, N-595, N-600: printer output, one line every two seconds',
  identity: { maker: 'Nellcor', model: 'N-560/N-595' },
  measures: ['oximetry'],
  port: { transport: 'serial', line: { baudRate: 9600, dataBits: 8, parity: 'none', stopBits: 1 } },
  usb: [
    { vendorId: 0x0403, productId: 0x6001, carrier: 'FTDI adapter' },
    { vendorId: 0x067b, productId: 0x2303, carrier: 'Prolific adapter' },
  ],
  proof: 'handshake',
  identifyWithinMs: 6_500,
  protection: 'agreement',
  evidence: 'recorded',
};
