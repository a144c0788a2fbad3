import type { DriverManifest } from '../../kit/driver.ts';

/**
 * Omron arm-in blood pressure monitors of pharmacies and town halls. The HBP-9020 has an RS-232 line at 2400 8E1; the HBP-9030 is a
 * USB CDC device, for which the speed means nothing. Its USB ids are in no document that was read, so a port is bound by hand.
 */
export const manifest: DriverManifest = {
  id: 'omron-hbp9030',
  title:
    'Omron HBP-9030, HBP-9031C (output formats 1 to 5) and HBP-9020: arm-in automatic blood pressure monitors',
  identity: { maker: 'Omron', model: 'HBP-9020/HBP-9030' },
  measures: ['blood-pressure'],
  port: { transport: 'serial', line: { baudRate: 2400, dataBits: 8, parity: 'even', stopBits: 1 } },
  usb: [],
  proof: 'listening',
  identifyWithinMs: 2_000,
  protection: 'structure',
  evidence: 'recorded',
};
