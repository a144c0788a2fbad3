import { doesNotApply, either, failed, faultTable, reading } from '../../kit/faults.ts';

/** What has to come of each fault with a Nonin. */
export const faults = faultTable({
  silence: failed('DEVICE_SILENT'),
  'garbage-before': either('DEVICE_GARBLED', 'DEVICE_UNKNOWN', 'DEVICE_SILENT'),
  'bad-checksum': failed('DEVICE_GARBLED', 'DEVICE_UNKNOWN'),
  'stuck-value': failed('DEVICE_FROZEN'),
  'sensor-off': failed('CAPTURE_TIMEOUT'),
  motion: failed('CAPTURE_SIGNAL_LOST'),
  'low-battery': reading,
  'clock-off': doesNotApply('the stream bears no time; spot checks of format 13 are never taken live'),
  'error-code': doesNotApply('the formats have no error codes'),
  'stored-reading': reading,
});
