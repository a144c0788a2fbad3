import type { DriverManifest } from '../../kit/driver.ts';

/** Tanita professional scales with a serial port. */
export const manifest: DriverManifest = {
  id: 'tanita-scale',
  title:
    'Tanita SC-240, SC-330, DC and MC series, WB-3000: one CSV line per weighing; TBF-310, BC-418: plain line',
  identity: { maker: 'Tanita', model: 'scale' },
  measures: ['body-weight', 'body-height'],
  port: { transport: 'serial', line: { baudRate: 9600, dataBits: 8, parity: 'none', stopBits: 1 } },
  usb: [
    { vendorId: 0x0403, productId: 0x6001, carrier: 'FTDI adapter' },
    { vendorId: 0x067b, productId: 0x2303, carrier: 'Prolific adapter' },
  ],
  proof: 'listening',
  identifyWithinMs: 1_000,
  protection: 'checksum',
  evidence: 'recorded',
};
