import type { DriverManifest } from '../../kit/driver.ts';

/** Any 2D scanner that sends text over a serial line, or reports of the USB HID point-of-sale tables. */
export const manifest: DriverManifest = {
  id: 'barcode-scanner',
  title: '2D barcode scanner for the Datamatrix INS, set to serial (USB CDC) or to HID POS (unverified)',
  identity: { maker: 'unknown', model: '2D scanner' },
  measures: [],
  port: { transport: 'serial', line: { baudRate: 9_600, dataBits: 8, parity: 'none', stopBits: 1 } },
  otherPorts: [{ transport: 'hid', reportBytes: 63, numbered: true }],
  // Serial scanners share no ids: the technician names the port.
  usb: [],
  hidUsage: { usagePage: 0x8c, usage: 0x02 },
  proof: 'listening',
  identifyWithinMs: 2_000,
  protection: 'structure',
  evidence: 'unverified',
};
