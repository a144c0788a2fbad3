import type { DriverManifest } from '../../kit/driver.ts';

/** Blood glucose meters with a USB plug or socket of their own. Ids as two public programs list them. */
export const manifest: DriverManifest = {
  id: 'contour-usb',
  title: 'Bayer / Ascensia Contour USB, Contour Next: blood glucose meter, memory read over USB',
  identity: { maker: 'Bayer', model: 'Contour USB' },
  measures: ['blood-glucose'],
  port: { transport: 'hid', reportBytes: 64 },
  usb: [
    { vendorId: 0x1a79, productId: 0x6002, carrier: 'Contour USB' },
    { vendorId: 0x1a79, productId: 0x7410, carrier: 'Contour Next USB' },
    { vendorId: 0x1a79, productId: 0x7350, carrier: 'Contour Next' },
    { vendorId: 0x1a79, productId: 0x7800, carrier: 'Contour Next One' },
    { vendorId: 0x1a79, productId: 0x7900, carrier: 'Contour Next of Ascensia' },
  ],
  proof: 'handshake',
  identifyWithinMs: 7_000,
  protection: 'checksum',
  evidence: 'recorded',
};
