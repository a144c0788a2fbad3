import type { DriverManifest } from '../../kit/driver.ts';

/** Any agent that speaks IEEE 11073-20601 over the USB Personal Healthcare Device Class. */
export const manifest: DriverManifest = {
  id: 'ieee11073',
  title: 'IEEE 11073-20601 agents over USB PHDC: oximeter, blood pressure, scale, thermometer, glucose meter',
  identity: { maker: 'unknown', model: 'IEEE 11073 agent' },
  measures: ['oximetry', 'blood-pressure', 'body-weight', 'body-height', 'temperature', 'blood-glucose'],
  port: { transport: 'phdc' },
  // The class of an interface makes a candidate, not a maker; these ids are published for meters that speak this protocol.
  usb: [
    { vendorId: 0x173a, productId: 0x21d5, carrier: 'Accu-Chek Guide' },
    { vendorId: 0x173a, productId: 0x21d7, carrier: 'Accu-Chek meter' },
    { vendorId: 0x173a, productId: 0x21d8, carrier: 'Accu-Chek meter (ReliOn Platinum)' },
  ],
  proof: 'handshake',
  // An agent asks again for an association after 10 s (20601, TOassoc), and is described within 3 s more.
  identifyWithinMs: 14_000,
  protection: 'structure',
  evidence: 'recorded',
};
