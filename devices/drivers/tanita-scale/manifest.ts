import type { DriverManifest } from '../../kit/driver.ts';

/** Tanita professional scales with a serial port. */
export const manifest: DriverManifest = {
  id: 'tanita-scale',
  title:
    'Tanita SC-240, SC-330, DC and MC series, WB-3000: one CSV line per weighing; TBF-310, BC-418: plain line',
  identity: { maker: 'Tanita', model: 'scale' },
  measure: 'body-weight',
  line: { baudRate: 9600, dataBits: 8, parity: 'none', stopBits: 1 },
  identifyWithinMs: 1_000,
  protection: 'checksum',
};
