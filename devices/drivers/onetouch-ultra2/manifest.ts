import type { DriverManifest } from '../../kit/driver.ts';

/** The blood glucose meter with a serial cable in its data port. */
export const manifest: DriverManifest = {
  id: 'onetouch-ultra2',
  title: 'LifeScan OneTouch Ultra2: blood glucose meter, memory read over its serial cable',
  identity: { maker: 'LifeScan', model: 'OneTouch Ultra2' },
  measures: ['blood-glucose'],
  port: { transport: 'serial', line: { baudRate: 9600, dataBits: 8, parity: 'none', stopBits: 1 } },
  usb: [{ vendorId: 0x067b, productId: 0x2303, carrier: 'Prolific adapter' }],
  proof: 'handshake',
  identifyWithinMs: 8_000,
  protection: 'checksum',
  evidence: 'recorded',
};
