import { doesNotApply, failed, faultTable, reading } from '../../kit/faults.ts';

/** What has to come of each fault with a TaiDoc thermometer. */
export const faults = faultTable({
  silence: failed('DEVICE_SILENT'),
  'bad-checksum': failed('DEVICE_GARBLED'),
  // The same newest record again and again is the device's memory.
  'stuck-value': failed('CAPTURE_TIMEOUT'),
  'sensor-off': failed('DEVICE_REFUSED'),
  motion: doesNotApply('no reply says it'),
  'low-battery': doesNotApply('no source says how it is told'),
  'clock-off': reading,
  'error-code': doesNotApply('no source gives error codes'),
  'stored-reading': failed('CAPTURE_TIMEOUT'),
});
