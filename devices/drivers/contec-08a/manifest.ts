import type { DriverManifest } from '../../kit/driver.ts';

/** Contec upper-arm monitors with a memory for three users. */
export const manifest: DriverManifest = {
  id: 'contec-08a',
  title: 'Contec 08A, 08C: upper-arm blood pressure monitor, memory read over USB',
  identity: { maker: 'Contec', model: '08A' },
  measures: ['blood-pressure'],
  port: { transport: 'hid', reportBytes: 64 },
  usb: [{ vendorId: 0x0483, productId: 0x5750, carrier: 'STMicroelectronics HID, in many devices' }],
  proof: 'handshake',
  identifyWithinMs: 4_500,
  protection: 'structure',
  evidence: 'recorded',
};
