import type { DriverManifest } from '../../kit/driver.ts';

/** Health o meter Professional scales. Their packets name neither model nor serial number. */
export const manifest: DriverManifest = {
  id: 'healthometer',
  title:
    'Health o meter Professional: 498KL, 500KL, 597KL, 599KL, 600KL, 752KL, 1100 to 3105, 2210KL-AM; at 2400 baud 2595KL, 522, 524, 553',
  identity: { maker: 'Health o meter', model: 'scale' },
  measures: ['body-weight'],
  port: { transport: 'serial', line: { baudRate: 9600, dataBits: 8, parity: 'none', stopBits: 1 } },
  usb: [{ vendorId: 0x10c4, productId: 0xea60, carrier: 'CP210x bridge of the scale' }],
  proof: 'listening',
  identifyWithinMs: 1_000,
  protection: 'agreement',
  evidence: 'unverified',
};
