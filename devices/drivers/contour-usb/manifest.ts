import type { DriverManifest } from '../../kit/driver.ts';

/** Blood glucose meters with a USB plug of their own. */
export const manifest: DriverManifest = {
  id: 'contour-usb',
  title: 'Bayer / Ascensia Contour USB, Contour Next USB: blood glucose meter, memory read over USB',
  identity: { maker: 'Bayer', model: 'Contour USB' },
  measures: ['blood-glucose'],
  port: { transport: 'hid', reportBytes: 64 },
  usb: [
    { vendorId: 0x1a79, productId: 0x6002, carrier: 'Contour USB' },
    { vendorId: 0x1a79, productId: 0x7410, carrier: 'Contour Next USB' },
  ],
  proof: 'handshake',
  identifyWithinMs: 7_000,
  protection: 'checksum',
  evidence: 'recorded',
};
